import type { EditedTable } from '#db/tables.ts';

// Records that are edited under a version stand in these tables, by their kind. `app/records/records.server.ts` fills it.
const tables = new Map<string, EditedTable>();

export const declareEdited = (kind: string, table: EditedTable) => void tables.set(kind, table);

export const isEdited = (kind: string | undefined): kind is string => tables.has(kind ?? '');

/** Throws for a kind that was left out of the list. */
export function editedTable(kind: string): EditedTable {
	const table = tables.get(kind);
	if (!table) throw new Error(`No records called ${kind} are edited: declare the kind in app/records`);
	return table;
}
