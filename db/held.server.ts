import { type Client, currentClient } from './client.server.ts';
import { seldomVersion } from './seldom.server.ts';

interface Kept<T> {
	client: Client;
	version: unknown;
	rows: Promise<T>;
}

/**
 * Rows that change seldom, read once and held in memory until a write touches one of their tables, in this process or
 * another. `load` reads tables of `SELDOM` (seldom.server.ts) and no other; nobody changes what it answers.
 */
export function held<T>(load: () => PromiseLike<T>): () => Promise<T> {
	let kept: Kept<T> | undefined;
	return async () => {
		const client = currentClient();
		const version = await seldomVersion(client);
		if (kept?.client === client && kept.version === version) return kept.rows;
		// A query of drizzle's runs anew each time it is awaited: this makes one promise of it.
		const fresh = { client, version, rows: Promise.resolve(load()) };
		kept = fresh;
		fresh.rows.catch(() => {
			if (kept === fresh) kept = undefined;
		});
		return fresh.rows;
	};
}
