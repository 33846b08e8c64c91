import { asc, gt } from 'drizzle-orm';
import { allKinds } from '#app/record/declared.server.ts';
import type { Kind } from '#app/record/kind.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { rebuildIndex, tidyIndex } from '#db/full-text.server.ts';
import { companies, searchEntries } from '#db/schema/index.ts';
import { beyond } from '#db/sql.server.ts';
import { refreshFindables } from './refresh.server.ts';

/** Carries out a piece of the work: in the transaction at hand, or each piece in one of its own. */
export type Run = <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

const AT_ONCE = 500;

/**
 * Brings every entry of the search, and the index over them, in line with the records, 500 at a time; searching goes on
 * meanwhile. `isFresh`: there are none yet, so there is nothing to heal.
 */
export async function rebuildFindable(run: Run, { isFresh = false } = {}): Promise<void> {
	if (!isFresh) await run(rebuildIndex);
	for (const kind of allKinds()) if (kind.found) await each(run, kind);
	if (!isFresh) await forgetStrangers(run);
	await run(tidyIndex);
}

async function each(run: Run, { kind, table, found }: Kind) {
	const columns = found?.order ? [found.order, table.id] : [table.id];
	for (let last: string[] | undefined; ; ) {
		const rows = await run(async (tx) => {
			const some = await tx
				.select({ id: table.id, first: found?.order ?? table.id })
				.from(table)
				.where(last && beyond(columns, last, 'asc'))
				.orderBy(...columns.map((column) => asc(column)))
				.limit(AT_ONCE);
			await refreshFindables(
				tx,
				kind,
				some.map(({ id }) => id),
			);
			return some;
		});
		const end = rows.at(-1);
		if (rows.length < AT_ONCE || !end) return;
		last = found?.order ? [end.first, end.id] : [end.id];
	}
}

/** Entries whose record is no more: refreshed like any other, they go. */
async function forgetStrangers(run: Run) {
	for (let last = -1; ; ) {
		const rows = await run(async (tx) => {
			const some = await tx
				.select({ id: searchEntries.id, kind: searchEntries.kind, recordId: searchEntries.recordId })
				.from(searchEntries)
				.where(gt(searchEntries.id, last))
				.orderBy(asc(searchEntries.id))
				.limit(AT_ONCE);
			for (const kind of new Set(some.map((entry) => entry.kind)))
				await refreshFindables(tx, kind, [...new Set(some.filter((entry) => entry.kind === kind).map(({ recordId }) => recordId))]);
			return some;
		});
		if (rows.length < AT_ONCE) return;
		last = rows.at(-1)?.id ?? last;
	}
}

/** True when there are firms and nothing to find them by: data from before the search. */
export async function isUnfindable(): Promise<boolean> {
	const [[firm], [entry]] = await Promise.all([
		db.select({ id: companies.id }).from(companies).limit(1),
		db.select({ id: searchEntries.id }).from(searchEntries).limit(1),
	]);
	return firm !== undefined && entry === undefined;
}
