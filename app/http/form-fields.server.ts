import { z } from 'zod';
import { isCalendarDay, isOfOurTimes, YEARS } from '#app/days/days.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { withoutUnseen } from './unseen.ts';

// The kinds of fields the register's forms are made of. Messages are asked for when the form is built: one language per request.

/** NUL is the one character PostgreSQL cannot store. */
const isClean = (text: string) => !text.includes('\0');
const NUL = () => ({ message: m.companies_error_characters() });

/** One line that must be filled in. */
export const line = (longest: number, required: string) =>
	z
		.string({ error: required })
		.transform((text) => withoutUnseen(text).replace(/\s+/g, ' ').trim())
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
		.transform(
			(text) =>
				withoutUnseen(text ?? '')
					.replace(/\s+/g, ' ')
					.trim() || null,
		);

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
		.superRefine((day, context) => {
			const fault = day === undefined ? null : dayFault(day);
			if (fault) context.addIssue({ code: 'custom', message: fault });
		})
		.transform((day) => day ?? null);

function dayFault(day: string): string | null {
	// A year half typed is no day of the calendar's either, but the year is what is wrong.
	if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !isOfOurTimes(day)) return m.companies_error_year({ from: String(YEARS.from), to: String(YEARS.to) });
	return isCalendarDay(day) ? null : m.companies_error_day();
}

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
		.transform(
			(text) =>
				withoutUnseen(text ?? '')
					.replaceAll('\0', '')
					.trim() || null,
		);

export const idOrNone = () =>
	z
		.string()
		.max(40)
		.optional()
		.transform((id) => id ?? null);
