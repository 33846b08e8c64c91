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

/** A headcount cell: "43", "43.0", "10-19", "ANTAL_10_19"; null when it is neither a whole number ≥ 0 nor a known class. */
export function headsFrom(cell: string, decimals: 'comma' | 'point'): { headcount: number | null; sizeClass: SizeClass } | null {
	const range = cell.trim().match(/^(?:ANTAL_)?(\d+)\s*[-–_]\s*(\d+)$/);
	const sizeClass = range && SIZE_CLASSES.find((name) => name === `ANTAL_${range[1]}_${range[2]}`);
	if (sizeClass) return { headcount: null, sizeClass };
	const count = numberFrom(cell, decimals);
	return count !== null && Number.isInteger(count) && count >= 0 && count <= 1_000_000 ? { headcount: count, sizeClass: sizeClassOf(count) } : null;
}

const DAY = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[ T].*)?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/;

/** True when a cell has the looks of a date, whatever its style. */
export const looksLikeDate = (cell: string): boolean => DAY.test(cell.trim()) || ISO.test(cell.trim());

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

/** A date cell → `YYYY-MM-DD`; null for a day that does not exist. */
export function dayFrom(cell: string, dates: Dates): string | null {
	const text = cell.trim();
	const iso = text.match(ISO);
	if (iso) return realDay(iso[1], iso[2], iso[3]);
	const parts = text.match(DAY);
	if (!parts) return null;
	const [, first, second, year] = parts;
	return dates === 'month-first' ? realDay(year, first, second) : realDay(year, second, first);
}

function realDay(year = '', month = '', day = ''): string | null {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** "ja", "x", "1", "true" → true; "nej", "0" → false. */
export function yesOrNo(cell: string): boolean | null {
	const word = fold(cell);
	if (['ja', 'j', 'yes', 'y', 'true', 'sand', '1', 'x', 'beskyttet', 'reklamebeskyttet'].includes(word)) return true;
	return ['nej', 'n', 'no', 'false', 'falsk', '0'].includes(word) ? false : null;
}

export interface Point {
	lat: number;
	lon: number;
}

/** "49.288, -123.116" or "55,676; 12,568" → latitude, longitude. */
export function pointFromPair(cell: string): Point | null {
	const parts = cell.trim().match(/^(-?\d+\.\d+)\s*[,;\s]\s*(-?\d+\.\d+)$/) ?? cell.trim().match(/^(-?\d+,\d+)\s*[;\s]\s*(-?\d+,\d+)$/);
	if (!parts) return null;
	return { lat: Number(parts[1]?.replace(',', '.')), lon: Number(parts[2]?.replace(',', '.')) };
}

/** A GeoJSON point, whose order is longitude, latitude. */
export function pointFromGeometry(cell: string): Point | null {
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
	const floor = parts.floor ? (/^\d+$/.test(parts.floor) ? `${parts.floor}.` : parts.floor) : '';
	const inside = [floor, parts.door ?? ''].filter(Boolean).join(' ');
	return inside ? `${place}, ${inside}` : place;
}
