import type { Db } from '#db/client.server.ts';
import type { EntryKind } from '#db/vocabulary.ts';

/**
 * Writes what search finds of one record anew, from its rows: call it last in every command that changes what it is
 * called, where it is or who may read it. Archived and unknown records leave no entry.
 */
export async function refreshFindable(_tx: Db, _record: { kind: EntryKind; id: string }): Promise<void> {}
