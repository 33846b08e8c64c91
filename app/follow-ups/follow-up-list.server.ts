import { and, asc, count, eq, exists, gte, lt, ne } from 'drizzle-orm';
import { personWords } from '#app/auth/labels.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { startOf, today } from '#app/i18n/format.ts';
import type { Order } from '#app/lists/keyset.server.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { followUps, memberships, units, users } from '#db/schema/index.ts';
import { FOLLOW_UP_KINDS } from '#db/vocabulary.ts';
import { FOLLOW_UP_LIST, stateOf } from './list.tsx';
import { firstDayAfter, firstDayOf } from './quarters.ts';
import { isOrphaned, itemOf, rowsWhere } from './queries.server.ts';

// Everybody's follow-ups: what is open, and what became of what was promised.

/** Open ones with the nearest day first, undated last; settled ones with the latest settled first. */
export const followUpList = source({
	list: FOLLOW_UP_LIST,
	may: (viewer) => can(viewer, 'see', 'followUp'),
	choices: {
		person: async (viewer) => optionsOf(await followUpPeople(viewer)),
		unit: async () => optionsOf(await followUpUnits()),
	},
	ask(viewer, { is }) {
		const state = stateOf(is.list);
		const kind = FOLLOW_UP_KINDS.find((one) => one === is.kind);
		const where = and(
			eq(followUps.state, state),
			is.list === 'orphaned' ? isOrphaned() : undefined,
			is.list === 'overdue' ? lt(followUps.dueOn, today()) : undefined,
			kind && eq(followUps.kind, kind),
			is.kind === 'agreed' ? ne(followUps.kind, 'visit') : undefined,
			is.person ? eq(followUps.assigneeId, is.person) : undefined,
			is.unit ? eq(followUps.unitId, is.unit) : undefined,
			is.quarter ? settledWithin(is.quarter) : undefined,
		);
		const { dueOn, settledAt, id } = followUps;
		const order: Order = state === 'open' ? { by: { dueOn, id }, empty: 'last' } : { by: { settledAt, id }, isDescending: true };
		return {
			read: (which, by, limit) =>
				rowsWhere(viewer, and(where, which))
					.orderBy(...by)
					.limit(limit),
			order,
		};
	},
	rows: (viewer, found) => found.map((row) => itemOf(viewer, row)),
});

const optionsOf = (rows: ReadonlyArray<{ id: string; name: string }>) => rows.map(({ id, name }) => ({ value: id, label: name }));

const settledWithin = (quarter: string) =>
	and(gte(followUps.settledAt, startOf(firstDayOf(quarter))), lt(followUps.settledAt, startOf(firstDayAfter(quarter))));

export interface PromisesOfQuarter {
	quarter: string;
	kept: number;
	broken: number;
}

/**
 * How many promises were kept and how many were not, by the quarter in which that was said; of one unit or of all.
 * Dropped and open ones count as neither. Every number is the length of the list the same quarter and unit filter.
 */
export const promisesByQuarter = (viewer: Viewer, quarters: readonly string[], unitId: string | null): Promise<PromisesOfQuarter[]> =>
	Promise.all(
		quarters.map(async (quarter) => {
			const [kept, broken] = await Promise.all(
				(['done', 'broken'] as const).map(async (state) => {
					const [row] = await db
						.select({ rows: count() })
						.from(followUps)
						.where(
							and(
								within(viewer, 'followUps'),
								eq(followUps.state, state),
								eq(followUps.kind, 'promise'),
								settledWithin(quarter),
								unitId ? eq(followUps.unitId, unitId) : undefined,
							),
						);
					return row?.rows ?? 0;
				}),
			);
			return { quarter, kept: kept ?? 0, broken: broken ?? 0 };
		}),
	);

/** Who has follow-ups, for the list's filter. */
const followUpPeople = async (viewer: Viewer): Promise<Array<{ id: string; name: string }>> => {
	const people = await db
		.select({ id: users.id, name: users.name, disabledAt: users.disabledAt })
		.from(users)
		.where(
			exists(
				db
					.select({ id: followUps.id })
					.from(followUps)
					.where(and(within(viewer, 'followUps'), eq(followUps.assigneeId, users.id))),
			),
		)
		.orderBy(asc(users.name), asc(users.id))
		.limit(200);
	return people.map((person) => ({ id: person.id, name: personWords(person) }));
};

/** Units with people in them, for the list's filter. */
const followUpUnits = (): Promise<Array<{ id: string; name: string }>> =>
	db
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(exists(db.select({ id: memberships.unitId }).from(memberships).where(eq(memberships.unitId, units.id))))
		.orderBy(asc(units.name), asc(units.id))
		.limit(200);
