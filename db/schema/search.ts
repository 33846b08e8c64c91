import { index, instant, int, long, primaryKey, ref, table, text } from '../columns.ts';
import { users } from './accounts.ts';

/**
 * Derived: what search finds. The full-text index (FTS5, GIN) lies over this table (docs/decisions); ids are partitioned by
 * district for names and rise with time for texts.
 */
export const searchEntries = table(
	'search_entries',
	{
		id: long().primaryKey(),
		kind: text().notNull(),
		recordId: ref().notNull(),
		/** `districts.no`; 0 = none. */
		districtNo: int().notNull().default(0),
		/** Who may find it: 'all', 'work', or 'unit:' with the acting unit's id (then managers too). */
		audience: text().notNull(),
		/** Folded words. */
		words: text().notNull(),
		/** Folded names whose inner parts are found too; empty for texts. */
		grams: text().notNull().default(''),
	},
	(t) => [index('search_entries_record').on(t.kind, t.recordId)],
);

/** Counters of the ids above: one per district, one for texts. */
export const searchCounters = table('search_counters', { partition: int().primaryKey(), last: long().notNull() });

/** What a person starred. */
export const favourites = table(
	'favourites',
	{
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		recordId: ref().notNull(),
		starredAt: instant().notNull(),
	},
	(t) => [primaryKey({ columns: [t.userId, t.kind, t.recordId] }), index('favourites_user').on(t.userId, t.starredAt)],
);

/** The last records a person opened, twenty at most. */
export const recentRecords = table(
	'recent_records',
	{
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		recordId: ref().notNull(),
		openedAt: instant().notNull(),
	},
	(t) => [primaryKey({ columns: [t.userId, t.kind, t.recordId] }), index('recent_records_user').on(t.userId, t.openedAt)],
);
