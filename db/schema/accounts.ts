import { bool, choice, id, index, instant, json, ref, sortText, table, text, uniqueIndex } from '../columns.ts';
import { LANGUAGES, ROLES, THEMES } from '../vocabulary.ts';
import { editable } from './editable.ts';

/** Organisation units of the municipality. Data, never code: no unit is called "jobcenter" here. */
export const units = table('units', { ...editable(), name: text().notNull() });

/** People who sign in. */
export const users = table(
	'users',
	{
		...editable(),
		/** Stored lower-case. */
		email: text().notNull(),
		name: text().notNull(),
		sortName: sortText().notNull().default(''),
		/** Argon2id in PHC form; null until an invitation is accepted. */
		passwordHash: text(),
		language: choice(LANGUAGES).notNull().default('da'),
		theme: choice(THEMES).notNull().default('system'),
		/** Single-key shortcuts can be switched off (WCAG 2.1.4). */
		hasShortcuts: bool().notNull().default(true),
		/** Set = no sign-in; every session ends in the same write. */
		disabledAt: instant(),
	},
	(t) => [uniqueIndex('users_email').on(t.email), index('users_sort').on(t.sortName, t.id)],
);

/** One role per person and unit; a person's rights are the union. */
export const memberships = table(
	'memberships',
	{
		id: id(),
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		unitId: ref()
			.notNull()
			.references(() => units.id),
		role: choice(ROLES).notNull(),
	},
	(t) => [uniqueIndex('memberships_user_unit').on(t.userId, t.unitId), index('memberships_unit').on(t.unitId, t.id)],
);

/** Sign-ins. The cookie holds the token, the table only its SHA-256. */
export const sessions = table(
	'sessions',
	{
		id: id(),
		tokenHash: text().notNull(),
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		createdAt: instant().notNull(),
		lastSeenAt: instant().notNull(),
		expiresAt: instant().notNull(),
		/** Browser and system in two words, for the list of one's own sign-ins. */
		device: text(),
	},
	(t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId, t.id), index('sessions_expires').on(t.expiresAt, t.id)],
);

/** One-time links by which a person sets the first or a new password. */
export const invitations = table(
	'invitations',
	{
		id: id(),
		tokenHash: text().notNull(),
		userId: ref()
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant(),
		invitedBy: ref(),
	},
	(t) => [uniqueIndex('invitations_token').on(t.tokenHash), index('invitations_user').on(t.userId, t.id)],
);

/** The installation's own settings by key: municipality name, time zone, set-up code. */
export const settings = table('settings', { key: id(), value: json<unknown>().notNull(), updatedAt: instant().notNull() });
