import { index, instant, primaryKey, ref, table, text } from '../columns.ts';
import { users } from './accounts.ts';

/** Records thrown away: archived too, restored within thirty days, then erased. */
export const trash = table(
	'trash',
	{
		kind: text().notNull(),
		recordId: ref().notNull(),
		trashedAt: instant().notNull(),
		trashedById: ref()
			.notNull()
			.references(() => users.id),
	},
	(t) => [primaryKey({ columns: [t.kind, t.recordId] }), index('trash_age').on(t.trashedAt)],
);
