import {
	closeSync,
	existsSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readlinkSync,
	readSync,
	realpathSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { copiesOf } from './copies.server.ts';
import { DatabaseFault } from './errors.ts';

// What lies at the database's path: nothing yet, a database, or something that must not be taken for either.

/** Read through at the start within a moment; a larger file keeps a thread of its own busy, so that signals are heard. */
const LARGE_BYTES = 64_000_000;
const MAGIC = 'SQLite format 3\0';

/** The file itself, where `path` or a folder on the way is a link; the file may be still to come. */
export function realFile(path: string): string {
	const link = lstatSync(path, { throwIfNoEntry: false });
	if (link?.isSymbolicLink() && !existsSync(path)) return realFile(resolve(dirname(path), readlinkSync(path)));
	if (link) return realpathSync(path);
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	return join(realpathSync(dirname(path)), basename(path));
}

const markerOf = (path: string) => `${path}.installed`;

/** Notes beside the database that it was there: from now on its absence is a loss, no first start. */
export function markInstalled(path: string) {
	if (existsSync(markerOf(path))) return;
	writeFileSync(
		markerOf(path),
		'A database of Distrikt belongs beside this file. If it is missing, it was lost: see README, "When the database is damaged".\n',
	);
}

/**
 * Whether a database is there, whole, or whether this is a first start: neither a database nor a trace of one. Throws
 * `DatabaseFault` for all else: nothing is written then.
 */
export async function found(path: string): Promise<'nothing' | 'database'> {
	if (!existsSync(path)) {
		const trace = traceOf(path);
		if (trace) throw new DatabaseFault(path, `is missing, but ${trace} is there`, advice(path));
		return 'nothing';
	}
	if (statSync(path).size === 0) throw new DatabaseFault(path, 'is empty (0 bytes)', advice(path));
	if (beginningOf(path) !== MAGIC) throw new DatabaseFault(path, 'cannot be used: file is not a database', advice(path));
	const fault = statSync(path).size > LARGE_BYTES ? await checkedAside(path) : checked(Database, path);
	if (fault) throw new DatabaseFault(path, `is damaged (${fault})`, advice(path));
	return 'database';
}

function beginningOf(path: string): string {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(MAGIC.length);
		readSync(file, bytes, 0, MAGIC.length, 0);
		return bytes.toString('latin1');
	} finally {
		closeSync(file);
	}
}

/** What a database of before has left behind. */
function traceOf(path: string): string | undefined {
	const beside = [`${path}-wal`, markerOf(path), ...copiesOf(path)].find((name) => existsSync(name));
	const files = join(dirname(path), 'files');
	return beside ?? (namesIn(files).length > 0 ? files : undefined);
}

/** The first thing wrong with the file, or null. Reads alone, so that the file stays as it is. Also runs by itself in a worker. */
function checked(driver: typeof Database, path: string): string | null {
	try {
		const connection = new driver(path, { readonly: true, fileMustExist: true });
		try {
			const answer = String(connection.pragma('quick_check(1)', { simple: true }));
			if (answer !== 'ok') return answer;
			const tables = connection.prepare("select count(*) from sqlite_master where name = '__drizzle_migrations'").pluck().get();
			return tables === 1 ? null : 'it has none of our tables';
		} finally {
			connection.close();
		}
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (error instanceof Error && /^SQLITE_(CORRUPT|NOTADB)/.test(code)) return error.message;
		throw error;
	}
}

/** `checked` in a thread of its own. */
function checkedAside(path: string): Promise<string | null> {
	const driver = createRequire(import.meta.url).resolve('better-sqlite3');
	const code = `const { parentPort, workerData } = require('node:worker_threads');
const checked = ${checked.toString()};
parentPort.postMessage(checked(require(workerData.driver), workerData.path));`;
	return new Promise((resolved, failed) => {
		const worker = new Worker(code, { eval: true, workerData: { driver, path } });
		worker.once('message', resolved);
		worker.once('error', failed);
	});
}

function advice(path: string): string {
	const newest = copiesOf(path).at(-1);
	const copy = newest ? `Copies lie beside it, the newest is ${newest}.` : 'No copy lies beside it.';
	return `It was left as it is. Put your newest backup in its place, with ${basename(path)}-wal and ${basename(path)}-shm moved away. ${copy} To begin an empty one instead, and lose everything: npm run db:reset -- --yes`;
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
