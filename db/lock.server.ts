import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { engine, sqlitePath } from './engine.ts';

/** Somebody else serves, migrates or resets this file; the message is the sentence to print. */
export class AlreadyServedError extends Error {
	override name = 'AlreadyServedError';
	constructor(path: string) {
		super(`Another Distrikt is using ${path}: stop it first, or choose another DATABASE_URL.`);
	}
}

// Kept reachable: a collected connection would give the lock away.
let holder: Database.Database | undefined;

/**
 * Makes this process the only one that serves, migrates or resets the SQLite file: an exclusive transaction on
 * `<file>.serving` for as long as the process lives. The operating system frees it, also after kill -9.
 * Guests (import, seed) don't take it. On PostgreSQL nothing is held. Throws `AlreadyServedError`.
 * @returns gives the lock back
 */
export function holdServing(path: string = sqlitePath): () => void {
	if (engine !== 'sqlite') return () => undefined;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const connection = new Database(`${path}.serving`, { timeout: 0 });
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
