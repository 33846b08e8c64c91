import { id, instant, int } from '../columns.ts';

/** What every editable row carries: its id, the version an edit must name, and its dates. */
export const editable = () => ({
	id: id(),
	version: int().notNull().default(1),
	createdAt: instant().notNull(),
	updatedAt: instant().notNull(),
	/** Set when the row is put away: it leaves lists and pickers, old records keep pointing at it. */
	archivedAt: instant(),
});
