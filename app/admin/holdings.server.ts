import { and, countDistinct, eq, inArray, isNull, lt, ne, type SQL } from 'drizzle-orm';
import { FIELD, WORK } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { changeHands } from '#app/companies/naming.server.ts';
import { revise } from '#app/editing/revise.server.ts';
import { touched } from '#app/follow-ups/commands.server.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, db } from '#db/client.server.ts';
import {
	companies,
	companyResponsibles,
	districts,
	followUps,
	issues,
	landownerResponsibles,
	landowners,
	memberships,
	units,
	users,
} from '#db/schema/index.ts';
import type { Held, Holding } from './holdings.ts';

const openOf = (userId: string, more?: SQL) => and(eq(followUps.assigneeId, userId), eq(followUps.state, 'open'), isNull(followUps.archivedAt), more);
const WHERE = {
	tasks: (userId: string) => openOf(userId, ne(followUps.kind, 'visit')),
	visits: (userId: string) => openOf(userId, eq(followUps.kind, 'visit')),
	companies: (userId: string) => and(eq(companyResponsibles.userId, userId), isNull(companyResponsibles.toOn), isNull(companies.archivedAt)),
	landowners: (userId: string) => and(eq(landownerResponsibles.userId, userId), isNull(landownerResponsibles.toOn), isNull(landowners.archivedAt)),
	districts: (userId: string) => and(eq(districts.responsibleId, userId), isNull(districts.archivedAt)),
	issues: (userId: string) => and(eq(issues.ownerId, userId), eq(issues.state, 'open'), isNull(issues.archivedAt)),
};

/** How much a person holds. Numbers alone: who may see the rows asks the lists for them. */
export async function heldBy(viewer: Viewer, userId: string): Promise<Held> {
	demand(viewer, 'see', 'person');
	const agreed = (where: SQL | undefined) =>
		db
			.select({ rows: countDistinct(followUps.id) })
			.from(followUps)
			.where(where);
	const found = await Promise.all([
		agreed(WHERE.tasks(userId)),
		agreed(openOf(userId, lt(followUps.dueOn, today()))),
		agreed(WHERE.visits(userId)),
		db
			.select({ rows: countDistinct(companies.id) })
			.from(companyResponsibles)
			.innerJoin(companies, eq(companies.id, companyResponsibles.companyId))
			.where(WHERE.companies(userId)),
		db
			.select({ rows: countDistinct(landowners.id) })
			.from(landownerResponsibles)
			.innerJoin(landowners, eq(landowners.id, landownerResponsibles.landownerId))
			.where(WHERE.landowners(userId)),
		db
			.select({ rows: countDistinct(districts.id) })
			.from(districts)
			.where(WHERE.districts(userId)),
		db
			.select({ rows: countDistinct(issues.id) })
			.from(issues)
			.where(WHERE.issues(userId)),
	]);
	const [tasks = 0, overdue = 0, visits = 0, firms = 0, owners = 0, areas = 0, matters = 0] = found.map(([row]) => row?.rows);
	return { tasks, overdue, visits, companies: firms, landowners: owners, districts: areas, issues: matters };
}

/** A colleague who can go on with some of it. */
export interface Heir {
	id: string;
	name: string;
	takes: Holding[];
}

/** Who may go on with what: field work by those who have it, firms and owners within the unit, districts by anybody who can sign in. */
export async function heirsOf(viewer: Viewer, userId: string, from: Db = db): Promise<Heir[]> {
	demand(viewer, 'see', 'person');
	const [firmUnits, ownerUnits] = await Promise.all([
		from
			.selectDistinct({ unitId: companyResponsibles.unitId })
			.from(companyResponsibles)
			.where(and(eq(companyResponsibles.userId, userId), isNull(companyResponsibles.toOn))),
		from
			.selectDistinct({ unitId: landownerResponsibles.unitId })
			.from(landownerResponsibles)
			.where(and(eq(landownerResponsibles.userId, userId), isNull(landownerResponsibles.toOn))),
	]);
	const people = await from
		.select({ id: users.id, name: users.name, unitId: memberships.unitId, role: memberships.role })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.innerJoin(units, eq(units.id, memberships.unitId))
		.where(and(ne(users.id, userId), isNull(users.disabledAt), isNull(users.archivedAt)))
		.orderBy(users.sortName, users.id);
	const heirs = new Map<string, Heir>();
	for (const { id, name, unitId, role } of people) {
		const heir = heirs.get(id) ?? { id, name, takes: ['districts'] };
		const isOf = (held: ReadonlyArray<{ unitId: string }>) => held.some((unit) => unit.unitId === unitId);
		const more: Array<Holding | false> = [
			...(FIELD.includes(role) ? (['tasks', 'visits'] as const) : []),
			WORK.includes(role) && 'issues',
			isOf(firmUnits) && 'companies',
			isOf(ownerUnits) && 'landowners',
		];
		heirs.set(id, { ...heir, takes: [...new Set([...heir.takes, ...more.filter((kind) => kind !== false)])] });
	}
	return [...heirs.values()];
}

interface Next {
	id: string;
	unitId: string;
	userId: string;
	fromOn: string;
}

/** So many records change hands in one write; others' saves come in between. */
export const SLICE = 50;

/** Gives some of what a person holds to a colleague, with a line in each record's history; answers how many. */
export const GIVE: Record<Holding, (tx: Db, viewer: Viewer, from: string, to: string) => Promise<number>> = {
	tasks: (tx, viewer, from, to) => giveFollowUps(tx, viewer, WHERE.tasks(from), to),
	visits: (tx, viewer, from, to) => giveFollowUps(tx, viewer, WHERE.visits(from), to),
	async companies(tx, viewer, from, to) {
		const rows = await tx
			.select({ row: companyResponsibles })
			.from(companyResponsibles)
			.innerJoin(companies, eq(companies.id, companyResponsibles.companyId))
			.where(and(WHERE.companies(from), inArray(companyResponsibles.unitId, unitsOf(tx, to))))
			.limit(SLICE);
		for (const { row } of rows) {
			const { companyId, unitId } = row;
			const add = (within: Db, next: Next) => within.insert(companyResponsibles).values({ ...next, companyId });
			await changeHands(tx, viewer, { unitId, userId: to }, row, { subject: { kind: 'company', id: companyId }, table: companyResponsibles, add });
		}
		return rows.length;
	},
	async landowners(tx, viewer, from, to) {
		const rows = await tx
			.select({ row: landownerResponsibles })
			.from(landownerResponsibles)
			.innerJoin(landowners, eq(landowners.id, landownerResponsibles.landownerId))
			.where(and(WHERE.landowners(from), inArray(landownerResponsibles.unitId, unitsOf(tx, to))))
			.limit(SLICE);
		for (const { row } of rows) {
			const { landownerId, unitId } = row;
			const add = (within: Db, next: Next) => within.insert(landownerResponsibles).values({ ...next, landownerId });
			await changeHands(tx, viewer, { unitId, userId: to }, row, {
				subject: { kind: 'landowner', id: landownerId },
				table: landownerResponsibles,
				add,
			});
		}
		return rows.length;
	},
	async districts(tx, viewer, from, to) {
		const rows = await tx.select().from(districts).where(WHERE.districts(from)).limit(SLICE);
		for (const before of rows)
			await revise(tx, viewer, { kind: 'district', id: before.id }, { before, version: before.version, wanted: { responsibleId: to } });
		return rows.length;
	},
	async issues(tx, viewer, from, to) {
		const rows = await tx.select().from(issues).where(WHERE.issues(from)).limit(SLICE);
		for (const before of rows)
			await revise(tx, viewer, { kind: 'issue', id: before.id }, { before, version: before.version, wanted: { ownerId: to } });
		return rows.length;
	},
};

const unitsOf = (tx: Db, userId: string) => tx.select({ id: memberships.unitId }).from(memberships).where(eq(memberships.userId, userId));

async function giveFollowUps(tx: Db, viewer: Viewer, which: SQL | undefined, to: string): Promise<number> {
	const rows = await tx.select().from(followUps).where(which).limit(SLICE);
	for (const before of rows) {
		const wanted = { assigneeId: to };
		await revise(tx, viewer, { kind: 'followUp', id: before.id }, { before, version: before.version, wanted, also: touched(before) });
	}
	return rows.length;
}
