import { and, desc, eq, exists, isNull, type SQL } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { actorOf } from '#app/companies/by-hand.server.ts';
import type { Assigned, Responsible } from '#app/companies/responsibles.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { landownerResponsibles, landowners, memberships, units, users } from '#db/schema/index.ts';

// Whose owner this is, per unit: one person of a unit at a time, with the days. "My owners" means these.

const MOST_SHOWN = 60;

/** The owner is one of the viewer's own: a condition on `landowners`. */
export const isMyOwner = (viewer: Viewer): SQL =>
	exists(
		db
			.select({ id: landownerResponsibles.id })
			.from(landownerResponsibles)
			.where(
				and(eq(landownerResponsibles.userId, viewer.id), isNull(landownerResponsibles.toOn), eq(landownerResponsibles.landownerId, landowners.id)),
			),
	);

/** Who was and is responsible for an owner, the present ones first and then backwards in time. `toOn` null = still is. */
export async function responsiblesOfOwner(viewer: Viewer, landownerId: string): Promise<Responsible[]> {
	if (!can(viewer, 'see', 'responsible')) return [];
	const rows = await db
		.select({
			id: landownerResponsibles.id,
			unitId: landownerResponsibles.unitId,
			unitName: units.name,
			userId: landownerResponsibles.userId,
			userName: users.name,
			fromOn: landownerResponsibles.fromOn,
			toOn: landownerResponsibles.toOn,
		})
		.from(landownerResponsibles)
		.innerJoin(landowners, eq(landowners.id, landownerResponsibles.landownerId))
		.innerJoin(units, eq(units.id, landownerResponsibles.unitId))
		.innerJoin(users, eq(users.id, landownerResponsibles.userId))
		.where(and(eq(landownerResponsibles.landownerId, landownerId), within(viewer, 'landowners', { archived: true })))
		.orderBy(desc(landownerResponsibles.id))
		.limit(MOST_SHOWN);
	const present = rows.filter(({ toOn }) => toOn === null).sort((a, b) => (a.unitName < b.unitName ? -1 : 1));
	return [...present, ...rows.filter(({ toOn }) => toOn !== null)];
}

/**
 * Makes a person of the viewer's own unit responsible for an owner from today on, or nobody (`userId` null). The former
 * one's row is closed with today's date and stays. Saying the same twice changes nothing. 403 for another's unit, 400
 * for a person who is not of the unit.
 */
export async function nameResponsible(
	viewer: Viewer,
	landownerId: string,
	{ unitId, userId }: { unitId: string; userId: string | null },
): Promise<Assigned> {
	if (!can(viewer, 'assign', 'responsible')) throw forbidden();
	const unit = viewer.memberships.find((membership) => membership.unitId === unitId);
	if (!unit) throw forbidden();
	return write(async (tx) => {
		// Writing the row, even unchanged, makes a second assignment of the same moment wait for this one.
		const [owner] = await tx
			.update(landowners)
			.set({ companyId: landowners.companyId })
			.where(and(eq(landowners.id, landownerId), within(viewer, 'landowners')))
			.returning({ id: landowners.id });
		if (!owner) throw notFound();
		const name = userId === null ? null : await nameInUnit(tx, unitId, userId);
		const ofUnit = and(
			eq(landownerResponsibles.landownerId, landownerId),
			eq(landownerResponsibles.unitId, unitId),
			isNull(landownerResponsibles.toOn),
		);
		const [current] = await tx.select().from(landownerResponsibles).where(ofUnit);
		const before = current?.userId ?? null;
		const answer = { before, name, unitName: unit.unitName };
		if (before === userId) return answer;
		const day = today();
		// Named and un-named on one day: it was never so.
		if (current?.fromOn === day) await tx.delete(landownerResponsibles).where(eq(landownerResponsibles.id, current.id));
		else if (current) await tx.update(landownerResponsibles).set({ toOn: day }).where(eq(landownerResponsibles.id, current.id));
		if (userId !== null) await tx.insert(landownerResponsibles).values({ id: newId(), landownerId, unitId, userId, fromOn: day });
		await recordActivity(tx, actorOf(viewer), {
			verb: 'landowner.responsible',
			subject: { kind: 'landowner', id: landownerId },
			also: [{ kind: 'unit', id: unitId }],
			changes: { responsible: [before, userId] },
		});
		return answer;
	});
}

async function nameInUnit(tx: Db, unitId: string, userId: string): Promise<string> {
	const [person] = await tx
		.select({ name: users.name })
		.from(memberships)
		.innerJoin(users, eq(users.id, memberships.userId))
		.where(and(eq(memberships.unitId, unitId), eq(memberships.userId, userId), isNull(users.disabledAt)));
	if (!person) throw badRequest();
	return person.name;
}
