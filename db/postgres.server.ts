import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema/index.ts';
import type { Client, Db } from './sqlite.server.ts';

export function openPostgres(url: string): Client {
	const pool = new Pool({ connectionString: url });
	return postgresClient(drizzle(pool, { schema, casing: 'snake_case' }), () => pool.end());
}

interface PostgresDatabase {
	transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T>;
}

/** Wraps a PostgreSQL drizzle instance; its types claim to be SQLite's (docs/decisions/0003). */
export function postgresClient(db: PostgresDatabase, close: () => Promise<void>): Client {
	const transact: Client['transact'] = (work) => db.transaction((tx) => work(tx as Db));
	return {
		db: db as unknown as Db,
		transact,
		transactIfIdle: async (work) => {
			await transact(work, 0);
			return 'done';
		},
		close,
	};
}
