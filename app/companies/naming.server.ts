import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { personWords } from '#app/auth/labels.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { type companyResponsibles, type landownerResponsibles, memberships, units, users } from '#db/schema/index.ts';
import { actorOf } from './by-hand.server.ts';

// Naming who is responsible, per unit: one rule for firms and for owners.

/** Who is to be responsible for a unit's side of a record; `userId` null = nobody. */
export interface Named {
	unitId: string;
	userId: string | null;
}

export interface Assigned {
	/** Who was responsible for the unit before; null = nobody. */
	before: string | null;
	/** The name of who is now; null = nobody. */
	name: string | null;
	unitName: string;
}

/** What somebody can be responsible for. */
interface Charge {
	subject: { kind: 'company' | 'landowner'; id: string };
	table: typeof companyResponsibles | typeof landownerResponsibles;
	/** The table's rows of this record. */
	isOfRecord: SQL;
	/**
	 * Writes the record's own row, even unchanged: a second naming of the same moment then waits for this one. False when
	 * there is no such record for the viewer.
	 */
	hold: (tx: Db) => Promise<boolean>;
	add: (tx: Db, row: { id: string; unitId: string; userId: string; fromOn: string }) => Promise<unknown>;
}

/**
 * Makes a person of the viewer's own unit responsible from today on, or nobody. The former one's row is closed with today's
 * date and stays. Saying the same twice changes nothing. 403 for another's unit, 400 for a person who is not of the unit.
 */
export async function nameInCharge(viewer: Viewer, { unitId, userId }: Named, { subject, table, isOfRecord, hold, add }: Charge): Promise<Assigned> {
	demand(viewer, 'assign', 'responsible');
	const unit = viewer.memberships.find((membership) => membership.unitId === unitId);
	if (!unit) throw forbidden();
	return write(async (tx) => {
		if (!(await hold(tx))) throw notFound();
		const [current] = await tx
			.select({ id: table.id, userId: table.userId, fromOn: table.fromOn })
			.from(table)
			.where(and(isOfRecord, eq(table.unitId, unitId), isNull(table.toOn)));
		const before = current?.userId ?? null;
		// Whoever is it stays it, whatever became of them; nobody else who is gone is named.
		const name = userId === null ? null : await (before === userId ? nameOf(tx, userId) : nameInUnit(tx, unitId, userId));
		const answer = { before, name, unitName: unit.unitName };
		if (before === userId) return answer;
		await changeHands(tx, viewer, { unitId, userId }, current, { subject, table, add });
		return answer;
	});
}

/** Closes the present one's row with today's date, opens the next one's, and says so in the record's history. */
export async function changeHands(
	tx: Db,
	viewer: Viewer,
	{ unitId, userId }: Named,
	current: { id: string; userId: string; fromOn: string } | undefined,
	{ subject, table, add }: Pick<Charge, 'subject' | 'table' | 'add'>,
): Promise<void> {
	const day = today();
	// Named and un-named on one day: it was never so.
	if (current?.fromOn === day) await tx.delete(table).where(eq(table.id, current.id));
	else if (current) await tx.update(table).set({ toOn: day }).where(eq(table.id, current.id));
	if (userId !== null) await add(tx, { id: newId(), unitId, userId, fromOn: day });
	await recordActivity(tx, actorOf(viewer), {
		verb: `${subject.kind}.responsible`,
		subject,
		also: [{ kind: 'unit', id: unitId }],
		changes: { responsible: [current?.userId ?? null, userId] },
	});
}

async function nameOf(tx: Db, userId: string): Promise<string | null> {
	const [person] = await tx.select({ name: users.name, disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId));
	return person ? personWords(person) : null;
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

/** One person's time in charge, for a unit. `toOn` null = still is. */
export interface Responsible {
	id: string;
	unitId: string;
	unitName: string;
	userId: string;
	userName: string;
	fromOn: string;
	toOn: string | null;
}

const MOST_SHOWN = 60;

/** Who was and is responsible, of the rows that `isOfRecord` names: the present ones first, by their units' names, then backwards in time. */
export async function inChargeOf(viewer: Viewer, table: Charge['table'], isOfRecord: SQL | undefined): Promise<Responsible[]> {
	if (!can(viewer, 'see', 'responsible')) return [];
	const { id, unitId, userId, fromOn, toOn } = table;
	const found = await db
		.select({ id, unitId, unitName: units.name, userId, userName: users.name, disabledAt: users.disabledAt, fromOn, toOn })
		.from(table)
		.innerJoin(units, eq(units.id, unitId))
		.innerJoin(users, eq(users.id, userId))
		.where(isOfRecord)
		.orderBy(desc(id))
		.limit(MOST_SHOWN);
	const rows = found.map(({ disabledAt, ...row }) => ({ ...row, userName: personWords({ name: row.userName, disabledAt }) }));
	return [...rows.filter((row) => row.toOn === null).sort((a, b) => (a.unitName < b.unitName ? -1 : 1)), ...rows.filter((row) => row.toOn !== null)];
}
