import '#app/records/records.server.ts';
import { eq, inArray } from 'drizzle-orm';
import { type Actor, recordActivity } from '#app/activity/record.server.ts';
import { db } from '#db/client.server.ts';
import { leavingRemains, wipeRemains } from '#db/full-text.server.ts';
import { companies, districts, imports, sites } from '#db/schema/index.ts';
import { step } from './batch.server.ts';
import { isRunning } from './batches.server.ts';
import { byFirm, netChanges } from './changes.server.ts';
import { ExchangeError } from './record.ts';
import { restoreFirms } from './restore.server.ts';
import { restoreDistricts } from './restore-districts.server.ts';
import type { Kept } from './undo.ts';

/** Firms restored in one transaction. */
const FIRMS_AT_ONCE = 50;

/**
 * Takes an import back: what it made is deleted, what it changed is as before, down to dates and versions.
 * A record changed since, or one that somebody's work hangs on, stays and is listed; the undo can then be run again.
 * Throws `ExchangeError` for an unknown batch, one that is still being taken in, and one undone already. A stop half-way can be repeated.
 */
export async function undoImport(actor: Actor, batch: string): Promise<{ undone: number; kept: Kept[] }> {
	const [found] = await db.select().from(imports).where(eq(imports.id, batch));
	if (!found) throw new ExchangeError('batch_unknown', batch);
	if (found.undoneAt) throw new ExchangeError('batch_undone', batch);
	if (isRunning(found)) throw new ExchangeError('batch_running', batch);
	// Closed: an import that only slept writes no more.
	if (!found.finishedAt) await step(async (tx) => void (await tx.update(imports).set({ finishedAt: new Date() }).where(eq(imports.id, batch))));
	const changes = await netChanges(batch);
	const firms = await byFirm(changes);
	const kept: Kept[] = [];
	let undone = 0;
	for (let at = 0; at < firms.length; at += FIRMS_AT_ONCE) {
		const some = firms.slice(at, at + FIRMS_AT_ONCE);
		undone += await step((tx) => leavingRemains(tx, () => restoreFirms(tx, batch, some, kept)));
	}
	await wipeRemains(step);
	undone += await step(async (tx) => {
		const count = await restoreDistricts(tx, batch, changes, kept);
		await tx
			.update(imports)
			.set({ left: kept.length, undoneAt: kept.length === 0 ? new Date() : null })
			.where(eq(imports.id, batch));
		await recordActivity(tx, actor, { verb: 'import.undone', subject: { kind: 'import', id: batch } });
		return count;
	});
	return { undone, kept: await named(kept) };
}

async function named(kept: readonly Kept[]): Promise<Kept[]> {
	const ids = (kind: Kept['kind']) => kept.filter((one) => one.kind === kind).map(({ id }) => id);
	const names = new Map<string, string>();
	for (const [kind, table] of [
		['company', companies],
		['site', sites],
		['district', districts],
	] as const) {
		const wanted = ids(kind);
		for (let at = 0; at < wanted.length; at += 500) {
			for (const { id, name } of await db
				.select({ id: table.id, name: table.name })
				.from(table)
				.where(inArray(table.id, wanted.slice(at, at + 500))))
				names.set(id, name);
		}
	}
	return kept.map((one) => ({ ...one, name: names.get(one.id) ?? one.name }));
}
