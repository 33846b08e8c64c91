import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { DatabaseBusyError } from './errors.ts';
import * as schema from './schema/index.ts';
import type { Client, Db } from './sqlite.server.ts';

/** Longest wait for a connection when all are busy. */
const MAX_WAIT_MS = 5_000;

export function openPostgres(url: string): Client {
	const pool = new Pool({ connectionString: url, connectionTimeoutMillis: MAX_WAIT_MS });
	return postgresClient(drizzle(pool, { schema, casing: 'snake_case' }), () => pool.end());
}

interface Transaction {
	execute(statement: SQL): Promise<unknown>;
}
interface PostgresDatabase {
	transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T>;
}

/** Wraps a PostgreSQL drizzle instance; its types claim to be SQLite's (docs/decisions/0003). */
export function postgresClient(db: PostgresDatabase, close: () => Promise<void>): Client {
	async function transact<T>(work: (tx: Db) => Promise<T>, until: number): Promise<T> {
		try {
			return await db.transaction(async (tx) => {
				// A lock that somebody else holds is waited for as long as on SQLite, and no longer.
				const most = Math.max(1, Math.ceil(until - performance.now()));
				await (tx as Transaction).execute(sql.raw(`set local lock_timeout = ${most}`));
				return work(tx as Db);
			});
		} catch (error) {
			throw isWaitOver(error) ? new DatabaseBusyError() : error;
		}
	}
	return {
		db: db as unknown as Db,
		transact,
		async transactIfIdle(work) {
			try {
				await transact(work, 0);
				return 'done';
			} catch (error) {
				if (error instanceof DatabaseBusyError) return 'busy';
				throw error;
			}
		},
		close,
	};
}

/** `lock_not_available`, which PostgreSQL says after `lock_timeout`. */
function isWaitOver(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause) if ('code' in cause && cause.code === '55P03') return true;
	return false;
}
