import { sizeClassOf } from '#app/companies/size.ts';
import { fold } from '#db/fold.ts';
import { SIZE_CLASSES, type SizeClass, type StatusGroup } from '#db/vocabulary.ts';
import type { Reading } from './record.ts';

// Single cells of a file: numbers, days, yes and no, points. Each answers null for what it cannot read.

export type Decimals = NonNullable<Reading['decimals']>;
export type Dates = NonNullable<Reading['dates']>;

/** Whether numbers of these cells write "43,5" or "43.5"; "1.234" alone tells nothing. */
export function decimalsOf(cells: Iterable<string>): Decimals {
	let [commas, points] = [0, 0];
	for (const cell of cells) {
		const text = cell.trim();
		if (/^-?(\d{1,3}(\.\d{3})+|\d+),\d+$/.test(text) && !/^-?\d{1,3},\d{3}$/.test(text)) commas++;
		else if (/^-?(\d{1,3}(,\d{3})+|\d+)\.\d+$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text)) points++;
	}
	if (commas === 0 && points === 0) return 'none';
	return commas > points ? 'comma' : 'point';
}

/** "1.234,5" (comma) or "1,234.5" (point) → 1234.5. */
export function numberFrom(cell: string, decimals: 'comma' | 'point'): number | null {
	const text = cell.replace(/[\s\u00a0]/g, '');
	const [group, mark] = decimals === 'comma' ? ['.', ','] : [',', '.'];
	const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${mark}\\d+)?$`).test(text);
	const plain = (isGrouped ? text.replaceAll(group, '') : text).replace(',', '.');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const lowerOf = (name: SizeClass) => name.split('_')[1];

/**
 * A headcount cell: "43", "43.0", "1.250", "25 ansatte", "10-19", "1000+", "ANTAL_10_19"; null when it is neither a whole
 * number ≥ 0 nor a class of the register's ("ca. 25", "11-50").
 */
export function headsFrom(cell: string, decimals: 'comma' | 'point'): { headcount: number | null; sizeClass: SizeClass } | null {
	const text = cell.replace(/\s*(?:ansatte?|medarbejdere?|personer|employees|stk)\.?$/i, '').trim();
	const range = text.match(/^(?:ANTAL_)?(\d+)\s*[-–—_]\s*(\d+)$/);
	const open = text.match(/^(1\.?000)\s*(?:\+|(?:og|eller) (?:der)?over)$/);
	const sizeClass = SIZE_CLASSES.find((name) => (range ? name === `ANTAL_${range[1]}_${range[2]}` : open && lowerOf(name) === '1000'));
	if (sizeClass) return { headcount: null, sizeClass };
	// Heads are whole: a point before three digits groups thousands, whatever the file's other numbers do with it.
	const count = numberFrom(/^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text, decimals);
	return count !== null && Number.isInteger(count) && count >= 0 && count <= 1_000_000 ? { headcount: count, sizeClass: sizeClassOf(count) } : null;
}

const DAY = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?:[ T]\d.*)?$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d.*|Z|[+-]\d\d:\d\d)?$/;
const COMPACT = /^(1[89]\d\d|20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:[.,]0+)?$/;
const IN_WORDS = /^(\d{1,2})\.? (?:of )?([a-zæøå]{3,9})\.?,? (\d{4})$/i;
/** Days since 1899-12-30, as spreadsheets count: 1950 to 2064. */
const SERIAL = /^(18[3-9]\d\d|19\d{3}|[2-5]\d{4})(?:[.,]\d+)?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de'];

/** True when a cell has the looks of a date, whatever its style. */
export const looksLikeDate = (cell: string): boolean => DAY.test(cell.trim()) || ISO.test(cell.trim());

/** "1/5/67": which century is not said. */
export const hasShortYear = (cell: string): boolean => DAY.exec(cell.trim())?.[3]?.length === 2;

/**
 * The style of a column of dates. Slashes with no day above 12 leave the order open: "ambiguous", read day first
 * and said so; dots and dashes are European.
 */
export function datesOf(cells: Iterable<string>): Dates {
	const seen = { iso: 0, dayFirst: 0, monthFirst: 0, open: 0 };
	for (const cell of cells) {
		const text = cell.trim();
		if (ISO.test(text)) seen.iso++;
		const parts = text.match(DAY);
		if (!parts) continue;
		if (Number(parts[1]) > 12) seen.dayFirst++;
		else if (Number(parts[2]) > 12) seen.monthFirst++;
		else if (text.includes('/')) seen.open++;
		else seen.dayFirst++;
	}
	if (seen.monthFirst > 0 && seen.dayFirst > 0) return 'ambiguous';
	if (seen.monthFirst > 0) return 'month-first';
	if (seen.dayFirst > 0) return 'day-first';
	if (seen.open > 0) return 'ambiguous';
	return seen.iso > 0 ? 'iso' : 'none';
}

/**
 * A date cell → `YYYY-MM-DD`; null for a day that does not exist and for what is no day ("2021", "05-1967"). A year of two
 * digits is the last one that is not later than `today`'s.
 */
export function dayFrom(cell: string, dates: Dates, today: string): string | null {
	const text = cell.trim();
	const iso = text.match(ISO) ?? text.match(COMPACT);
	if (iso) return realDay(iso[1], iso[2], iso[3]);
	if (SERIAL.test(text)) return new Date(Date.UTC(1899, 11, 30) + Number.parseInt(text, 10) * 86_400_000).toISOString().slice(0, 10);
	const words = text.match(IN_WORDS);
	if (words) return realDay(words[3], monthOf(words[2] ?? ''), words[1]);
	const parts = text.match(DAY);
	if (!parts) return null;
	const [, first, second, written = ''] = parts;
	const year = written.length === 2 ? inCentury(written, today) : written;
	return dates === 'month-first' ? realDay(year, first, second) : realDay(year, second, first);
}

const inCentury = (year: string, today: string) => `${year <= today.slice(2, 4) ? '20' : '19'}${year}`;

/** "maj", "Oktober", "May" → its number. */
function monthOf(word: string): string {
	const letters = word.toLowerCase();
	const at = letters.startsWith('mar') ? 2 : MONTHS.findIndex((month, index) => index !== 2 && letters.startsWith(month));
	return String(at + 1);
}

function realDay(year = '', month = '', day = ''): string | null {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

const YES =
	/^(?:ja|j|jep|yes|y|true|t|sand|sandt|1|1 0+|x|on|beskyttet|reklamebeskyttet|reklamebeskyttelse|har reklamebeskyttelse|frabedt|frabeder sig reklame|frabedt reklame|ingen reklame|robinson|ja .*)$/;
const NO = /^(?:nej|n|no|false|f|falsk|falskt|0|0 0+|off|ikke beskyttet|ikke reklamebeskyttet|ubeskyttet|nej .*)$/;

/** "ja", "x", "1.0", "t", "✓", "Frabedt reklame" → true; "nej", "0", "f" → false; null for a word that says neither. */
export function yesOrNo(cell: string): boolean | null {
	if (/^[✓✔☑✅√]/u.test(cell.trim())) return true;
	const word = fold(cell);
	if (YES.test(word)) return true;
	return NO.test(word) ? false : null;
}

export interface Point {
	lat: number;
	lon: number;
}

/** A pair, a GeoJSON point or a WKT point, in the order each has. */
export const pointFromText = (cell: string): Point | null => pointFromPair(cell) ?? pointFromGeometry(cell) ?? pointFromWkt(cell);

/** "POINT (12.4 55.68)", whose order is longitude, latitude. */
function pointFromWkt(cell: string): Point | null {
	const [, lon, lat] = cell.match(/^(?:SRID=\d+;)?\s*POINT(?: Z)?\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)(?:\s+-?[\d.]+)?\s*\)$/i) ?? [];
	return lon !== undefined && lat !== undefined ? { lat: Number(lat), lon: Number(lon) } : null;
}

/** "49.288, -123.116" or "55,676; 12,568" → latitude, longitude. */
export function pointFromPair(cell: string): Point | null {
	const parts = cell.trim().match(/^(-?\d+\.\d+)\s*[,;\s]\s*(-?\d+\.\d+)$/) ?? cell.trim().match(/^(-?\d+,\d+)\s*[;\s]\s*(-?\d+,\d+)$/);
	if (!parts) return null;
	return { lat: Number(parts[1]?.replace(',', '.')), lon: Number(parts[2]?.replace(',', '.')) };
}

/** A GeoJSON point, whose order is longitude, latitude. */
function pointFromGeometry(cell: string): Point | null {
	if (!cell.trimStart().startsWith('{')) return null;
	try {
		const read: unknown = JSON.parse(cell);
		if (typeof read !== 'object' || read === null || !('coordinates' in read) || !('type' in read)) return null;
		if (read.type !== 'Point' || !Array.isArray(read.coordinates)) return null;
		const [lon, lat]: unknown[] = read.coordinates;
		return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null;
	} catch {
		return null;
	}
}

const PLAIN_STATUS: Record<string, StatusGroup> = {
	aktiv: 'active',
	active: 'active',
	normal: 'active',
	'i drift': 'active',
	aktivt: 'active',
	konkurs: 'distress',
	'under likvidation': 'distress',
	nedlagt: 'ceased',
	oploest: 'ceased',
	ophoert: 'ceased',
	ceased: 'ceased',
	lukket: 'ceased',
};

/** The group of the plain words a file uses for a firm's status, or of the register's distress words; null when unknown. */
export function knownStatus(cell: string): StatusGroup | null {
	const word = fold(cell);
	if (PLAIN_STATUS[word]) return PLAIN_STATUS[word];
	if (/^under (konkurs|rekonstruktion|tvangsoploesning|frivillig likvidation|reassumering)$/.test(word)) return 'distress';
	return /^(oploest|tvangsoploest|slettet|omdannet|uden retsvirkning)\b/.test(word) ? 'ceased' : null;
}

/** Street, number, letter, floor and door on one line: "Hovedgaden 6A, 1. tv". */
export function addressLine(parts: { street?: string; number?: string; letter?: string; floor?: string; door?: string }): string | null {
	if (!parts.street) return null;
	const place = [parts.street, `${parts.number ?? ''}${parts.letter ?? ''}`].filter(Boolean).join(' ');
	const floor = parts.floor ? (/^(?:\d+|st|kld?)$/i.test(parts.floor) ? `${parts.floor}.` : parts.floor) : '';
	const inside = [floor, parts.door ?? ''].filter(Boolean).join(' ');
	return inside ? `${place}, ${inside}` : place;
}
