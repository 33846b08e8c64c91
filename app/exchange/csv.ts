import { cleaned, isNothing } from './cell.ts';
import type { Decoded } from './decode.ts';
import { tableOf } from './delimiter.ts';
import { dialectOf } from './dialect.ts';
import { JOINED } from './fields.ts';
import { Furniture, isBlank } from './furniture.ts';
import { headingLine, headingsOf } from './headings.ts';
import { linesOf } from './lines.ts';
import { type Column, mapColumns } from './mapping.ts';
import { cvrOf, pNumberOf } from './numbers.ts';
import { ExchangeError, type ReadFile, type SourceRow } from './record.ts';
import { columnsOf, rowValues } from './row-values.ts';
import { headsFrom } from './values.ts';

export const MAX_ROWS = 100_000;
const MAX_CELL = 10_000;

export interface CsvWish {
	/** Column → field, stronger than any guess. */
	columns: ReadonlyMap<string, string>;
	/** Line of the file that holds the headings, where it is not found out. */
	headerRow?: number;
}

export interface CsvContext {
	/** Folded name or code of a company form → code. */
	forms: ReadonlyMap<string, string>;
	today: string;
}

/**
 * Reads a CSV file of firms: delimiter, line of headings, decimals and dates found out, columns mapped.
 * Throws `ExchangeError` for what cannot be read at all.
 */
export function readCsv(file: Decoded, wish: CsvWish, { forms, today }: CsvContext): ReadFile {
	const table = tableOf(file.text);
	const all = linesOf(table.text, table.delimiter, { first: table.first });
	const at = headingLine(all, wish.columns.keys(), wish.headerRow);
	const heading = all[at];
	for (const line of all.slice(at + 1)) line.cells = line.cells.map(cleaned);
	const lines = all.slice(at + 1).filter(({ cells }) => !isBlank(cells));
	if (!heading || lines.length === 0) throw new ExchangeError('file_empty');
	if (lines.length > MAX_ROWS) throw new ExchangeError('too_many_rows', String(lines.length));
	const headings = headingsOf(heading.cells);
	const cells = lines.map((line) => line.cells);
	const { columns, unmatched } = mapColumns(headings, cells, wish.columns);
	const furniture = new Furniture(headings, columns, cells);
	const { found, ...dialect } = { ...dialectOf(cells, columns, table.delimiter), forms, today };
	const named = columnsOf(columns);
	// Each line is let go of once its row is made: a large file is never there twice.
	const rows = lines.map((line, index): SourceRow => {
		cells[index] = [];
		const row = { no: line.no, kind: 'company' as const, columns: named };
		const fault = faultOf(line.cells, headings, columns, furniture);
		const { values, notes } = fault ? { values: {}, notes: [] } : rowValues(line.cells, columns, dialect);
		if (line.isOpen) notes.unshift({ code: 'quote_open', value: line.cells[0]?.slice(0, 80) });
		line.cells = [];
		return { ...row, values, notes, ...(fault && { fault }) };
	});
	const reading = {
		format: 'csv' as const,
		encoding: file.encoding,
		bom: file.bom,
		isDoubled: file.isDoubled || undefined,
		headingRow: heading.no > 1 ? heading.no : undefined,
		delimiter: table.delimiter,
		decimals: found === 'none' ? ('none' as const) : dialect.decimals,
		dates: dialect.dates,
		unmatched,
		fallbacks: fallbacksOf(columns),
	};
	return { reading, mapping: Object.fromEntries(inFileOrder(columns).map((column) => [column.heading, column.field])), source: 'file', rows };
}

/** Columns that count only where another of the same field is empty. */
function fallbacksOf(columns: readonly Column[]): string[] | undefined {
	const later = columns.filter(({ field }, at) => !JOINED.has(field) && columns.findIndex((column) => column.field === field) < at);
	return later.length > 0 ? inFileOrder(later).map(({ heading }) => heading) : undefined;
}

const inFileOrder = (columns: readonly Column[]) => [...columns].sort((a, b) => a.at - b.at);

function faultOf(own: readonly string[], headings: readonly string[], columns: readonly Column[], furniture: Furniture): SourceRow['fault'] {
	// Empty cells too many say nothing; a filled one has moved the others.
	if (own.some((cell, at) => at >= headings.length && cell !== '')) return { code: 'uneven_row', column: `${own.length}/${headings.length}` };
	const long = own.findIndex((cell) => cell.length > MAX_CELL);
	if (long >= 0) return { code: 'cell_too_long', column: headings[long] };
	const code = furniture.of(own);
	if (code) return { code };
	if (own.length < headings.length && isTorn(own, columns)) return { code: 'uneven_row', column: `${own.length}/${headings.length}` };
	return undefined;
}

/** Programs leave out empty cells at the end of a row; in one torn by a line break the cells left stand under wrong headings. */
function isTorn(own: readonly string[], columns: readonly Column[]): boolean {
	return columns.some(({ field, at }) => {
		const text = own[at] ?? '';
		if (text === '' || isNothing(text)) return false;
		if (field === 'cvr') return cvrOf(text).fault === 'cvr_invalid' && !/\d{7}/.test(text);
		if (field === 'pNumber') return pNumberOf(text).fault === 'p_number_invalid' && !/\d{7}/.test(text);
		if (field === 'postalCode') return !/\d{3}/.test(text);
		if (field === 'headcount') return headsFrom(text, 'comma') === null && !/\d/.test(text);
		return false;
	});
}
