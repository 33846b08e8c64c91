import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { DatabaseBusyError, DatabaseFault } from './errors.ts';
import * as schema from './schema/index.ts';
import { turns } from './turns.ts';

export type Db = Omit<BetterSQLite3Database<typeof schema>, 'transaction' | 'run' | 'all' | 'get' | 'values'>;

export interface Client {
	/** Reads; on SQLite a read-only connection that sees committed rows only. */
	db: Db;
	/** A number that stays while nobody, in whatever process, commits anything; only where asking costs next to nothing. */
	commits?(): number | undefined;
	/** Runs `work` in one transaction with nobody else writing; commits when it resolves. Throws `DatabaseBusyError` when it could not begin by `until` (`performance.now()`). */
	transact<T>(work: (tx: Db) => Promise<T>, until: number): Promise<T>;
	/** The same only if nobody is writing or waiting for it; else nothing is done, and said so. */
	transactIfIdle(work: (tx: Db) => Promise<unknown>): Promise<'done' | 'busy'>;
	/** SQLite: all of the log into the file, and the log emptied. Waits for readers of other processes; throws `DatabaseBusyError` when they stay. */
	fold?(): Promise<void>;
	close(): Promise<void>;
}

/** Tries at folding the log, 50 ms apart. */
const MOST_FOLDS = 40;

export function openSqlite(path: string): Client {
	// SQLite would make an empty file, which the next start must take for a lost database.
	if (!existsSync(path)) throw new DatabaseFault(path, 'does not exist', 'Make it with: npm run db:migrate');
	const writer = new Database(path, { fileMustExist: true });
	settle(writer);
	const reader = new Database(path, { readonly: true });
	reader.pragma('trusted_schema = OFF');
	reader.pragma('cache_size = -65536');
	keepStatements(reader);
	keepStatements(writer);
	const tx = drizzle(writer, { schema, casing: 'snake_case' });
	const commits = reader.prepare<[], number>('pragma data_version').pluck();
	const line = turns();

	async function transact<T>(work: (tx: Db) => Promise<T>, until: number): Promise<T> {
		await line.take(until);
		try {
			await begin(writer, until);
			const result = await work(tx);
			writer.exec('COMMIT');
			return result;
		} catch (error) {
			if (writer.inTransaction) writer.exec('ROLLBACK');
			throw error;
		} finally {
			line.pass();
		}
	}

	return {
		db: drizzle(reader, { schema, casing: 'snake_case' }),
		commits: () => commits.get(),
		transact,
		async transactIfIdle(work) {
			if (!line.isFree()) return 'busy';
			try {
				await transact(work, 0);
				return 'done';
			} catch (error) {
				if (error instanceof DatabaseBusyError) return 'busy';
				throw error;
			}
		},
		async fold() {
			await line.take(Number.POSITIVE_INFINITY);
			try {
				for (let tries = 0; tries < MOST_FOLDS; tries += 1) {
					const [{ busy } = { busy: 1 }] = writer.pragma('wal_checkpoint(TRUNCATE)') as Array<{ busy: number }>;
					if (busy === 0) return;
					await sleep(50);
				}
				throw new DatabaseBusyError();
			} finally {
				line.pass();
			}
		},
		async close() {
			await line.take(Number.POSITIVE_INFINITY);
			reader.close();
			writer.pragma('wal_checkpoint(TRUNCATE)');
			writer.close();
		},
	};
}

/** More than the pages and deeds have; the longest unused goes first. */
const MOST_STATEMENTS = 1_000;

/** What is asked again and again is compiled once: `prepare` answers the same statement for the same text. */
function keepStatements(connection: Database.Database) {
	const kept = new Map<string, Database.Statement>();
	const compile = connection.prepare.bind(connection);
	const prepare = (text: string): Database.Statement => {
		const statement = kept.get(text) ?? compile(text);
		kept.delete(text);
		kept.set(text, statement);
		const [oldest = text] = kept.keys();
		if (kept.size > MOST_STATEMENTS) kept.delete(oldest);
		return statement;
	};
	// Its overloads type the values of a statement, which are drizzle's to know.
	connection.prepare = prepare as typeof connection.prepare;
}

/** The settings every writing connection must have; checked, since SQLite silently ignores what it cannot do. */
export function settle(connection: Database.Database) {
	connection.pragma('journal_mode = WAL');
	// After WAL: SQLite drops to NORMAL by itself once the log is in use, and an audit line must survive a power cut.
	connection.pragma('synchronous = FULL');
	connection.pragma('foreign_keys = ON');
	connection.pragma('secure_delete = ON');
	connection.pragma('trusted_schema = OFF');
	connection.pragma('cell_size_check = ON');
	connection.pragma('busy_timeout = 0');
	const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 };
	for (const [name, value] of Object.entries(wanted)) {
		const actual = connection.pragma(name, { simple: true });
		if (actual !== value) throw new Error(`SQLite setting ${name} is ${actual}, must be ${value}`);
	}
}

/** `BEGIN IMMEDIATE`, retried without blocking the process while another process holds the write lock. */
async function begin(writer: Database.Database, until: number) {
	for (;;) {
		try {
			writer.exec('BEGIN IMMEDIATE');
			return;
		} catch (error) {
			if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
			if (performance.now() > until) throw new DatabaseBusyError();
			await sleep(1 + Math.random() * 19);
		}
	}
}

/** SQLite before 3.51.3 can corrupt a file that several connections write ahead in; better-sqlite3 brings its own, newer one. */
export function assertSafeSqlite() {
	const memory = new Database(':memory:');
	const version = memory.prepare('select sqlite_version()').pluck().get() as string;
	memory.close();
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (major * 1_000_000 + minor * 1_000 + patch < 3_051_003) throw new Error(`SQLite ${version} is too old: 3.51.3 or newer is needed`);
}
