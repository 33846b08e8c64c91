import { fieldOfHeading } from './fields.ts';
import type { Line } from './lines.ts';
import { ExchangeError } from './record.ts';

/** As far down as headings are looked for: titles, filters and the day of the extract stand above them. */
const DEEPEST = 40;

/**
 * Which of the lines holds the headings: the one the caller names by its number in the file, else the first that has all
 * columns the caller names, else the one with the most headings that are known. Throws `ExchangeError` for a line that is not there.
 */
export function headingLine(lines: readonly Line[], wishes: Iterable<string>, row?: number): number {
	if (row !== undefined) {
		const at = lines.findIndex(({ no, cells }) => no === row && cells.some((cell) => cell.trim() !== ''));
		if (at < 0) throw new ExchangeError('header_row_unknown', String(row));
		return at;
	}
	const top = lines.slice(0, DEEPEST);
	const wanted = [...wishes];
	const named = wanted.length > 0 ? top.findIndex(({ cells }) => wanted.every((wish) => headingsOf(cells).includes(wish))) : -1;
	if (named >= 0) return named;
	const known = top.map(({ cells }) => new Set(cells.map(fieldOfHeading).filter(Boolean)).size);
	const most = Math.max(0, ...known);
	if (most > 1 && most > (known[0] ?? 0)) return known.indexOf(most);
	return Math.max(
		0,
		lines.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== '')),
	);
}

/** The headings of a line, each by a name of its own: one that stands twice gets a number, an empty one its place. */
export function headingsOf(cells: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return cells.map((raw, at) => {
		const heading = raw.replace(/\s+/g, ' ').trim() || `#${at + 1}`;
		const times = (seen.get(heading) ?? 0) + 1;
		seen.set(heading, times);
		return times > 1 ? `${heading} (${times})` : heading;
	});
}

/** "Adresse (2)" → "Adresse": the heading as it stands in the file. */
export const asWritten = (heading: string): string => heading.replace(/ \(\d+\)$/, '');
