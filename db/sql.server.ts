import { type AnyColumn, count, type SQL, type SQLWrapper, type Subquery, sql } from 'drizzle-orm';
import { db } from './client.server.ts';
import { engine } from './engine.ts';
import type { Db } from './sqlite.server.ts';

// The few expressions that differ per engine, or that drizzle has no words for. No raw SQL elsewhere.

/** The column where `allowed` holds, else null: what the reader may not see never leaves the database. */
export function visibleWhen<T extends AnyColumn>(allowed: SQL | undefined, column: T): SQL<T['_']['data'] | null> {
	return sql<T['_']['data'] | null>`case when ${allowed ?? sql`1 = 1`} then ${column} end`;
}

/** Rows whose text begins with `prefix`, by index range; the column must be a `sortText`. */
export function startsWith(column: AnyColumn, prefix: string): SQL {
	return sql`${column} >= ${prefix} and ${column} < ${`${prefix}\u{10FFFF}`}`;
}

/** A column's text as one word. */
export const withoutBlanks = (column: AnyColumn): SQL<string> => sql<string>`replace(${column}, ' ', '')`;

/** Rows that stand behind the given one in this order of columns (row values, served by an index over them): the next page of a list. */
export function beyond(columns: readonly AnyColumn[], values: readonly (string | number | Date)[], direction: 'asc' | 'desc'): SQL {
	const names = sql.join([...columns], sql`, `);
	const keys = sql.join(
		values.map((value, at) => sql.param(value, columns[at])),
		sql`, `,
	);
	return direction === 'asc' ? sql`(${names}) > (${keys})` : sql`(${names}) < (${keys})`;
}

/** How many rows a query finds, counted no further than one beyond `cap`. */
export async function countTo(rows: { limit(most: number): { as(alias: 'counted'): Subquery } }, cap: number): Promise<number> {
	const [counted] = await db.select({ n: count() }).from(rows.limit(cap + 1).as('counted'));
	return counted?.n ?? 0;
}

/** The one value a subquery finds, as a column of the query around it. */
export const firstOf = <T>(query: SQLWrapper): SQL<T | null> => sql<T | null>`(${query})`;

/** A column's value and so many more. */
export const plus = (column: AnyColumn, more: number): SQL => sql`${column} + ${more}`;

/** Ascending with nulls after everything else, on both engines. */
export const ascNullsLast = (column: AnyColumn | SQL): SQL => sql`${column} asc nulls last`;

/** The sum over a group of the products of two whole-number columns, exact on both engines; null where one of them always is. */
export const sumOfProducts = (a: AnyColumn, b: AnyColumn): SQL<number | string | null> =>
	sql<number | string | null>`sum(cast(${a} as bigint) * ${b})`;

/** Keeps other writers from appending to the audit chain until this transaction ends (SQLite has one writer anyway). */
export const chainLock = engine === 'postgres' ? sql`select pg_advisory_xact_lock(4716)` : undefined;

/** True when the error says that a row with this key exists already. */
export function isDuplicate(error: unknown): boolean {
	for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
		const code = 'code' in cause ? String(cause.code) : '';
		if (code === '23505' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') return true;
	}
	return false;
}

/** How many migrations this database has seen; drizzle keeps them in a table (and on PostgreSQL a schema) of its own. */
export async function appliedMigrations(): Promise<number> {
	const table = engine === 'postgres' ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`;
	const rows = await db.select({ applied: sql<number>`count(*)` }).from(table);
	return Number(rows[0]?.applied ?? 0);
}

/** Runs a statement drizzle has no words for that both engines share. */
export async function execute(tx: Db, statement: SQL): Promise<void> {
	const handle = tx as unknown as { run?(query: SQL): unknown; execute?(query: SQL): Promise<unknown> };
	await (engine === 'postgres' ? handle.execute?.(statement) : handle.run?.(statement));
}

/** Rows this SQLite connection has written so far: whether a statement did anything at all. */
export function rowsWritten(tx: Db): number {
	const handle = tx as unknown as { get(query: SQL): { n: number } };
	return handle.get(sql`select total_changes() as n`).n;
}

/** Tells the query planner how the tables are filled, after a great many rows came in at once. */
export const analyze = (tx: Db): Promise<void> => execute(tx, sql`analyze`);
