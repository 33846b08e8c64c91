import { type DayReading, type DayRefusal, readDay } from '#app/days/day-words.ts';
import type { FollowUpKind } from '#db/vocabulary.ts';

// "ring om lærlinge 7/12": one line becomes a task and its day. Browser-safe: the form shows the reading while it is typed.

export const FOLLOW_UP_MAX = 200;
/** The longest wording of a day: "på mandag den 7. december 2026". */
const DAY_WORDS_MAX = 6;

export type FollowUpRefusal =
	| DayRefusal
	/** A day, or how many: "ring 2-3", "1/3 grund". */
	| 'day_or_count'
	/** Different days in one line: which of them counts is not guessed. */
	| 'several_days'
	/** The day lies before today. */
	| 'past'
	/** A day and nothing to do on it. */
	| 'nothing_to_do'
	| 'too_long';

export interface FollowUp {
	text: string;
	/** Null = no day agreed. */
	dueOn: string | null;
	kind: FollowUpKind;
}

/** A follow-up of the form: what its line reads as, and to whom it was promised or who is to be met. */
export interface FollowUpRow extends FollowUp {
	/** Made with the row; left out, it gets one when it is saved. */
	id?: string | undefined;
	contactId?: string | null | undefined;
	/** Why it goes ahead though colleagues are there. */
	goAheadReason?: string | null | undefined;
}

/** `days`: those a refused line may mean, to choose one. */
export type FollowUpReading =
	| { kind: 'empty' }
	| { kind: 'read'; followUp: FollowUp }
	| { kind: 'refused'; reason: FollowUpRefusal; days: readonly string[] };

/**
 * A follow-up as typed on one line → its text, day and kind. The day stands anywhere in it, once; a time of day
 * stays in the text. A line that begins with "lovet", "løfte:" or "promise:" is a promise; one that begins with "besøg",
 * "møde" or "visit" and has a day is a planned visit.
 */
export function readFollowUp(line: string, today: string): FollowUpReading {
	const tidy = line.trim().replace(/\s+/g, ' ');
	if (!tidy) return { kind: 'empty' };
	if (tidy.length > 2 * FOLLOW_UP_MAX) return refused('too_long');
	const { rest, reading } = dayIn(tidy, today);
	if (reading.kind === 'refused') return reading;
	const dueOn = reading.kind === 'day' ? reading.on : null;
	if (dueOn && dueOn < today) return refused('past');
	const text = rest.replace(/^(?:løfte|promise)(?::\s*|$)/i, '');
	if (!text) return refused('nothing_to_do');
	if (text.length > FOLLOW_UP_MAX) return refused('too_long');
	return { kind: 'read', followUp: { text, dueOn, kind: kindOf(rest, dueOn) } };
}

interface Refusal {
	kind: 'refused';
	reason: FollowUpRefusal;
	days: readonly string[];
}
const refused = (reason: FollowUpRefusal, days: readonly string[] = []): Refusal => ({ kind: 'refused', reason, days });
type LineReading = DayReading | Refusal;

/** A visit is planned once it has a day. */
function kindOf(words: string, dueOn: string | null): FollowUpKind {
	if (/^(?:lovet\b|promised\b|løfte:|promise:)/i.test(words)) return 'promise';
	return dueOn && /^(?:besøge?|visit|mødes?)(?![\p{L}-])/iu.test(words) ? 'visit' : 'task';
}

/** Whether somebody of theirs is met or called on a day: what colleagues' own contact with them asks a reason for. */
export const isApproach = ({ kind, text, dueOn }: Pick<FollowUp, 'kind' | 'dueOn'> & { text: string | null }): boolean =>
	dueOn !== null && (kind === 'visit' || /^(?:ring|ringe|kald|telefon|call|phone|besøge?|visit|mødes?)(?![\p{L}-])/iu.test(text ?? ''));

/** The line with its day put or replaced: what the chips "i morgen" and "om 2 uger" do. On an empty line the task is typed right behind it. */
export function withDayWords(line: string, dayWords: string, today: string): string {
	const { rest } = dayIn(line.trim().replace(/\s+/g, ' '), today);
	return rest ? `${rest} ${dayWords}` : `${dayWords} `;
}

interface Wording {
	reading: Exclude<LineReading, { kind: 'none' }>;
	/** The words it takes up: from the first up to, not including, the last. */
	from: number;
	to: number;
}

/** Every wording of a day in the line: what they say together, and the line without them. */
function dayIn(line: string, today: string): { reading: LineReading; rest: string } {
	const words = line.split(' ');
	const found: Wording[] = [];
	for (let at = 0; at < words.length; ) {
		const wording = wordingAt(words, at, today);
		if (wording) found.push(wording);
		at = wording ? wording.to : at + 1;
	}
	const [first] = found;
	if (!first) return { reading: { kind: 'none' }, rest: line };
	const rest = without(words, found);
	const unread = found.find(({ reading }) => reading.kind === 'refused');
	const days = new Set(found.flatMap(({ reading }) => (reading.kind === 'day' ? [reading.on] : [])));
	return { reading: unread?.reading ?? (days.size > 1 ? refused('several_days', [...days]) : first.reading), rest };
}

function wordingAt(words: readonly string[], from: number, today: string): Wording | null {
	// Longest wording first: "næste mandag" is refused, though "mandag" alone could be read.
	for (let to = Math.min(from + DAY_WORDS_MAX, words.length); to > from; to -= 1) {
		const reading = inLine(words, from, to, readDay(words.slice(from, to).join(' '), today));
		if (reading.kind !== 'none') return { reading, from, to };
	}
	return null;
}

const BEFORE_TIME = /^(?:kl\.?|at)$/i;
const TIME = /^\d{1,2}(?:[.:]\d{2})?(?:-\d{1,2}(?:[.:]\d{2})?)?[.,;]?$/;
const BEFORE_NUMBER = /^(?:pkt\.?|punkt|afsnit|section|version|nr\.?|no\.?|§)$/i;
const UNIT =
	/^(?:%|pct\.?|procent|percent|mio\.?|mia\.?|million|t?kr\.?|kroner|dkk|ha|m2|m²|kvm|km|tons?|kg|dage?|days?|timer?|hours?|årsværk|stilling(?:er)?|fte|mw|kw|af|of)[.,;:]?$/i;
/** What goes on behind a day, where a counted thing does not begin. */
const GOES_ON =
	/^(?:om|med|hos|på|kl\.?|og|for|til|fra|ved|angående|vedr\.?|hvis|når|så|igen|about|with|at|and|to|from|re|if|when|again|[^\p{L}\d].*)$/iu;
const BARE = /^(\d+)([./-])(\d+)[.,;:]?$/;

/** Numbers in the text that look like a day are none, or doubtful, by their neighbours: kl. 10.30, 1.5 ha, 2-3 praktikanter. */
function inLine(words: readonly string[], from: number, to: number, reading: DayReading): LineReading {
	const [before = '', last = '', after = ''] = [words[from - 1], words[to - 1], words[to]];
	const none = { kind: 'none' } as const;
	if (reading.kind === 'none') return reading;
	const isAlone = to - from === 1;
	if (isAlone && BEFORE_TIME.test(before) && TIME.test(last)) return none;
	// "marts" alone names what the text is about; "i marts" says when.
	if (isAlone && reading.kind === 'refused' && /^\p{L}+[.,;:!?]?$/u.test(last)) return none;
	const [, one = '', mark, other = ''] = BARE.exec(last) ?? [];
	const isDated = !isAlone && /^(?:den|d\.|\p{L}+dag,?)$/iu.test(words[to - 2] ?? '');
	if (mark && !isDated) {
		if (UNIT.test(after) || BEFORE_NUMBER.test(before) || (Number(one) > 31 && Number(other) > 12) || last.startsWith('24/7')) return none;
		const isCounted = after !== '' && !GOES_ON.test(after);
		const isRange = mark === '-' && !/^0/.test(one) && Number(one) < Number(other);
		if (isRange) return isCounted ? none : doubtful(reading);
		if (isCounted && mark === '/' && Number(one) < Number(other) && Number(other) <= 5) return doubtful(reading);
		if (isCounted && mark === '/' && reading.kind === 'refused' && reading.reason === 'no_such_day') return none;
	}
	// At the end of the line, or before its time of day, a number stands where the day is written: there it is refused.
	if (reading.kind !== 'refused' || !after || BEFORE_TIME.test(after)) return reading;
	return /^\d+(?:[.-]\d+)+$/.test(last) || (to - from === 2 && /^\d{1,2}$/.test(last)) ? none : reading;
}

const doubtful = (reading: Exclude<DayReading, { kind: 'none' }>) => refused('day_or_count', reading.kind === 'day' ? [reading.on] : reading.days);

/** The words no wording takes up; a comma after a wording stays with the word before it. */
function without(words: readonly string[], found: readonly Wording[]): string {
	const kept = words.map((word, at) => {
		if (found.some(({ from, to }) => from <= at && at < to)) return '';
		const next = found.find(({ from }) => from === at + 1);
		const mark = (next && /[,;:!?]$/.exec(words[next.to - 1] ?? '')?.[0]) ?? '';
		return /[,;:.!?]$/.test(word) ? word : word + mark;
	});
	return bare(kept.filter(Boolean));
}

const bare = (words: string[]) =>
	words
		.join(' ')
		.replace(/[\s,;:–(-]+$/, '')
		.replace(/^[\s,;:–)-]+/, '');
