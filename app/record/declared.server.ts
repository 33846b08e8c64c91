import { declareEdited } from '#app/activity/edited.server.ts';
import type { EditedTable, KeyedTable, RowTable } from '#db/tables.ts';
import type { Kind } from './kind.server.ts';

// Engines left of the features find a kind by its word here. `app/records/records.server.ts` fills it; every way in loads that list.
const declared = new Map<string, Kind>();

export function declareKinds(kinds: readonly Kind[]): void {
	for (const kind of kinds) {
		declared.set(kind.kind, kind);
		if (isEditedTable(kind.table)) declareEdited(kind.kind, kind.table);
	}
}

const isEditedTable = (table: KeyedTable): table is EditedTable => 'version' in table;

export const allKinds = (): Kind[] => [...declared.values()];

export const kindNamed = (word: string | null | undefined): Kind | undefined => declared.get(word ?? '');

/** Throws for a word that no kind has: it was left out of the list. */
export function kindOf(word: string): Kind {
	const kind = declared.get(word);
	if (!kind) throw new Error(`No kind of record is called ${word}: declare it in app/records`);
	return kind;
}

const isRowTable = (table: KeyedTable): table is RowTable => isEditedTable(table) && 'archivedAt' in table;

/** The table of a kind that is edited and put away. */
export function rowTable(word: string): RowTable {
	const { table } = kindOf(word);
	if (!isRowTable(table)) throw new Error(`${word} is not put away`);
	return table;
}
