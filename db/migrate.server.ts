import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { replaceClient, write } from './client.server.ts';
import { databaseUrl, engine, sqlitePath } from './engine.ts';
import { loadReferenceData } from './reference.server.ts';
import { projectRoot } from './root.ts';
import { openSqlite, settle } from './sqlite.server.ts';

/** Folder of the generated migrations. */
export const migrationsFolder = (which: 'sqlite' | 'postgres') => join(projectRoot, 'db', 'migrations', which);

/**
 * Brings the database to the newest schema and loads the reference data (industries, goals, challenges, topics).
 * A pending change of an existing SQLite file is preceded by a copy beside it (`…-before-N.bak`).
 * Throws on a database newer than the code, on lost rows and on broken references; the copy then stands.
 */
export async function migrateDatabase(path = sqlitePath) {
	if (engine === 'sqlite') {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		migrateSqlite(path);
		if (path !== sqlitePath) replaceClient(openSqlite(path));
	} else await migrateServer();
	await write(loadReferenceData);
}

async function migrateServer() {
	const pool = new Pool({ connectionString: databaseUrl });
	try {
		await migratePostgres(drizzlePostgres(pool), { migrationsFolder: migrationsFolder('postgres') });
	} finally {
		await pool.end();
	}
}

export function migrateSqlite(path: string) {
	const connection = new Database(path);
	try {
		settle(connection);
		const known = journal().length;
		const applied = appliedCount(connection);
		if (applied > known) throw new Error(`The database has ${applied} migrations, this version knows ${known}: start a newer version of Distrikt`);
		if (applied === known) return;
		if (applied > 0) copyBefore(connection, path, applied);
		const before = rowCounts(connection);
		// drizzle's migrator runs in a transaction, where this pragma does nothing: a table rebuild would then
		// delete every child row under ON DELETE CASCADE (drizzle-orm issue 5782).
		connection.pragma('foreign_keys = OFF');
		migrate(drizzle(connection, { casing: 'snake_case' }), { migrationsFolder: migrationsFolder('sqlite') });
		connection.pragma('foreign_keys = ON');
		const broken = connection.pragma('foreign_key_check') as unknown[];
		if (broken.length > 0) throw new Error(`Migration left ${broken.length} broken references`);
		const after = rowCounts(connection);
		for (const [table, count] of before) {
			if (after.has(table) && after.get(table) !== count)
				throw new Error(`Migration changed the number of rows in ${table}: ${count} → ${after.get(table)}`);
		}
	} finally {
		connection.close();
	}
}

/** How many migrations the code brings, for `/readyz` and the check above. */
export function journal(): unknown[] {
	return JSON.parse(readFileSync(join(migrationsFolder(engine), 'meta', '_journal.json'), 'utf8')).entries;
}

function appliedCount(connection: Database.Database): number {
	const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
	return table ? (connection.prepare('select count(*) from __drizzle_migrations').pluck().get() as number) : 0;
}

function copyBefore(connection: Database.Database, path: string, applied: number) {
	const copy = `${path}-before-${applied + 1}.bak`;
	if (existsSync(copy)) rmSync(copy);
	connection.prepare('VACUUM INTO ?').run(copy);
}

function rowCounts(connection: Database.Database): Map<string, number> {
	const tables = connection
		// Tables of rows: not the full-text index, whose inner tables are filled as it likes.
		.prepare(
			"select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name <> '__drizzle_migrations'",
		)
		.pluck()
		.all() as string[];
	return new Map(tables.map((name) => [name, connection.prepare(`select count(*) from "${name}"`).pluck().get() as number]));
}
