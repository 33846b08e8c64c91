import { addDays, addMonths, dayOn, mondayOf, mondayOfWeek, weekdayOf } from './days.ts';

// Days as people in the field type them, Danish and English at once. Browser-safe: the form shows what the server will store.

/** Why words that look like a day are not taken as one; worded by the messages. */
export type DayRefusal =
	/** The calendar has no such day, month or week: 31/2, 45/1, uge 54. */
	| 'no_such_day'
	/** Digits without separators can be read in several ways: 07122026. */
	| 'separators'
	/** Understood differently from person to person: "næste mandag", "om et par uger". */
	| 'unclear'
	/** "tirsdag 7/12" when 7 December is a Monday. */
	| 'weekday'
	/** More than ten years ahead: a slip of the keyboard. */
	| 'too_far';

export type DayReading = { kind: 'none' } | { kind: 'day'; on: string } | { kind: 'refused'; reason: DayRefusal };

const NONE: DayReading = { kind: 'none' };
const refused = (reason: DayRefusal): DayReading => ({ kind: 'refused', reason });
const found = (on: string | null): DayReading => (on ? { kind: 'day', on } : refused('no_such_day'));

const MONTH =
	'(jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'dec'];
const WEEKDAYS = ['mandag|monday', 'tirsdag|tuesday', 'onsdag|wednesday', 'torsdag|thursday', 'fredag|friday', 'lørdag|saturday', 'søndag|sunday'];
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const NUMBERS = ['en|et|én|ét|a|an|one', 'to|two', 'tre|three', 'fire|four', 'fem|five', 'seks|six', 'syv|seven', 'otte|eight', 'ni|nine', 'ti|ten'];
const SPAN = '(dag|dage|days?|uger?|weeks?|måned|måneder|months?)';
const YEAR = '(?:,?[ -]?(\\d{4}|\\d{2}))?';

/** `parts[0]` is all that was typed, the rest what the pattern's groups caught ('' for nothing). */
type Reader = (parts: string[], today: string) => DayReading;

const RULES: Array<readonly [RegExp, Reader]> = (
	[
		['i ?dag|today', (_, today) => found(today)],
		['i ?morgen|tomorrow', (_, today) => found(addDays(today, 1))],
		['i ?overmorgen|overmorgen', (_, today) => found(addDays(today, 2))],
		['(?:i )?næste uge|next week', (_, today) => found(addDays(mondayOf(today), 7))],
		[`(?:om|in) (\\d{1,4}|${NUMBERS.join('|')}) ${SPAN}`, ([, count = '', span = ''], today) => later(today, count, span)],
		[`(?:i )?(?:uge|week) (\\d{1,3})${YEAR}`, ([, week = '', year = ''], today) => weekFrom(Number(week), year, today)],
		['(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([, year = '', month, day], today) => dated(Number(day), Number(month), year, today)],
		[
			'(\\d{1,2})[/.-](\\d{1,2})(?:(?:[/.-]| (?=\\d{4}$))(\\d{4}|\\d{2})?)?',
			([, day, month, year = ''], today) => dated(Number(day), Number(month), year, today),
		],
		[
			`(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?${MONTH}${YEAR}`,
			([, day, month = '', year = ''], today) => dated(Number(day), monthNo(month), year, today),
		],
		[
			`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`,
			([, month = '', day, year = ''], today) => dated(Number(day), monthNo(month), year, today),
		],
		[WEEKDAY, ([, weekday = ''], today) => found(addDays(today, ((weekdayNo(weekday) - weekdayOf(today) + 6) % 7) + 1))],
		[`${WEEKDAY},? (.+)`, ([, weekday = '', rest = ''], today) => onWeekday(weekday, rest, today)],
		// What looks like a day and names none for certain is refused, never guessed.
		[`(?:næste|next|kommende|førstkommende|denne|this) ${WEEKDAY}`, () => refused('unclear')],
		[`(?:om|in) (?:et par|nogle|få|a few|a couple of|some|\\d+[.,]\\d+) ${SPAN}`, () => refused('unclear')],
		['(?:den|d\\.) \\d{1,2}\\.?', () => refused('unclear')],
		['\\d{6}|\\d{8}', ([digits = '']) => (isBareDate(digits) ? refused('separators') : NONE)],
		['\\d+(?:[/.-]\\d*)+', ([digits = '']) => (isPlainNumber(digits) ? NONE : refused('no_such_day'))],
	] satisfies Array<[string, Reader]>
).map(([pattern, read]) => [new RegExp(`^(?:${pattern})$`), read] as const);

/**
 * A day as typed → the day meant, counted from `today`; without a year the next such day, today included.
 * A weekday means the next one after today; a week means its Monday (in the running week: today).
 * Words that do not look like a day are `none`; words that do but name no certain day are `refused`.
 */
export function readDay(typed: string, today: string): DayReading {
	const words = tidied(typed);
	for (const candidate of [words, words.replace(/^(?:på|den|d\.|senest|inden|on|by|the) /, '')]) {
		for (const [pattern, read] of RULES) {
			const match = pattern.exec(candidate);
			if (match)
				return read(
					Array.from(match, (part) => part ?? ''),
					today,
				);
		}
	}
	return NONE;
}

const tidied = (typed: string) =>
	typed
		.normalize('NFC')
		.toLowerCase()
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/^\(|[,;:!?)]+$/g, '')
		// "7/12." ends a sentence; "7. dec." keeps its abbreviation's dot, which the pattern allows.
		.replace(/(\d)\.$/, (whole, digit, _, all: string) => (/^(?:den |d\. )?\d{1,2}\.$/.test(all) ? whole : digit));

const position = (list: readonly string[], word: string) => list.findIndex((forms) => forms.split('|').includes(word)) + 1;
const weekdayNo = (word: string) => position(WEEKDAYS, word);
const monthNo = (word: string) => MONTH_STARTS.findIndex((start) => word.startsWith(start)) + 1;

function later(today: string, typedCount: string, span: string): DayReading {
	const count = Number(typedCount) || position(NUMBERS, typedCount);
	if (count < 1) return refused('unclear');
	if (/^m/.test(span)) return near(addMonths(today, Math.min(count, 999)), today);
	return near(addDays(today, /^(u|w)/.test(span) ? count * 7 : count), today);
}

function weekFrom(week: number, typedYear: string, today: string): DayReading {
	if (typedYear) return near(mondayOfWeek(fullYear(typedYear), week), today);
	const thisWeek = mondayOf(today);
	// The calendar year of Thursday owns the week; a year has 52 or 53, so a week 53 may be some years off.
	const year = Number(addDays(thisWeek, 3).slice(0, 4));
	for (let ahead = 0; ahead <= 7; ahead += 1) {
		const monday = mondayOfWeek(year + ahead, week);
		if (monday === thisWeek) return found(today);
		if (monday && monday > today) return found(monday);
	}
	return refused('no_such_day');
}

function dated(dayNo: number, month: number, typedYear: string, today: string): DayReading {
	if (typedYear) return near(dayOn(fullYear(typedYear), month, dayNo), today);
	const year = Number(today.slice(0, 4));
	// Eight years ahead: 29 February may skip one leap year at the turn of a century.
	for (let ahead = 0; ahead <= 8; ahead += 1) {
		const on = dayOn(year + ahead, month, dayNo);
		if (on && on >= today) return found(on);
	}
	return refused('no_such_day');
}

function onWeekday(weekday: string, rest: string, today: string): DayReading {
	const reading = readDay(rest, today);
	if (reading.kind !== 'day' || weekdayOf(reading.on) === weekdayNo(weekday)) return reading;
	return refused('weekday');
}

const fullYear = (typed: string) => Number(typed.length === 2 ? `20${typed}` : typed);
const near = (on: string | null, today: string): DayReading => (on && on > addMonths(today, 120) ? refused('too_far') : found(on));

/** 07122026, 20261207, 071226: digits that spell a day when separators are put in; an order number mostly does not. */
function isBareDate(digits: string): boolean {
	const at = (from: number, to: number) => Number(digits.slice(from, to));
	const isDay = (year: number, month: number, dayNo: number) => year >= 1990 && year <= 2099 && dayOn(year, month, dayNo) !== null;
	if (digits.length === 6) return isDay(2000 + at(4, 6), at(2, 4), at(0, 2));
	return isDay(at(4, 8), at(2, 4), at(0, 2)) || isDay(at(0, 4), at(4, 6), at(6, 8));
}

/** 150.000 and 43-22-11-00 are an amount and a telephone number. */
const isPlainNumber = (digits: string) => /^\d{1,3}(?:\.\d{3})+$/.test(digits) || digits.split(/[/.-]/).length > 3;

/** The day a text names, else the text: "7/12" and "07.12.2026" are the same. */
export function dayOrText(typed: string, today: string): string {
	const reading = readDay(typed, today);
	return reading.kind === 'day' ? reading.on : typed;
}
