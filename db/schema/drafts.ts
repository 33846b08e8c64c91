import { choice, id, index, instant, int, json, primaryKey, ref, table, text } from '../columns.ts';
import { users } from './accounts.ts';

/** What somebody typed and has not saved, on the server: found again on another device. One per person, form and record. */
export const drafts = table(
	'drafts',
	{
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** The form's name: 'dialogue', 'company' … */
		form: text().notNull(),
		/** The record edited, or the id made for the new one when its form opened. */
		recordId: ref().notNull(),
		/** The address that opens the form again. */
		path: text().notNull(),
		/** What the list of drafts calls it: the firm's name. */
		label: text(),
		/** Version the edit began from; null for a new record. */
		baseVersion: int(),
		/** The fields as posted, in order, repeated names included. */
		body: json<Array<[string, string]>>().notNull(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.userId, t.form, t.recordId] }),
		index('drafts_user').on(t.userId, t.updatedAt),
		index('drafts_age').on(t.updatedAt),
	],
);

/** A form sent after the sign-in had ended: kept an hour, given back to the same person after the next sign-in. */
export const parkedPosts = table(
	'parked_posts',
	{
		id: id(),
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** Path and query it was sent to. */
		path: text().notNull(),
		body: json<Array<[string, string]>>().notNull(),
		parkedAt: instant().notNull(),
		state: choice(['parked', 'given_back'] as const)
			.notNull()
			.default('parked'),
	},
	(t) => [index('parked_posts_user').on(t.userId, t.parkedAt), index('parked_posts_age').on(t.parkedAt)],
);
