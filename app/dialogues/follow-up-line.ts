import { type DayRefusal, readDay } from './day-words.ts';

// "ring om lærlinge 7/12": one line becomes a task and its day. Browser-safe: the form shows the reading while it is typed.

export const FOLLOW_UP_MAX = 200;
/** The longest wording of a day: "på mandag den 7. december 2026". */
const DAY_WORDS_MAX = 6;

export type FollowUpRefusal =
	| DayRefusal
	/** The day lies before today. */
	| 'past'
	/** A day and nothing to do on it. */
	| 'nothing_to_do'
	| 'too_long';

export interface FollowUp {
	text: string;
	/** Null = no day agreed. */
	dueOn: string | null;
	kind: 'task' | 'promise';
}

export type FollowUpReading = { kind: 'empty' } | { kind: 'read'; followUp: FollowUp } | { kind: 'refused'; reason: FollowUpRefusal };

/**
 * A follow-up as typed on one line → its text, day and kind. The day stands last or first; a time of day after it
 * stays in the text. A line that begins with "lovet", "løfte:" or "promise:" is a promise.
 */
export function readFollowUp(line: string, today: string): FollowUpReading {
	const tidy = line.trim().replace(/\s+/g, ' ');
	if (!tidy) return { kind: 'empty' };
	const { rest, reading } = dayIn(tidy, today);
	if (reading.kind === 'refused') return { kind: 'refused', reason: reading.reason };
	const dueOn = reading.kind === 'day' ? reading.on : null;
	if (dueOn && dueOn < today) return { kind: 'refused', reason: 'past' };
	const text = rest.replace(/^(?:løfte|promise)(?::\s*|$)/i, '');
	if (!text) return { kind: 'refused', reason: 'nothing_to_do' };
	if (text.length > FOLLOW_UP_MAX) return { kind: 'refused', reason: 'too_long' };
	return { kind: 'read', followUp: { text, dueOn, kind: /^(?:lovet\b|promised\b|løfte:|promise:)/i.test(rest) ? 'promise' : 'task' } };
}

/** The line with its day put or replaced: what the chips "i morgen" and "om 2 uger" do. */
export function withDayWords(line: string, dayWords: string, today: string): string {
	const { rest } = dayIn(line.trim().replace(/\s+/g, ' '), today);
	return [rest, dayWords].filter(Boolean).join(' ');
}

function dayIn(line: string, today: string) {
	const [, body = line, time = ''] = /^(.*?)((?: (?:kl\.?|at) \d{1,2}(?:[.:]\d{2})?)?)$/.exec(line) ?? [];
	const words = body.split(' ');
	const longest = Math.min(DAY_WORDS_MAX, words.length);
	// Longest wording first: "næste mandag" is refused, though "mandag" alone could be read.
	for (let count = longest; count > 0; count -= 1) {
		const reading = readDay(words.slice(-count).join(' '), today);
		if (reading.kind !== 'none') return { reading, rest: `${bare(words.slice(0, -count))}${time}`.trim() };
	}
	for (let count = longest; count > 0; count -= 1) {
		const reading = readDay(words.slice(0, count).join(' '), today);
		if (reading.kind !== 'none') return { reading, rest: `${bare(words.slice(count))}${time}`.trim() };
	}
	return { reading: { kind: 'none' } as const, rest: line };
}

const bare = (words: string[]) =>
	words
		.join(' ')
		.replace(/[\s,;:–(-]+$/, '')
		.replace(/^[\s,;:–)-]+/, '');
