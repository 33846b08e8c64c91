import { z } from 'zod';
import { isCalendarDay } from '#app/days/days.ts';
import { m } from '#app/i18n/paraglide/messages.js';

// The kinds of fields the register's forms are made of. Messages are asked for when the form is built: one language per request.

/** NUL is the one character PostgreSQL cannot store. */
const isClean = (text: string) => !text.includes('\0');
const NUL = () => ({ message: m.companies_error_characters() });

/** One line that must be filled in. */
export const line = (longest: number, required: string) =>
	z
		.string({ error: required })
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.pipe(
			z
				.string()
				.min(1, { message: required })
				.max(longest, { message: m.companies_error_too_long({ count: longest }) })
				.refine(isClean, NUL()),
		);

/** One line that may be left empty: then null. */
export const optionalLine = (longest: number) =>
	z
		.string()
		.max(longest, { message: m.companies_error_too_long({ count: longest }) })
		.refine(isClean, NUL())
		.optional()
		.transform((text) => text?.replace(/\s+/g, ' ').trim() || null);

/** A text of several lines that may be left empty. */
export const optionalText = (longest: number) =>
	z
		.string()
		.max(longest, { message: m.companies_error_too_long({ count: longest }) })
		.refine(isClean, NUL())
		.optional()
		.transform((text) => text?.trim() || null);

/** A calendar day as `<input type="date">` sends it. */
export const optionalDay = () =>
	z
		.string()
		.optional()
		.refine((day) => day === undefined || isCalendarDay(day), { message: m.companies_error_day() })
		.transform((day) => day ?? null);

/** Heads, not full-time equivalents. */
export const optionalHeads = () =>
	z
		.number({ error: m.companies_error_headcount() })
		.int({ message: m.companies_error_headcount() })
		.min(0, { message: m.companies_error_headcount() })
		.max(999_999, { message: m.companies_error_headcount() })
		.optional()
		.transform((heads) => heads ?? null);

// Built per request: its sentences are in the reader's language.

/** Text of the form without blanks around it; null when there is none. */
export const textOrNone = (max: number) =>
	z
		.string()
		.max(max, { message: m.dialogues_too_long({ max }) })
		.optional()
		.transform((text) => text?.replaceAll('\0', '').trim() || null);

export const idOrNone = () =>
	z
		.string()
		.max(40)
		.optional()
		.transform((id) => id ?? null);
