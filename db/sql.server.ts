import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { engine } from './engine.ts';

// The few expressions that differ per engine, or that drizzle has no words for. No raw SQL elsewhere.

/** The column where `allowed` holds, else null: what the reader may not see never leaves the database. */
export function visibleWhen<T extends AnyColumn>(allowed: SQL | undefined, column: T): SQL<T['_']['data'] | null> {
	return sql<T['_']['data'] | null>`case when ${allowed ?? sql`1 = 1`} then ${column} end`;
}

/** Rows whose text begins with `prefix`, by index range; the column must be a `sortText`. */
export function startsWith(column: AnyColumn, prefix: string): SQL {
	return sql`${column} >= ${prefix} and ${column} < ${`${prefix}\u{10FFFF}`}`;
}

/** Ascending with nulls after everything else, on both engines. */
export const ascNullsLast = (column: AnyColumn | SQL): SQL => sql`${column} asc nulls last`;

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
