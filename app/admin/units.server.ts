import { count, eq, isNull } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Revised, revise } from '#app/editing/revise.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { memberships, units } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';

/** A person's form names every unit once, and a form carries 200 fields; no municipality comes near. */
export const MAX_UNITS = 80;

const danish = new Intl.Collator('da');
const actor = (viewer: Viewer) => ({ kind: 'user' as const, id: viewer.id });

/** All units with the number of their people, in Danish order; archived ones last. */
export async function unitsWithPeople(viewer: Viewer) {
	demand(viewer, 'see', 'unit');
	const rows = await db
		.select({ id: units.id, name: units.name, archivedAt: units.archivedAt, people: count(memberships.id) })
		.from(units)
		.leftJoin(memberships, eq(memberships.unitId, units.id))
		.groupBy(units.id, units.name, units.archivedAt);
	return rows.sort((a, b) => Number(Boolean(a.archivedAt)) - Number(Boolean(b.archivedAt)) || danish.compare(a.name, b.name));
}

/** Units a person can be given a role in, in Danish order. */
export async function presentUnits(viewer: Viewer): Promise<Array<{ id: string; name: string }>> {
	demand(viewer, 'see', 'unit');
	const rows = await db.select({ id: units.id, name: units.name }).from(units).where(isNull(units.archivedAt));
	return rows.sort((a, b) => danish.compare(a.name, b.name));
}

/** One unit, archived or not; not found for an unknown or malformed id. */
export async function unitFor(viewer: Viewer, id: string | undefined) {
	demand(viewer, 'see', 'unit');
	if (!isId(id)) throw notFound();
	const [row] = await db.select().from(units).where(eq(units.id, id)).limit(1);
	if (!row) throw notFound();
	const [held] = await db.select({ people: count() }).from(memberships).where(eq(memberships.unitId, id));
	return { id, name: row.name, version: row.version, isArchived: row.archivedAt !== null, people: held?.people ?? 0 };
}

/** Creates a unit; the same id again is the same unit, and `differs` where it stands under another name. */
export async function foundUnit(viewer: Viewer, given: { id: string; name: string }): Promise<'saved' | 'differs' | 'name_taken' | 'too_many'> {
	demand(viewer, 'create', 'unit');
	if (!isId(given.id)) throw badRequest();
	const attempt = () =>
		write(async (tx) => {
			const present = await tx.select({ id: units.id, name: units.name, archivedAt: units.archivedAt }).from(units);
			const same = present.find(({ id }) => id === given.id);
			if (same) return same.name === given.name ? ('saved' as const) : ('differs' as const);
			if (present.filter(({ archivedAt }) => !archivedAt).length >= MAX_UNITS) return 'too_many' as const;
			if (isTaken(present, given)) return 'name_taken' as const;
			const now = new Date();
			await tx.insert(units).values({ id: given.id, name: given.name, createdAt: now, updatedAt: now });
			await recordActivity(tx, actor(viewer), {
				verb: 'unit.created',
				subject: { kind: 'unit', id: given.id },
				changes: { name: [null, given.name] },
			});
			return 'saved' as const;
		});
	return attempt().catch((error: unknown) => {
		// The same form, sent twice at once, where two writers run side by side: the second look finds the row.
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

const isTaken = (present: Array<{ id: string; name: string; archivedAt: Date | null }>, given: { id: string; name: string }) =>
	present.some(({ id, name, archivedAt }) => id !== given.id && !archivedAt && fold(name) === fold(given.name));

/** Renames a unit. */
export async function renameUnit(viewer: Viewer, id: string, given: { name: string; version: number }): Promise<Revised | 'name_taken'> {
	demand(viewer, 'revise', 'unit');
	return write(async (tx) => {
		const before = await unitIn(tx, id);
		const present = await tx.select({ id: units.id, name: units.name, archivedAt: units.archivedAt }).from(units);
		if (isTaken(present, { id, name: given.name })) return 'name_taken' as const;
		return revise(tx, viewer, { kind: 'unit', id }, { before, version: given.version, wanted: { name: given.name } });
	});
}

/** Puts a unit away or takes it back; refused while people hold a role in it. Old talks keep pointing at it. */
export async function archiveUnit(viewer: Viewer, id: string, isArchived: boolean): Promise<'saved' | 'has_people'> {
	demand(viewer, 'revise', 'unit');
	return write(async (tx) => {
		const before = await unitIn(tx, id);
		if (Boolean(before.archivedAt) === isArchived) return 'saved' as const;
		const [member] = await tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.unitId, id)).limit(1);
		if (isArchived && member) return 'has_people' as const;
		const now = new Date();
		await tx
			.update(units)
			.set({ archivedAt: isArchived ? now : null, version: before.version + 1, updatedAt: now })
			.where(eq(units.id, id));
		await recordActivity(tx, actor(viewer), { verb: isArchived ? 'unit.archived' : 'unit.restored', subject: { kind: 'unit', id } });
		return 'saved' as const;
	});
}

async function unitIn(tx: Db, id: string) {
	const [row] = isId(id) ? await tx.select().from(units).where(eq(units.id, id)).limit(1) : [];
	if (!row) throw notFound();
	return row;
}
