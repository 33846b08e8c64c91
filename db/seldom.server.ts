import { eq } from 'drizzle-orm';
import { newId } from './new-id.ts';
import { challenges, districts, goals, industries, settings, skills, topics, units, users } from './schema/index.ts';
import type { Client, Db } from './sqlite.server.ts';

/** Tables whose rows change seldom and stand on every other page: held in memory (held.server.ts). */
const SELDOM: ReadonlySet<unknown> = new Set([challenges, districts, goals, industries, skills, topics, units, users]);
const KEY = 'seldomVersion';
const DEEDS = new Set<string | symbol>(['insert', 'update', 'delete']);

/** The same transaction, which notes when it writes to one of the tables held in memory. */
export function watched(tx: Db, touch: () => void): Db {
	return new Proxy(tx, {
		get(target, key) {
			const own = Reflect.get(target, key);
			if (!DEEDS.has(key)) return own;
			return (table: unknown) => {
				if (SELDOM.has(table)) touch();
				return own.call(target, table);
			};
		},
	});
}

/** Tells every process that rows held in memory are old; in the transaction that changed them. */
export async function outdate(tx: Db): Promise<void> {
	const setting = { value: newId(), updatedAt: new Date() };
	await tx
		.insert(settings)
		.values({ key: KEY, ...setting })
		.onConflictDoUpdate({ target: settings.key, set: setting });
}

const seen = new WeakMap<Client, { commits: number; version: Promise<unknown> }>();

/** Another value after every commit that changed rows held in memory. Read from its row only when somebody committed something. */
export async function seldomVersion(client: Client): Promise<unknown> {
	const commits = client.commits?.();
	if (commits === undefined) return versionRow(client);
	const last = seen.get(client);
	if (last?.commits === commits) return last.version;
	const version = versionRow(client);
	seen.set(client, { commits, version });
	version.catch(() => seen.delete(client));
	return version;
}

async function versionRow({ db }: Client): Promise<unknown> {
	const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, KEY));
	return row?.value;
}
