import { asc, gt } from 'drizzle-orm';
import { type Db, db } from '#db/client.server.ts';
import { rebuildIndex } from '#db/full-text.server.ts';
import {
	attachments,
	companies,
	contacts,
	dialogues,
	districts,
	followUps,
	issues,
	landowners,
	properties,
	searchEntries,
	sites,
	skillNeeds,
} from '#db/schema/index.ts';
import { beyond } from '#db/sql.server.ts';
import type { EntryKind } from '#db/vocabulary.ts';
import { refreshFindables } from './refresh.server.ts';

/** Carries out a piece of the work: in the transaction at hand, or each piece in one of its own. */
export type Run = <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

const AT_ONCE = 500;

/** Talks last and in the order of their days: later texts have later ids. */
const TABLES = {
	district: districts,
	company: companies,
	site: sites,
	landowner: landowners,
	property: properties,
	contact: contacts,
	need: skillNeeds,
	issue: issues,
	followUp: followUps,
	attachment: attachments,
} as const satisfies Partial<Record<EntryKind, object>>;

/**
 * Brings every entry of the search, and the index over them, in line with the records, 500 at a time; searching goes on
 * meanwhile. `isFresh`: there are none yet, so there is nothing to heal.
 */
export async function rebuildFindable(run: Run, { isFresh = false } = {}): Promise<void> {
	if (!isFresh) await run(rebuildIndex);
	for (const kind of Object.keys(TABLES) as Array<keyof typeof TABLES>) await each(run, kind);
	await eachTalk(run);
	if (!isFresh) await forgetStrangers(run);
}

async function each(run: Run, kind: keyof typeof TABLES) {
	const table = TABLES[kind];
	for (let last = ''; ; ) {
		const ids = await run(async (tx) => {
			const rows = await tx.select({ id: table.id }).from(table).where(gt(table.id, last)).orderBy(asc(table.id)).limit(AT_ONCE);
			const some = rows.map(({ id }) => id);
			await refreshFindables(tx, kind, some);
			return some;
		});
		if (ids.length < AT_ONCE) return;
		last = ids.at(-1) ?? '';
	}
}

async function eachTalk(run: Run) {
	const columns = [dialogues.heldOn, dialogues.id];
	for (let last: [string, string] | undefined; ; ) {
		const rows = await run(async (tx) => {
			const some = await tx
				.select({ heldOn: dialogues.heldOn, id: dialogues.id })
				.from(dialogues)
				.where(last && beyond(columns, last, 'asc'))
				.orderBy(asc(dialogues.heldOn), asc(dialogues.id))
				.limit(AT_ONCE);
			await refreshFindables(
				tx,
				'dialogue',
				some.map(({ id }) => id),
			);
			return some;
		});
		const end = rows.at(-1);
		if (rows.length < AT_ONCE || !end) return;
		last = [end.heldOn, end.id];
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
