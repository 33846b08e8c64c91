import '#app/records/records.server.ts';
import { rebuildAllTimelines } from '#app/dialogues/derived.server.ts';
import { isUnfindable, rebuildFindable } from '#app/findable/rebuild.server.ts';
import { db, write } from '#db/client.server.ts';
import { searchEntries } from '#db/schema/index.ts';

/** Makes everything derived anew that searching and timelines read, beside a running server too. Answers how many entries and talks. */
export async function reindex(): Promise<{ entries: number; talks: number }> {
	const talks = await rebuildAllTimelines();
	await rebuildFindable(write);
	return { entries: await db.$count(searchEntries), talks };
}

/** Data from before the search become findable at the first start after it came; otherwise nothing happens. */
export async function ensureFindable(): Promise<void> {
	if (await isUnfindable()) await reindex();
}
