import '#app/records/records.server.ts';
import { rebuildTalks } from '#app/dialogues/derived.server.ts';
import { isUnfindable, rebuildFindable } from '#app/findable/rebuild.server.ts';
import { areRulesOld, noteRules } from '#app/findable/rules.server.ts';
import { db, write } from '#db/client.server.ts';
import { searchEntries } from '#db/schema/index.ts';
import { rebuildKeys } from './rebuild-keys.server.ts';

/** Makes everything derived anew that searching and timelines read, beside a running server too. Answers how many entries and talks. */
export async function reindex(): Promise<{ entries: number; talks: number }> {
	await rebuildKeys();
	const talks = await rebuildTalks();
	await rebuildFindable(write);
	await write(noteRules);
	return { entries: await db.$count(searchEntries), talks };
}

/** Data from before the search, or derived by an earlier version's rules, are brought up to date at the first start after it; otherwise nothing happens. */
export async function ensureFindable(): Promise<void> {
	if ((await areRulesOld()) || (await isUnfindable())) await reindex();
}
