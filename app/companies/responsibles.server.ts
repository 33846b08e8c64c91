import { and, asc, desc, eq, exists, isNull, type SQL } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyResponsibles, memberships, units, users } from '#db/schema/index.ts';
import { actorOf } from './by-hand.server.ts';

// Whose firm this is, per unit: one person of a unit at a time, with the days. "My firms" means these.

const MOST_SHOWN = 60;

/** The firm is one of the viewer's own: a condition on `companies`, answered from the index of the person's firms. */
export const isMine = (viewer: Viewer): SQL =>
	exists(
		db
			.select({ id: companyResponsibles.id })
			.from(companyResponsibles)
			.where(and(eq(companyResponsibles.userId, viewer.id), isNull(companyResponsibles.toOn), eq(companyResponsibles.companyId, companies.id))),
	);

/** Ids of the firms the viewer is responsible for, archived ones included; at most `limit`. */
export async function myFirmIds(viewer: Viewer, limit: number): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: companyResponsibles.companyId })
		.from(companyResponsibles)
		.where(and(eq(companyResponsibles.userId, viewer.id), isNull(companyResponsibles.toOn)))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** Who was and is responsible for a firm, the present ones first and then backwards in time. `toOn` null = still is. */
export async function responsiblesOf(viewer: Viewer, companyId: string) {
	if (!can(viewer, 'see', 'responsible')) return [];
	const rows = await db
		.select({
			id: companyResponsibles.id,
			unitId: companyResponsibles.unitId,
			unitName: units.name,
			userId: companyResponsibles.userId,
			userName: users.name,
			fromOn: companyResponsibles.fromOn,
			toOn: companyResponsibles.toOn,
		})
		.from(companyResponsibles)
		.innerJoin(companies, eq(companies.id, companyResponsibles.companyId))
		.innerJoin(units, eq(units.id, companyResponsibles.unitId))
		.innerJoin(users, eq(users.id, companyResponsibles.userId))
		.where(and(eq(companyResponsibles.companyId, companyId), within(viewer, 'companies', { archived: true })))
		.orderBy(desc(companyResponsibles.id))
		.limit(MOST_SHOWN);
	return [
		...rows.filter(({ toOn }) => toOn === null).sort((a, b) => (a.unitName < b.unitName ? -1 : 1)),
		...rows.filter(({ toOn }) => toOn !== null),
	];
}
export type Responsible = Awaited<ReturnType<typeof responsiblesOf>>[number];

/** The viewer's own units with the people who can be named responsible there. */
export async function assignableUnits(viewer: Viewer) {
	if (!can(viewer, 'assign', 'responsible')) return [];
	const found: Array<{ unitId: string; unitName: string; people: Array<{ id: string; name: string }> }> = [];
	for (const { unitId, unitName } of viewer.memberships) {
		const people = await db
			.select({ id: users.id, name: users.name })
			.from(memberships)
			.innerJoin(users, eq(users.id, memberships.userId))
			.where(and(eq(memberships.unitId, unitId), isNull(users.disabledAt)))
			.orderBy(asc(users.sortName), asc(users.id))
			.limit(200);
		found.push({ unitId, unitName, people });
	}
	return found;
}
export type AssignableUnit = Awaited<ReturnType<typeof assignableUnits>>[number];

export interface Assigned {
	/** Who was responsible for the unit before; null = nobody. */
	before: string | null;
	/** The name of who is now; null = nobody. */
	name: string | null;
	unitName: string;
}

/**
 * Makes a person of the viewer's own unit responsible for a firm from today on, or nobody (`userId` null). The former
 * one's row is closed with today's date. Saying the same twice changes nothing. 403 for another's unit, 400 for a person
 * who is not of the unit.
 */
export async function assignResponsible(
	viewer: Viewer,
	companyId: string,
	{ unitId, userId }: { unitId: string; userId: string | null },
): Promise<Assigned> {
	if (!can(viewer, 'assign', 'responsible')) throw forbidden();
	const unit = viewer.memberships.find((membership) => membership.unitId === unitId);
	if (!unit) throw forbidden();
	return write(async (tx) => {
		// Writing the row, even unchanged, makes a second assignment of the same moment wait for this one.
		const [firm] = await tx
			.update(companies)
			.set({ mainSiteId: companies.mainSiteId })
			.where(and(eq(companies.id, companyId), within(viewer, 'companies')))
			.returning({ id: companies.id });
		if (!firm) throw notFound();
		const name = userId === null ? null : await nameInUnit(tx, unitId, userId);
		const ofUnit = and(eq(companyResponsibles.companyId, companyId), eq(companyResponsibles.unitId, unitId), isNull(companyResponsibles.toOn));
		const [current] = await tx.select().from(companyResponsibles).where(ofUnit);
		const before = current?.userId ?? null;
		const answer = { before, name, unitName: unit.unitName };
		if (before === userId) return answer;
		const day = today();
		// Named and un-named on one day: it was never so.
		if (current?.fromOn === day) await tx.delete(companyResponsibles).where(eq(companyResponsibles.id, current.id));
		else if (current) await tx.update(companyResponsibles).set({ toOn: day }).where(eq(companyResponsibles.id, current.id));
		if (userId !== null) await tx.insert(companyResponsibles).values({ id: newId(), companyId, unitId, userId, fromOn: day });
		await recordActivity(tx, actorOf(viewer), {
			verb: 'company.responsible',
			subject: { kind: 'company', id: companyId },
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
