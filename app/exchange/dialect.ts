import { isDay, isPlain } from './fields.ts';
import type { Delimiter } from './lines.ts';
import type { Column } from './mapping.ts';
import { type Dates, datesOf, decimalsOf, looksLikeDate } from './values.ts';

/** How the file writes its cells. */
export interface Dialect {
	decimals: 'comma' | 'point';
	dates: Dates;
	forms: ReadonlyMap<string, string>;
	/** The day of the reading: what is later has not happened. */
	today: string;
	/** "1038;CANADA PLACE": the number's column stands before the street's. */
	isNumberFirst: boolean;
}

const NUMERIC: ReadonlySet<string> = new Set(['lat', 'lon', 'headcount']);

/** How a table writes its numbers and days, by what stands in its columns. */
export function dialectOf(
	rows: ReadonlyArray<readonly string[]>,
	columns: readonly Column[],
	delimiter: Delimiter,
): Omit<Dialect, 'forms' | 'today'> & { found: 'comma' | 'point' | 'none' } {
	const numeric = columns.filter(({ field }) => NUMERIC.has(field));
	const found = decimalsOf(rows.flatMap((row) => numeric.map(({ at }) => row[at] ?? '')));
	const dated = columns.filter(({ field }) => isPlain(field) && isDay(field)).map(({ at }) => at);
	// Where no mapped column holds dates, the file's others still tell its style.
	const asked = dated.length > 0 ? dated : [...new Array(rows[0]?.length ?? 0).keys()];
	const dates = datesOf(asked.flatMap((at) => rows.map((row) => row[at] ?? '').filter(looksLikeDate)));
	const [number, street] = ['houseNumber', 'street'].map((name) => columns.find(({ field }) => field === name)?.at);
	// A file of semicolons comes from a spreadsheet that writes commas in its numbers.
	return {
		found,
		decimals: found === 'none' ? (delimiter === ';' ? 'comma' : 'point') : found,
		dates,
		isNumberFirst: number !== undefined && street !== undefined && number < street,
	};
}
