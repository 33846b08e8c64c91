import { readDay } from '#app/days/day-words.ts';
import { FOLLOW_UP_MAX, type FollowUpRefusal, readFollowUp } from './follow-up-line.ts';

// The words and the day of a follow-up form: a line that may hold its day, as in the talk form, and a field for the day
// alone, which wins. Browser-safe: the form shows what the server will store.

export interface FollowUpWords {
	text: string;
	/** Null = no day agreed. */
	dueOn: string | null;
	/** The line says of itself that it is a promise. */
	isPromise: boolean;
}

export type WordsReading =
	| { kind: 'empty' }
	| { kind: 'read'; words: FollowUpWords }
	/** At which of the two fields to say why. */
	| { kind: 'refused'; field: 'text' | 'due'; reason: FollowUpRefusal | 'no_day'; days: readonly string[] };

/**
 * Reads the line and the day. With a day given the line is taken word for word; without one its day is read out of it.
 * A day before today is refused, but for `kept`: the one that stands already.
 */
export function readWords({ text, due }: { text: string; due: string }, today: string, kept: string | null = null): WordsReading {
	const [line, day] = [tidy(text), tidy(due)];
	if (day) {
		const reading = readDay(day, today);
		if (reading.kind === 'refused') return refused('due', reading);
		if (reading.kind === 'none') return refused('due', { reason: 'no_day' });
		if (reading.on < today && reading.on !== kept) return refused('due', { reason: 'past' });
		if (!line) return { kind: 'empty' };
		if (line.length > FOLLOW_UP_MAX) return refused('text', { reason: 'too_long' });
		return { kind: 'read', words: { text: line, dueOn: reading.on, isPromise: false } };
	}
	const reading = readFollowUp(line, today);
	if (reading.kind === 'empty') return reading;
	if (reading.kind === 'refused') return refused('text', reading);
	const { text: words, dueOn, kind } = reading.followUp;
	return { kind: 'read', words: { text: words, dueOn, isPromise: kind === 'promise' } };
}

/** A stored day as the day field shows it, which `readDay` reads as the same day again: "7.12.2026". */
export const dayTyped = (on: string | null): string => (on ? `${Number(on.slice(8))}.${Number(on.slice(5, 7))}.${on.slice(0, 4)}` : '');

const refused = (field: 'text' | 'due', { reason, days = [] }: { reason: FollowUpRefusal | 'no_day'; days?: readonly string[] }): WordsReading => ({
	kind: 'refused',
	field,
	reason,
	days,
});

const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');
