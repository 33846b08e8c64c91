import { CsvError, parse } from 'csv-parse/sync';
import type { Decoded } from './decode.ts';
import type { Field } from './fields.ts';
import { isDay, isPlain } from './fields.ts';
import { mapColumns } from './mapping.ts';
import { ExchangeError, type ReadFile, type Reading, type SourceRow } from './record.ts';
import { type Dialect, rowValues } from './row-values.ts';
import { datesOf, decimalsOf, looksLikeDate } from './values.ts';

export const MAX_ROWS = 100_000;
const MAX_CELL = 10_000;
const DELIMITERS = [';', ',', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

interface Line {
	record: string[];
	info: { lines: number };
}

/**
 * Reads a CSV file of firms: delimiter, decimals and dates found out, columns mapped (`wishes` first).
 * `forms`: folded name or code of a company form → code. Throws `ExchangeError` for what cannot be read at all.
 */
export function readCsv(file: Decoded, wishes: ReadonlyMap<string, string>, forms: ReadonlyMap<string, string>): ReadFile {
	const delimiter = delimiterOf(file.text);
	const [header, ...lines] = linesOf(file.text, delimiter);
	if (!header || lines.length === 0) throw new ExchangeError('file_empty');
	if (lines.length > MAX_ROWS) throw new ExchangeError('too_many_rows', String(lines.length));
	const headings = distinct(header.record);
	const cells = lines.map(({ record }) => record.map(unescaped));
	const { fields, unmatched } = mapColumns(headings, cells, wishes);
	const dialect = { ...dialectOf(cells, fields, delimiter), forms };
	const { decimals, dates } = dialect;
	// The parser counts a Windows line break inside quotes twice.
	let doubled = 0;
	const rows = lines.map(({ record, info }, at): SourceRow => {
		const own = cells[at] ?? [];
		const whole = record.join('');
		doubled += whole.match(/\r\n/g)?.length ?? 0;
		const no = info.lines - doubled - (whole.match(/\n/g)?.length ?? 0);
		const blank = { no, kind: 'company' as const, values: {}, notes: [] };
		if (own.length !== headings.length) return { ...blank, fault: { code: 'uneven_row', column: `${own.length}/${headings.length}` } };
		const long = own.findIndex((cell) => cell.length > MAX_CELL);
		if (long >= 0) return { ...blank, fault: { code: 'cell_too_long', column: headings[long] } };
		return { no, kind: 'company', ...rowValues(own, headings, fields, dialect) };
	});
	const reading: Reading = {
		format: 'csv',
		encoding: file.encoding,
		bom: file.bom,
		isDoubled: file.isDoubled || undefined,
		delimiter,
		decimals: dialect.found,
		dates,
		unmatched,
	};
	const mapping = Object.fromEntries(headings.flatMap((heading, at) => (fields[at] ? [[heading, fields[at]]] : [])));
	return { reading: { ...reading, decimals: dialect.found === 'none' ? 'none' : decimals }, mapping, source: 'file', rows };
}

function linesOf(text: string, delimiter: Delimiter, to?: number): Line[] {
	try {
		// Untyped by the package when `info` is asked for.
		return parse(text, {
			delimiter,
			bom: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			info: true,
			to,
		}) as unknown as Line[];
	} catch (error) {
		if (error instanceof CsvError) throw new ExchangeError('csv_broken', String('lines' in error ? error.lines : ''));
		throw error;
	}
}

/** The delimiter under which the first rows agree best on having many columns. */
function delimiterOf(text: string): Delimiter {
	const head = text.slice(0, 200_000);
	const scored = DELIMITERS.map((delimiter) => {
		let lines: Line[] = [];
		try {
			lines = linesOf(head, delimiter, 50);
		} catch {
			// A cut quote at the end of the sample, or a delimiter that makes nonsense of the quotes: no vote.
		}
		const width = lines[0]?.record.length ?? 0;
		const agreeing = lines.filter(({ record }) => record.length === width).length;
		return { delimiter, width, score: width > 1 ? width * (agreeing / lines.length) : 0 };
	});
	scored.sort((a, b) => b.score - a.score);
	return scored[0] && scored[0].score > 0 ? scored[0].delimiter : ';';
}

/** A heading that stands twice gets a number, so that each column can be named. */
function distinct(headings: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return headings.map((raw, at) => {
		const heading = raw.trim() || `#${at + 1}`;
		const times = (seen.get(heading) ?? 0) + 1;
		seen.set(heading, times);
		return times > 1 ? `${heading} (${times})` : heading;
	});
}

/** Exports put ' before =, +, − and @ so that no spreadsheet runs them; it is not part of the value. */
const unescaped = (cell: string) => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

const NUMERIC: ReadonlySet<Field> = new Set(['lat', 'lon', 'headcount']);

function dialectOf(
	rows: ReadonlyArray<readonly string[]>,
	fields: ReadonlyArray<Field | null>,
	delimiter: Delimiter,
): Omit<Dialect, 'forms'> & { found: 'comma' | 'point' | 'none' } {
	const numeric = fields.flatMap((field, at) => (field && NUMERIC.has(field) ? [at] : []));
	const found = decimalsOf(rows.flatMap((row) => numeric.map((at) => row[at] ?? '')));
	const dated = fields.flatMap((field, at) => (field && isPlain(field) && isDay(field) ? [at] : []));
	// Where no mapped column holds dates, the file's others still tell its style.
	const columns = dated.length > 0 ? dated : fields.map((_, at) => at);
	const dates = datesOf(columns.flatMap((at) => rows.map((row) => row[at] ?? '').filter(looksLikeDate)));
	// A file of semicolons comes from a spreadsheet that writes commas in its numbers.
	return { found, decimals: found === 'none' ? (delimiter === ';' ? 'comma' : 'point') : found, dates };
}
