import { kindOf } from '#app/record/declared.server.ts';
import type { Db } from '#db/client.server.ts';
import { replaceEntries } from '#db/full-text.server.ts';

const AT_ONCE = 500;

/**
 * Writes what search finds of one record anew, from its rows: call it last in every command that changes what it is
 * called, where it is or who may read it. Archived and unknown records leave no entry. A talk takes along what is read
 * by the readers of its note: follow-ups, issues it raised, files.
 */
export async function refreshFindable(tx: Db, { kind, id }: { kind: string; id: string }): Promise<void> {
	await refreshFindables(tx, kind, [id]);
	for (const one of (await kindOf(kind).found?.along?.(tx, id)) ?? []) await refreshFindables(tx, one.kind, [one.id]);
}

/** The same for many records of one kind, in few statements; of talks without what hangs on them. Kinds that search does not find have none. */
export async function refreshFindables(tx: Db, kind: string, ids: readonly string[]): Promise<void> {
	const { found } = kindOf(kind);
	if (!found) return;
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const some = ids.slice(at, at + AT_ONCE);
		await replaceEntries(tx, { kind, drawer: found.drawer }, some, await found.entries(tx, some));
	}
}
