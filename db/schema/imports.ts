import { bool, choice, id, index, instant, int, json, primaryKey, ref, table, text } from '../columns.ts';
import { VERDICTS } from '../vocabulary.ts';

/** One file taken in: what it was, how its columns were read, and what became of its rows. */
export const imports = table('imports', {
	id: id(),
	kind: choice(['companies'] as const).notNull(),
	fileName: text().notNull(),
	fileHash: text().notNull(),
	/** What was detected: format, delimiter, encoding, date style. */
	reading: json<Record<string, unknown>>().notNull(),
	/** Column → field, as used. */
	mapping: json<Record<string, string>>().notNull(),
	actorKind: choice(['user', 'system'] as const).notNull(),
	actorId: ref(),
	startedAt: instant().notNull(),
	/** Latest sign of life while its rows are written. */
	aliveAt: instant(),
	finishedAt: instant(),
	undoneAt: instant(),
	/** Records the latest attempt to take it back left as they were; null = not tried. */
	left: int(),
	rows: int().notNull().default(0),
	created: int().notNull().default(0),
	updated: int().notNull().default(0),
	unchanged: int().notNull().default(0),
	skipped: int().notNull().default(0),
	failed: int().notNull().default(0),
	records: int().notNull().default(0),
});

/** Verdict on one row of the file. Erasable, kept 30 days. */
export const importRows = table(
	'import_rows',
	{
		id: id(),
		importId: ref()
			.notNull()
			.references(() => imports.id, { onDelete: 'cascade' }),
		/** Line of the file, header = 1; for JSON the position of the record, first = 1. */
		rowNo: int().notNull(),
		verdict: choice(VERDICTS).notNull(),
		/** Key of the reason, worded by the messages. */
		reason: text(),
		/** Field → [before, after]. */
		diff: json<Record<string, [unknown, unknown]>>(),
	},
	(t) => [index('import_rows_import').on(t.importId, t.rowNo)],
);

/** What the import did to one record, with the values before: the material of undo. */
export const importChanges = table(
	'import_changes',
	{
		id: id(),
		importId: ref()
			.notNull()
			.references(() => imports.id, { onDelete: 'cascade' }),
		/** Order in which changes were made; undo walks it backwards. */
		position: int().notNull(),
		rowNo: int().notNull(),
		recordKind: text().notNull(),
		recordId: ref().notNull(),
		isCreated: bool().notNull(),
		/** Row version the import left behind; another one at undo means somebody changed it since. */
		versionAfter: int(),
		before: json<Record<string, unknown>>(),
		after: json<Record<string, unknown>>(),
		/** The record is as it was before, or gone: nothing is left to undo here. */
		isTakenBack: bool().notNull().default(false),
	},
	(t) => [index('import_changes_import').on(t.importId, t.position), index('import_changes_record').on(t.recordKind, t.recordId)],
);

/** The firms a file named, changed or not: those gone from the next file of the kind are told. */
export const importFirms = table(
	'import_firms',
	{
		importId: ref()
			.notNull()
			.references(() => imports.id, { onDelete: 'cascade' }),
		companyId: ref().notNull(),
	},
	(t) => [primaryKey({ columns: [t.importId, t.companyId] })],
);
