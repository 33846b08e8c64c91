import { type AnyColumn, and, asc, count, desc, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isCalendarDay } from '#app/days/days.ts';
import { db } from '#db/client.server.ts';
import { beyond } from '#db/sql.server.ts';

// The one way a list is read page by page: by the key of its rows, never by counting them off.

export const PAGE_SIZE = 50;
/** Counting stops here and says "1.000+": an exact total of a million rows is worth nobody's waiting. */
export const COUNT_CAP = 1_000;

/** A way rows stand in a list. */
export interface Order {
	/** Ordering columns under the names rows carry them by; the last alone tells rows apart, only the first may be empty. */
	by: Readonly<Record<string, AnyColumn>>;
	isDescending?: boolean;
	/** Where the first column may be empty: the end of the ascending order at which those rows stand. */
	empty?: 'first' | 'last';
}

/** Where a page begins or ends, as an address carries it. */
export interface Position {
	after?: string | null | undefined;
	before?: string | null | undefined;
}

export interface Page<Row> {
	rows: Row[];
	/** Places to go on from: `before` and `after` of the neighbouring pages. */
	previous: string | null;
	next: string | null;
}

type Key = string | number | null;
export type Query<Row> = (which: SQL | undefined, order: SQL[], limit: number) => PromiseLike<Row[]>;

/**
 * One page in an order, and the places of its neighbours. `query` reads rows on which `which` holds; one statement, or two
 * where the page spans rows with and without the first column: each stretch of the order is served by one index on both engines.
 */
export async function pageByKey<Row extends object>(
	query: Query<Row>,
	order: Order,
	{ after, before }: Position,
	size = PAGE_SIZE,
): Promise<Page<Row>> {
	const back = placeFrom(before, order);
	const isBackwards = back !== null;
	const place = back ?? placeFrom(after, order);
	const isDescending = Boolean(order.isDescending) !== isBackwards;
	const direction = isDescending ? desc : asc;
	const parts = stretchesOf(order);
	if (isDescending) parts.reverse();
	const start = place ? parts.findIndex(({ isEmpty }) => isEmpty === undefined || isEmpty === (place[0] === null)) : 0;
	const found: Row[] = [];
	for (const [at, { columns, which, isEmpty }] of parts.slice(start).entries()) {
		const behind = place && at === 0 ? beyond(columns, keysOf(isEmpty ? place.slice(1) : place, columns), isDescending ? 'desc' : 'asc') : undefined;
		found.push(
			...(await query(
				and(which, behind),
				columns.map((column) => direction(column)),
				size + 1 - found.length,
			)),
		);
		if (found.length > size) break;
	}
	const rows = isBackwards ? found.slice(0, size).reverse() : found.slice(0, size);
	const hasMore = found.length > size;
	const [first, last] = [rows[0], rows.at(-1)];
	return {
		rows,
		previous: first && (isBackwards ? hasMore : place) ? placeOf(first, order) : null,
		next: last && (isBackwards || hasMore) ? placeOf(last, order) : null,
	};
}

interface Stretch {
	columns: AnyColumn[];
	which?: SQL;
	isEmpty?: boolean;
}

/** The ascending order as stretches that one index serves on both engines, whichever side it sorts nulls to. */
function stretchesOf({ by, empty }: Order): Stretch[] {
	const columns = Object.values(by);
	const [first, ...rest] = columns;
	if (!empty || !first) return [{ columns }];
	const parts = [
		{ columns: rest, which: isNull(first), isEmpty: true },
		{ columns, which: isNotNull(first), isEmpty: false },
	];
	return empty === 'first' ? parts : parts.reverse();
}

/** The place of a row as the address carries it. */
export function placeOf(row: object, { by }: Order): string {
	return JSON.stringify(
		Object.keys(by).map((name) => {
			const value: unknown = Reflect.get(row, name);
			return value instanceof Date ? value.getTime() : value;
		}),
	);
}

/** The place an address names, or null for anything that is no place in this order. */
export function placeFrom(token: string | null | undefined, { by, empty }: Order): Key[] | null {
	const place = token && token.length <= 600 ? parsed(token) : null;
	const columns = Object.entries(by);
	if (!Array.isArray(place) || place.length !== columns.length) return null;
	const isRight = columns.every(([name, column], at) => (place[at] === null ? at === 0 && empty !== undefined : isKeyOf(name, column, place[at])));
	return isRight ? place : null;
}

function isKeyOf(name: string, { dataType }: AnyColumn, value: unknown): boolean {
	if (name.endsWith('On')) return typeof value === 'string' && isCalendarDay(value);
	if (dataType === 'date') return Number.isInteger(value) && Math.abs(Number(value)) < 8.64e15;
	if (dataType === 'number') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
	return typeof value === 'string' && !value.includes('\0');
}

const keysOf = (place: readonly Key[], columns: readonly AnyColumn[]) =>
	place.flatMap((key, at) => (key === null ? [] : [columns[at]?.dataType === 'date' ? new Date(key) : key]));

function parsed(token: string): unknown {
	try {
		return JSON.parse(token);
	} catch {
		return null;
	}
}

/** How many rows of a table match, as far as counting goes; `by` names the index to count along. */
export async function counted(
	table: SQLiteTable & { id: AnySQLiteColumn },
	where: SQL | undefined,
	by: readonly AnySQLiteColumn[] = [],
): Promise<number> {
	const some = db
		.select({ id: table.id })
		.from(table)
		.where(where)
		.orderBy(...by)
		.limit(COUNT_CAP + 1)
		.as('capped');
	const [row] = await db.select({ n: count() }).from(some);
	return row?.n ?? 0;
}
