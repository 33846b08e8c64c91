import { readBytes } from '#app/exchange/read.server.ts';
import type { Reason, SourceRow } from '#app/exchange/record.ts';
import { checked } from '#app/exchange/row-form.server.ts';

/** The day these files are read. */
export const TODAY = '2026-12-01';

/** A file of firms as it would be planned: its rows checked. */
export function read(file: string | Uint8Array, columns: Record<string, string> = {}, headerRow?: number) {
	const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
	const { rows, ...rest } = readBytes(bytes, { columns: new Map(Object.entries(columns)), headerRow }, TODAY);
	return { ...rest, rows: rows.map(checked) };
}

export const valuesOf = (file: ReturnType<typeof read>) => file.rows.map(({ values }) => values);

/** "3 date_invalid Stiftet »31-02-2020«" */
export const notesOf = (file: ReturnType<typeof read>) => file.rows.flatMap((row) => reasonsOf(row).map((reason) => `${row.no} ${told(reason)}`));

const reasonsOf = ({ fault, notes }: SourceRow): Reason[] => [...(fault ? [fault] : []), ...notes];
const told = ({ code, column, value }: Reason) => [code, column, value === undefined ? undefined : `»${value}«`].filter(Boolean).join(' ');

/** What one cell under this heading becomes, beside a name and an address. */
export function cell(heading: string, text: string) {
	const quoted = `"${text.replaceAll('"', '""')}"`;
	const file = read(`Firmanavn;Adresse;${heading}\nOpfundet Firma ApS;Opfundet Vej 1;${quoted}\n`);
	return { values: file.rows[0]?.values ?? {}, notes: notesOf(file), fault: file.rows[0]?.fault };
}
