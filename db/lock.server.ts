import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { engine, sqlitePath } from './engine.ts';
import { realFile } from './found.server.ts';

/** Somebody else serves, migrates or resets this file; the message is the sentence to print. */
export class AlreadyServedError extends Error {
	override name = 'AlreadyServedError';
	constructor(path: string) {
		super(`Another Distrikt is using ${path}: stop it first, or choose another DATABASE_URL.`);
	}
}

/** The file stands under several names (hard links); the message is the sentence to print. */
export class SeveralNamesError extends Error {
	override name = 'SeveralNamesError';
	constructor(path: string, names: number) {
		super(`The database ${path} has ${names} names (hard links), which breaks it when two are used: keep one, or make a true copy of it.`);
	}
}

// Kept reachable: a collected connection would give the lock away.
let holder: Database.Database | undefined;

/**
 * Makes this process the only one that serves, migrates or resets the SQLite file: an exclusive transaction on
 * `<file>.serving` for as long as the process lives, beside the file itself whatever link led there. The operating system frees it, also after kill -9.
 * Guests (import, seed) don't take it. On PostgreSQL nothing is held. Throws `AlreadyServedError`, `SeveralNamesError`.
 * @returns gives the lock back
 */
export function holdServing(path: string = sqlitePath): () => void {
	if (engine !== 'sqlite') return () => undefined;
	const file = realFile(path);
	// Under each of its names SQLite would keep a log of its own, and so would we a lock: two writers break the file.
	const names = statSync(file, { throwIfNoEntry: false })?.nlink ?? 1;
	if (names > 1) throw new SeveralNamesError(path, names);
	const connection = new Database(`${file}.serving`, { timeout: 0 });
	try {
		connection.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		connection.close();
		if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw new AlreadyServedError(path);
		throw error;
	}
	holder = connection;
	return () => {
		connection.close();
		if (holder === connection) holder = undefined;
	};
}
