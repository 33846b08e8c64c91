import type { Viewer } from '#app/auth/viewer.ts';
import { withFurther } from './column.ts';
import type { ListState } from './list.ts';
import { pageOf, type Source, stateFor } from './source.server.ts';

/** An export ends here: what a spreadsheet still opens at once. */
const MOST_ROWS = 20_000;
const CHUNK = 500;
/** Danish Excel reads `;` between cells, and letters beyond English only behind this mark. */
const MARK = '\uFEFF';

/** All rows of a list under its filters as CSV, read by key a stretch at a time, as far as the reader takes them. 403 as for the list. */
export async function csvOf<Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	search: URLSearchParams,
): Promise<ReadableStream<Uint8Array>> {
	const { state, hidden } = await stateFor(viewer, source, search);
	const columns = withFurther(source.list.columns, source.further ?? []).filter(({ key, look }) => look !== 'deeds' && !hidden.includes(key));
	const utf8 = new TextEncoder();
	let at: ListState<Name, Sort> | null = { ...state, after: null, before: null };
	let written = 0;
	return new ReadableStream({
		start: (out) => out.enqueue(utf8.encode(MARK + lineOf(columns.map(({ label }) => label())))),
		async pull(out) {
			if (!at || written >= MOST_ROWS) return out.close();
			const { rows, next }: { rows: Row[]; next: string | null } = await pageOf(viewer, source, at, { size: CHUNK, isCounted: false });
			out.enqueue(utf8.encode(rows.map((row) => lineOf(columns.map(({ text }) => text(row)))).join('')));
			written += rows.length;
			at = next === null ? null : { ...at, after: next };
		},
	});
}

/** A small table as a whole file. */
export const csvText = (rows: ReadonlyArray<ReadonlyArray<string | number | null | undefined>>): string => MARK + rows.map(lineOf).join('');

const lineOf = (cells: ReadonlyArray<string | number | null | undefined>): string => `${cells.map(cellOf).join(';')}\r\n`;

/** A cell that a spreadsheet would take for a formula is text; the sign before it stays away from numbers of ours. */
export function cellOf(value: string | number | null | undefined): string {
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
	return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
