import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';

// Copies of the database made before migrations. They hold what is erased later, so they go by rule.

const MOST_COPIES = 2;
const KEPT_MS = 30 * 24 * 3_600_000;

/** Those beside the database, the newest last. */
export function copiesOf(path: string): string[] {
	const begin = `${basename(path)}-before-`;
	if (!existsSync(dirname(path))) return [];
	return readdirSync(dirname(path))
		.filter((name) => name.startsWith(begin) && name.endsWith('.bak'))
		.map((name) => join(dirname(path), name))
		.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
}

/** Copies the database to `…-before-N.bak`; answers how to take the copy back. A copy that did not become whole is none. */
export function copyBefore(connection: Database.Database, path: string, migration: number): () => void {
	const copy = `${path}-before-${migration}.bak`;
	const drop = () => rmSync(copy, { force: true });
	drop();
	try {
		connection.prepare('VACUUM INTO ?').run(copy);
	} catch (error) {
		drop();
		throw error;
	}
	return drop;
}

/** Keeps the two newest copies, and none beyond thirty days; answers how many went. */
export function pruneCopies(path: string, now = new Date()): number {
	const copies = copiesOf(path);
	const old = copies.filter((copy, at) => at < copies.length - MOST_COPIES || now.getTime() - statSync(copy).mtimeMs > KEPT_MS);
	for (const copy of old) rmSync(copy);
	return old.length;
}
