import { z } from 'zod';
import { withoutUnseen } from '#app/http/unseen.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { LANGUAGES, THEMES } from '#db/vocabulary.ts';
import { PASSWORD_LENGTH, type PasswordFault, passwordFault } from './password-rules.ts';

// Built per request: the messages take the language of whoever is asking.

/** Longest name and unit name; longest e-mail address (RFC 5321). */
const MAX_NAME = 120;
const MAX_EMAIL = 254;
/** A wrong password may be longer than a right one, but not a megabyte of hashing. */
const MAX_TYPED = 1_000;

/** One line of plain text; control characters, which no name has and PostgreSQL partly refuses, become blanks. */
const lineOf = (missing: string) =>
	z
		.string(missing)
		.transform((text) =>
			withoutUnseen(text)
				.replace(/\p{Cc}/gu, ' ')
				.trim(),
		)
		.pipe(
			z
				.string()
				.min(1, missing)
				.max(MAX_NAME, m.auth_too_long({ max: MAX_NAME })),
		);

export const nameField = () => lineOf(m.auth_name_missing());
export const unitField = () => lineOf(m.auth_unit_missing());

export const emailField = () =>
	z
		.string(m.auth_email_missing())
		.trim()
		.max(MAX_EMAIL, m.auth_too_long({ max: MAX_EMAIL }))
		.pipe(z.email(m.auth_email_wrong()));

const FAULTS: Record<PasswordFault, () => string> = {
	short: () => m.auth_password_short({ min: PASSWORD_LENGTH.min }),
	long: () => m.auth_password_long({ max: PASSWORD_LENGTH.max }),
	email: () => m.auth_password_email(),
	common: () => m.auth_password_common(),
};

/** The sentence for a fault of a new password. */
const faultText = (fault: PasswordFault): string => FAULTS[fault]();

const typedField = (missing: string) => z.string(missing).max(MAX_TYPED, m.auth_too_long({ max: MAX_TYPED }));

const newPasswordField = (email: string) =>
	typedField(m.auth_password_missing()).superRefine((password, context) => {
		const fault = passwordFault(password, email);
		if (fault) context.addIssue({ code: 'custom', message: faultText(fault) });
	});

const isRepeated = (value: { password?: unknown; repeat?: unknown }) => value.password === value.repeat;
const repeated = () => ({
	error: m.auth_repeat_differs(),
	path: ['repeat'],
	// Told together with the other faults, but not before both fields are there.
	when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null && 'password' in value && 'repeat' in value,
});

export const signInForm = () =>
	z.object({
		email: z
			.string(m.auth_email_missing())
			.trim()
			.max(MAX_EMAIL, m.auth_too_long({ max: MAX_EMAIL })),
		password: typedField(m.auth_password_missing()),
		next: z.string().optional(),
	});

/** A new password for the account with this e-mail address, typed twice. */
export const newPasswordForm = (email: string) =>
	z.object({ password: newPasswordField(email), repeat: typedField(m.auth_repeat_missing()) }).refine(isRepeated, repeated());

export const passwordChangeForm = (email: string) =>
	z
		.object({ current: typedField(m.auth_current_missing()), password: newPasswordField(email), repeat: typedField(m.auth_repeat_missing()) })
		.refine(isRepeated, repeated());

export const firstRunForm = () =>
	z
		.object({
			code: z.string(m.auth_code_missing()).max(100, m.auth_too_long({ max: 100 })),
			name: nameField(),
			email: emailField(),
			unit: unitField(),
			password: newPasswordField(''),
			repeat: typedField(m.auth_repeat_missing()),
		})
		.refine(isRepeated, repeated())
		.refine((value) => passwordFault(value.password, value.email) !== 'email', { error: m.auth_password_email(), path: ['password'] });

export const ownNameForm = () => z.object({ name: nameField(), version: versionField() });

/** What the screen looks like; each may come alone, as from the menu of the page shell. */
export const preferencesForm = () =>
	z.object({
		language: z.enum(LANGUAGES).optional(),
		theme: z.enum(THEMES).optional(),
		shortcuts: z.enum(['on', 'off']).optional(),
		next: z.string().optional(),
	});
