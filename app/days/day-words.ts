import { addDays, addMonths, dayOn, isOfOurTimes, mondayOf, mondayOfWeek, weekdayOf } from './days.ts';

// Days as people in the field type them, Danish and English at once. Browser-safe: the form shows what the server will store.

/** Why words that look like a day are not taken as one; worded by the messages. */
export type DayRefusal =
	/** The calendar has no such day, month or week: 31/2, 45/1, uge 54. */
	| 'no_such_day'
	/** Digits without separators can be read in several ways: 07122026. */
	| 'separators'
	/** Understood differently from person to person: "næste mandag", "om et par uger", "i marts". */
	| 'unclear'
	/** Without a year, and gone by a moment ago: 22/11 on 23 November is hardly a year away. */
	| 'gone'
	/** "tirsdag 7/12" when 7 December is a Monday. */
	| 'weekday'
	/** More than ten years ahead: a slip of the keyboard. */
	| 'too_far';

/** A refusal names the days that may be meant, the likeliest first, so that one of them can be chosen. */
export type DayReading = { kind: 'none' } | { kind: 'day'; on: string } | { kind: 'refused'; reason: DayRefusal; days: string[] };

const NONE: DayReading = { kind: 'none' };
const refused = (reason: DayRefusal, ...days: Array<string | null>): DayReading => ({
	kind: 'refused',
	reason,
	days: days.filter((on) => on !== null),
});
const found = (on: string | null): DayReading => (on ? { kind: 'day', on } : refused('no_such_day'));

const MONTH =
	'(jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'dec'];
const WEEKDAYS = ['mandag|monday', 'tirsdag|tuesday', 'onsdag|wednesday', 'torsdag|thursday', 'fredag|friday', 'lørdag|saturday', 'søndag|sunday'];
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const NUMBERS = [
	...['en|et|én|ét|a|an|one', 'to|two', 'tre|three', 'fire|four', 'fem|five', 'seks|six', 'syv|seven', 'otte|eight', 'ni|nine', 'ti|ten'],
	...['elleve|eleven', 'tolv|twelve', 'tretten|thirteen', 'fjorten|fourteen'],
];
const COUNT = `\\d{1,4}|${NUMBERS.join('|')}`;
const SPAN = '(dag|dage|days?|uger?|weeks?|måned|måneder|months?|år|years?)';
const WEEK = '(næste uge|next week|(?:uge|week) \\d{1,3}(?:,?[ -]?\\d{4})?)';
const YEAR = '(?:,?[ -]?(\\d{4}|\\d{2}))?';

/** `parts[0]` is all that was typed, the rest what the pattern's groups caught ('' for nothing). */
type Reader = (parts: string[], today: string) => DayReading;

const RULES: Array<readonly [RegExp, Reader]> = (
	[
		['i ?dag|today', (_, today) => found(today)],
		['i ?morgen|tomorrow', (_, today) => found(addDays(today, 1))],
		['i ?overmorgen|overmorgen', (_, today) => found(addDays(today, 2))],
		['(?:i )?næste uge|next week', (_, today) => found(addDays(mondayOf(today), 7))],
		[`(?:om|in) (${COUNT}) ${SPAN}`, ([, count = '', span = ''], today) => later(today, count, span)],
		['om et halvt år|in half a year', (_, today) => found(addMonths(today, 6))],
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
		[WEEKDAY, ([, weekday = ''], today) => found(coming(weekday, today))],
		[`${WEEKDAY},? (?:i |in )?${WEEK}`, ([, weekday = '', week = ''], today) => dayOfWeek(weekday, week, today)],
		[`(?:i |in )?${WEEK},? (?:på |on )?${WEEKDAY}`, ([, week = '', weekday = ''], today) => dayOfWeek(weekday, week, today)],
		[`${WEEKDAY},? (.+)`, ([, weekday = '', rest = ''], today) => onWeekday(weekday, rest, today)],
		[`(?:kommende|førstkommende|this coming) ${WEEKDAY}`, ([, weekday = ''], today) => found(coming(weekday, today))],
		[`(primo|medio|ultimo) ${MONTH}${YEAR}`, ([, part = '', month = '', year = ''], today) => found(partOf(part, monthNo(month), year, today))],
		// What looks like a day and names none for certain is refused, never guessed.
		[
			// Not "jul" alone: that is Christmas.
			`(?:(?:i|in|til|start|slut) )?(?!jul$)${MONTH}${YEAR}`,
			([, month = '', year = ''], today) =>
				refused('unclear', ...['primo', 'ultimo'].map((part) => partOf(part, monthNo(month), year, today)).filter((on) => on && on >= today)),
		],
		[
			`(?:næste|next|denne|this) ${WEEKDAY}`,
			([, weekday = ''], today) => refused('unclear', coming(weekday, today), addDays(coming(weekday, today), 7)),
		],
		[`(?:om|in) (?:et par|a couple of) ${SPAN}`, ([, span = ''], today) => either(['2', '3'], span, today)],
		[
			`(?:om|in) (\\d{1,3}) ?(?:-|–|til|to|eller|or) ?(\\d{1,3}) ${SPAN}`,
			([, from = '', to = '', span = ''], today) => either([from, to], span, today),
		],
		[
			`(?:om|in) (?:ca\\.? |about )?(${COUNT}) (dages|uges|ugers|måneds|måneders|års|days|weeks|months) (?:tid|time)`,
			([, count = '', span = ''], today) => either([count], span, today),
		],
		[`(?:om|in) (?:nogle|få|a few|some|halvanden|halvandet|\\d+½|\\d+[.,]\\d+) ${SPAN}`, () => refused('unclear')],
		['(?:den|d\\.) (\\d{1,2})\\.?', ([, dayNo], today) => refused('unclear', nextNumbered(Number(dayNo), today))],
		['\\d{6}|\\d{8}', ([digits = '']) => bareDate(digits)],
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

/** The next such weekday after today. */
const coming = (weekday: string, today: string) => addDays(today, ((weekdayNo(weekday) - weekdayOf(today) + 6) % 7) + 1);

function later(today: string, typedCount: string, span: string): DayReading {
	const count = Number(typedCount) || position(NUMBERS, typedCount);
	if (count < 1) return refused('unclear');
	if (/^(m|å|y)/.test(span)) return near(addMonths(today, Math.min(/^m/.test(span) ? count : count * 12, 999)), today);
	return near(addDays(today, /^(u|w)/.test(span) ? count * 7 : count), today);
}

const either = (counts: readonly string[], span: string, today: string): DayReading =>
	refused('unclear', ...counts.map((count) => later(today, count, span)).map((reading) => (reading.kind === 'day' ? reading.on : null)));

/** First, middle or last day of a month, of the next such month when no year is said; in the running month not before today. */
function partOf(part: string, month: number, typedYear: string, today: string): string | null {
	const isGone = month < Number(today.slice(5, 7));
	const first = dayOn(typedYear ? fullYear(typedYear) : Number(today.slice(0, 4)) + (isGone ? 1 : 0), month, 1);
	if (!first || part === 'medio') return first && addDays(first, 14);
	if (part === 'ultimo') return addDays(addMonths(first, 1), -1);
	return first < today && first.slice(0, 7) === today.slice(0, 7) ? today : first;
}

/** The next day of a month that bears this number, today included. */
function nextNumbered(dayNo: number, today: string): string | null {
	if (dayNo < 1 || dayNo > 31) return null;
	let on = today;
	while (Number(on.slice(8)) !== dayNo) on = addDays(on, 1);
	return on;
}

function dayOfWeek(weekday: string, week: string, today: string): DayReading {
	const reading = readDay(week, today);
	if (reading.kind !== 'day') return reading;
	const on = addDays(mondayOf(reading.on), weekdayNo(weekday) - 1);
	return on < today ? refused('gone') : found(on);
}

function weekFrom(week: number, typedYear: string, today: string): DayReading {
	if (typedYear) return near(mondayOfWeek(fullYear(typedYear), week), today);
	const thisWeek = mondayOf(today);
	// The calendar year of Thursday owns the week; a year has 52 or 53, so a week 53 may be some years off.
	const year = Number(addDays(thisWeek, 3).slice(0, 4));
	const mondays = yearsFrom(year - 1, 9).map((each) => mondayOfWeek(each, week));
	if (mondays.includes(thisWeek)) return found(today);
	return nextOf(mondays, today);
}

function dated(dayNo: number, month: number, typedYear: string, today: string): DayReading {
	if (typedYear) return near(dayOn(fullYear(typedYear), month, dayNo), today);
	// Eight years ahead: 29 February may skip one leap year at the turn of a century.
	const days = yearsFrom(Number(today.slice(0, 4)) - 1, 10).map((year) => dayOn(year, month, dayNo));
	return nextOf(days, today);
}

const yearsFrom = (first: number, count: number) => Array.from({ length: count }, (_, ahead) => first + ahead);

/** Longest since a day without a year for which the one that has gone by may be meant. */
const JUST_GONE_DAYS = 45;

/** The first day that is not over; asked about where another one is only just over. */
function nextOf(days: ReadonlyArray<string | null>, today: string): DayReading {
	const next = days.find((on) => on && on >= today) ?? null;
	const isJustGone = days.some((on) => on && on < today && addDays(on, JUST_GONE_DAYS) >= today);
	if (next === today || !isJustGone) return found(next);
	return refused('gone', next);
}

function onWeekday(weekday: string, rest: string, today: string): DayReading {
	const reading = readDay(rest, today);
	if (reading.kind !== 'day' || weekdayOf(reading.on) === weekdayNo(weekday)) return reading;
	return refused('weekday', reading.on, coming(weekday, addDays(reading.on, -4)));
}

const fullYear = (typed: string) => Number(typed.length === 2 ? `20${typed}` : typed);
function near(on: string | null, today: string): DayReading {
	if (on && on > addMonths(today, 120)) return refused('too_far');
	return on && !isOfOurTimes(on) ? refused('no_such_day') : found(on);
}

/** 07122026, 20261207, 071226: digits that spell a day when separators are put in; an order number mostly does not. */
function bareDate(digits: string): DayReading {
	const at = (from: number, to: number) => Number(digits.slice(from, to));
	const days =
		digits.length === 6 ? [dayOn(2000 + at(4, 6), at(2, 4), at(0, 2))] : [dayOn(at(4, 8), at(2, 4), at(0, 2)), dayOn(at(0, 4), at(4, 6), at(6, 8))];
	const ours = days.filter((on) => on && on >= '1990-01-01' && on <= '2099-12-31');
	return ours.length > 0 ? refused('separators', ...ours) : NONE;
}

/** 150.000 and 43-22-11-00 are an amount and a telephone number. */
const isPlainNumber = (digits: string) => /^\d{1,3}(?:\.\d{3})+$/.test(digits) || digits.split(/[/.-]/).length > 3;

/** The day a text names, else the text: "7/12" and "07.12.2026" are the same. */
export function dayOrText(typed: string, today: string): string {
	const reading = readDay(typed, today);
	return reading.kind === 'day' ? reading.on : typed;
}
