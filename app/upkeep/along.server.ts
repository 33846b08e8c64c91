import { and, eq, isNull } from 'drizzle-orm';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { type Ref, refsOf } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { upkeepOf } from './records.server.ts';

/**
 * The moment a record is put away at: parts that go along carry the very same one, which is how they find back with it. No
 * part put away before by itself may carry it too.
 */
export async function momentFor(tx: Db, { kind, id }: Ref): Promise<Date> {
	let moment = Date.now();
	const taken = new Set<number | undefined>();
	for (const { table, which } of upkeepOf(kind).parts?.(id) ?? []) {
		const rows = await tx.select({ at: table.archivedAt }).from(table).where(which);
		for (const { at } of rows) taken.add(at?.getTime());
	}
	while (taken.has(moment)) moment += 1;
	return new Date(moment);
}

/** Takes a record's parts along: those present when it is put away, those that left with it when it comes back. */
export async function takeAlong(tx: Db, { kind, id }: Ref, { from, to }: { from: Date | null; to: Date | null }): Promise<Ref[]> {
	const along: Ref[] = [];
	for (const { kind: part, table, which } of upkeepOf(kind).parts?.(id) ?? []) {
		const moved = await tx
			.update(table)
			.set({ archivedAt: to })
			.where(and(which, from === null ? isNull(table.archivedAt) : eq(table.archivedAt, from)))
			.returning({ id: table.id });
		along.push(...refsOf(part, moved));
	}
	return along;
}

/** What follows from a record, and what search finds, after it was put away, fetched back or erased with its parts. */
export async function refreshPutAway(tx: Db, record: Ref, along: readonly Ref[]): Promise<void> {
	await upkeepOf(record.kind).afterSettled?.(tx, record.id);
	for (const one of [record, ...along]) await refreshFindable(tx, one);
}
