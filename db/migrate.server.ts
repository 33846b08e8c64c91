import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { replaceClient, write } from './client.server.ts';
import { copyBefore, pruneCopies } from './copies.server.ts';
import { databaseUrl, engine, sqlitePath } from './engine.ts';
import { found, markInstalled, realFile } from './found.server.ts';
import { loadReferenceData } from './reference.server.ts';
import { projectRoot } from './root.ts';
import { openSqlite, settle } from './sqlite.server.ts';

/** Folder of the generated migrations. */
export const migrationsFolder = (which: 'sqlite' | 'postgres') => join(projectRoot, 'db', 'migrations', which);

interface Wish {
	/** Begins an empty database whatever lay there before. */
	isAnew?: boolean;
	/** Changes of row counts that a person has looked at, as `LostRowsError` words them. */
	accepted?: readonly string[];
}

/**
 * Brings the database to the newest schema and loads the reference data (industries, goals, challenges, topics).
 * A pending change of an existing SQLite file is preceded by a copy beside it (`…-before-N.bak`).
 * Throws on a database newer than the code, one that is damaged or lost, on lost rows and on broken references: nothing is changed then.
 */
export async function migrateDatabase(path = sqlitePath, { isAnew = false, accepted = [] }: Wish = {}) {
	if (engine === 'sqlite') {
		const file = realFile(path);
		if (isAnew || (await found(file)) === 'nothing') beginSqlite(file);
		else migrateSqlite(file, { accepted });
		pruneCopies(file);
		markInstalled(file);
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

/** A new database, made under another name first: a first start that was interrupted leaves nothing that looks like a lost one. */
function beginSqlite(path: string) {
	const half = `${path}.new`;
	for (const suffix of ['', '-wal', '-shm']) rmSync(`${half}${suffix}`, { force: true });
	const connection = new Database(half);
	try {
		settle(connection);
		runMigrations(connection, migrationsFolder('sqlite'), []);
		connection.pragma('wal_checkpoint(TRUNCATE)');
	} finally {
		connection.close();
	}
	renameSync(half, path);
}

/** Brings an existing file to the newest schema of `folder`, or leaves it as it was. */
export function migrateSqlite(
	path: string,
	{ accepted = [], folder = migrationsFolder('sqlite') }: { accepted?: readonly string[]; folder?: string } = {},
) {
	const connection = new Database(path, { fileMustExist: true });
	try {
		settle(connection);
		const known = readMigrationFiles({ migrationsFolder: folder }).length;
		const applied = connection.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
		if (applied > known) throw new Error(`The database has ${applied} migrations, this version knows ${known}: start a newer version of Distrikt`);
		if (applied === known) return;
		const dropCopy = copyBefore(connection, path, applied + 1);
		try {
			runMigrations(connection, folder, accepted);
		} catch (error) {
			dropCopy();
			throw error;
		}
	} finally {
		connection.close();
	}
}

/** Rows came or went in a migration; the message tells what, and how a person answers. */
export class LostRowsError extends Error {
	override name = 'LostRowsError';
	constructor(changes: string[]) {
		super(
			`The migration would change the number of rows (table:before:after): ${changes.join(' ')}. Nothing was changed. If that is right: npm run db:migrate -- --accept ${changes.join(' ')}`,
		);
	}
}

/**
 * All pending migrations in one transaction, looked at before it is committed. Our own loop, as drizzle-kit's files want it
 * (`drizzle-orm/better-sqlite3/migrator` commits by itself, before anybody could look).
 */
function runMigrations(connection: Database.Database, folder: string, accepted: readonly string[]) {
	// Inside a transaction this pragma does nothing: a table rebuild would then delete every child row under
	// ON DELETE CASCADE (drizzle-orm issue 5782).
	connection.pragma('foreign_keys = OFF');
	connection.exec('BEGIN IMMEDIATE');
	try {
		const before = rowCounts(connection);
		connection.exec('create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)');
		const last = connection.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null;
		const note = connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
		for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: folder })) {
			if (last !== null && folderMillis <= Number(last)) continue;
			for (const statement of sql) connection.exec(statement);
			note.run(hash, folderMillis);
		}
		const broken = connection.pragma('foreign_key_check') as unknown[];
		if (broken.length > 0) throw new Error(`The migration would leave ${broken.length} broken references; nothing was changed`);
		const changes = changesOf(before, rowCounts(connection)).filter((change) => !accepted.includes(change));
		if (changes.length > 0) throw new LostRowsError(changes);
		connection.exec('COMMIT');
	} catch (error) {
		if (connection.inTransaction) connection.exec('ROLLBACK');
		throw error;
	} finally {
		connection.pragma('foreign_keys = ON');
	}
}

const changesOf = (before: Map<string, number>, after: Map<string, number>): string[] =>
	[...before].flatMap(([table, count]) => ((after.get(table) ?? 0) === count ? [] : [`${table}:${count}:${after.get(table) ?? 'gone'}`]));

/** How many migrations the code brings, for `/readyz`. */
export function journal(): unknown[] {
	return JSON.parse(readFileSync(join(migrationsFolder(engine), 'meta', '_journal.json'), 'utf8')).entries;
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
