import { AsyncLocalStorage } from 'node:async_hooks';
import { databaseUrl, engine, sqlitePath } from './engine.ts';
import { patience } from './patience.server.ts';
import { openPostgres } from './postgres.server.ts';
import { outdate, watched } from './seldom.server.ts';
import { type Client, type Db, openSqlite } from './sqlite.server.ts';

export type { Client, Db } from './sqlite.server.ts';

// The server bundle, the routes' bundle and hot reload all contain this module: the handle lives once per process.
const house = globalThis as typeof globalThis & { __distriktClient?: Client; __distriktWriting?: AsyncLocalStorage<true> };
house.__distriktWriting ??= new AsyncLocalStorage<true>();
const writing = house.__distriktWriting;

/** The process's handle. */
export function currentClient(): Client {
	house.__distriktClient ??= engine === 'postgres' ? openPostgres(databaseUrl) : openSqlite(sqlitePath);
	return house.__distriktClient;
}

/** Reads. Writing through it fails on SQLite (read-only connection) and is against the rules on PostgreSQL. */
export const db: Db = new Proxy({} as Db, {
	get: (_, key) => Reflect.get(currentClient().db, key),
});

/**
 * One unit of work: everything `work` does through `tx` is committed together or not at all.
 * Inside, await only the database: on SQLite every other writer of the process waits.
 * Throws `DatabaseBusyError` when others, of this process or another, kept it waiting for five seconds of its request.
 */
export function write<T>(work: (tx: Db) => Promise<T>): Promise<T> {
	return currentClient().transact(unitOf(work), patience());
}

/** `write()` for what nobody waits for: done only while nobody else writes or waits to, so that it stands in nobody's way. */
export function writeIfIdle(work: (tx: Db) => Promise<unknown>): Promise<'done' | 'busy'> {
	return currentClient().transactIfIdle(unitOf(work));
}

function unitOf<T>(work: (tx: Db) => Promise<T>): (tx: Db) => Promise<T> {
	if (writing.getStore()) throw new Error('write() inside write(): pass tx on instead');
	return (tx) =>
		writing.run(true, async () => {
			let isOutdated = false;
			const result = await work(
				watched(tx, () => {
					isOutdated = true;
				}),
			);
			if (isOutdated) await outdate(tx);
			return result;
		});
}

/** Folds the write-ahead log into the database and empties it: what was overwritten or erased is then nowhere any more. */
export async function foldLog(): Promise<void> {
	await currentClient().fold?.();
}

/** Puts another client in place: the tests' PGlite. */
export function replaceClient(other: Client | undefined) {
	house.__distriktClient = other;
}

export async function closeDatabase() {
	await house.__distriktClient?.close();
	house.__distriktClient = undefined;
}
