import { and, asc, count, desc, eq, exists, gt, gte, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { startOf, today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { followUps, memberships, units, users } from '#db/schema/index.ts';
import { ascNullsLast } from '#db/sql.server.ts';
import { type FollowUpCursor, type FollowUpListState, stateOf } from './list-filters.ts';
import { firstDayAfter, firstDayOf } from './quarters.ts';
import { type FollowUpItem, itemOf, rowsWhere } from './queries.server.ts';

// Everybody's follow-ups: what is open, and what became of what was promised.

export interface FollowUpPage {
	items: FollowUpItem[];
	next: FollowUpCursor | null;
}

/** Open ones with the nearest day first, undated last; settled ones with the latest settled first. */
export async function followUpsPage(viewer: Viewer, state: FollowUpListState, limit = 50): Promise<FollowUpPage> {
	const { list, kind, person, unit, quarter, after } = state;
	const isOpen = stateOf(list) === 'open';
	const which = and(
		eq(followUps.state, stateOf(list)),
		list === 'overdue' ? lt(followUps.dueOn, today()) : undefined,
		kind ? eq(followUps.kind, kind) : undefined,
		person ? eq(followUps.assigneeId, person) : undefined,
		unit ? eq(followUps.unitId, unit) : undefined,
		quarter ? settledWithin(quarter) : undefined,
		after ? (isOpen ? dueBehind(after) : settledBefore(after)) : undefined,
	);
	const order = isOpen ? [ascNullsLast(followUps.dueOn), asc(followUps.id)] : [desc(followUps.settledAt), desc(followUps.id)];
	const rows = await rowsWhere(viewer, which)
		.orderBy(...order)
		.limit(limit + 1);
	const last = rows[limit - 1];
	return {
		items: rows.slice(0, limit).map((row) => itemOf(viewer, row)),
		next: rows.length > limit && last ? { at: isOpen ? last.dueOn : (last.settledAt?.getTime() ?? 0), id: last.id } : null,
	};
}

/** Rows after this one where those without a day come last. */
function dueBehind({ at, id }: FollowUpCursor): SQL | undefined {
	if (at === null) return and(isNull(followUps.dueOn), gt(followUps.id, id));
	const day = String(at);
	return or(gt(followUps.dueOn, day), and(eq(followUps.dueOn, day), gt(followUps.id, id)), isNull(followUps.dueOn));
}

/** Rows after this one, read from the index backwards. */
function settledBefore({ at, id }: FollowUpCursor): SQL | undefined {
	const moment = new Date(Number(at));
	return and(lte(followUps.settledAt, moment), or(lt(followUps.settledAt, moment), lt(followUps.id, id)));
}

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
export const followUpPeople = (viewer: Viewer): Promise<Array<{ id: string; name: string }>> =>
	db
		.select({ id: users.id, name: users.name })
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

/** Units with people in them, for the list's filter. */
export const followUpUnits = (): Promise<Array<{ id: string; name: string }>> =>
	db
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(exists(db.select({ id: memberships.unitId }).from(memberships).where(eq(memberships.unitId, units.id))))
		.orderBy(asc(units.name), asc(units.id))
		.limit(200);
