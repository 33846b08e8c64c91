import { statfs } from 'node:fs/promises';
import { asc, desc } from 'drizzle-orm';
import { env } from '#app/env.server.ts';
import { db, write } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { journal } from '#db/migrate.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, contacts, dialogues, settings, sites, users } from '#db/schema/index.ts';
import { appliedMigrations } from '#db/sql.server.ts';
import { isDamaged, noticeDamage } from './damage.server.ts';

/** Less than this and the next talks may not fit. */
const MIN_FREE_BYTES = 20_000_000;

/** Thrown to take the probe's row back. */
class Probed extends Error {}

/** Why the installation cannot work now, in one word; null when it can. */
export async function unreadiness(): Promise<'migrations' | 'database' | 'disk' | null> {
	try {
		if ((await appliedMigrations()) < journal().length) return 'migrations';
		await probeReading();
		await probeWriting();
		if (isDamaged()) return 'database';
		return (await hasRoom()) ? null : 'disk';
	} catch (error) {
		noticeDamage(error);
		return 'database';
	}
}

/** A row of each end of the tables that every page reads. */
async function probeReading() {
	for (const table of [companies, contacts, dialogues, sites, users])
		for (const order of [asc(table.id), desc(table.id)]) await db.select().from(table).orderBy(order).limit(1);
}

/** A row written and rolled back: proves the lock, the file's permissions and the settings without leaving a trace. */
async function probeWriting() {
	const probe = write(async (tx) => {
		await tx.insert(settings).values({ key: newId(), value: 'probe', updatedAt: new Date() });
		throw new Probed();
	});
	await probe.catch((error: unknown) => {
		if (!(error instanceof Probed)) throw error;
	});
}

async function hasRoom(): Promise<boolean> {
	if (engine !== 'sqlite') return true;
	const disk = await statfs(env().dataFolder);
	return disk.bavail * disk.bsize > MIN_FREE_BYTES;
}
