import '#app/records/records.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { kindOf } from '#app/record/declared.server.ts';
import { reasonWords } from './labels.ts';
import { VERDICT_WORDS } from './notes.ts';
import type { Reason, RowOutcome } from './record.ts';

// What becomes of each row: its verdict, why, and every value before and after.

/** More lines than anybody reads on a screen; the rest stands in the file. */
const MOST_LINES = 200;

/** The rows in the order of the file, those that change nothing and say nothing left out. */
export function rowLines(rows: readonly RowOutcome[]): string[] {
	const told = rows.filter(({ verdict, reasons }) => verdict !== 'unchanged' || reasons.length > 0);
	if (told.length === 0) return [m.exchange_rows_none()];
	const lines = told.slice(0, MOST_LINES).flatMap((row) => [headLine(row), ...diffLines(row)]);
	if (told.length > MOST_LINES) lines.push(m.exchange_rows_left({ count: formatNumber(told.length - MOST_LINES) }));
	return [m.exchange_rows_title(), ...lines];
}

const headLine = ({ no, verdict, reasons }: RowOutcome) =>
	`  ${[m.exchange_row_line({ row: String(no), verdict: VERDICT_WORDS[verdict]() }), reasons.map(why).join('; ')].filter(Boolean).join(': ')}`;

const why = ({ code, column, value }: Reason) => {
	const where = [column, value === undefined ? undefined : `»${value}«`].filter(Boolean).join(': ');
	return reasonWords(code) + (where ? ` – ${where}` : '');
};

const diffLines = ({ diff }: RowOutcome) =>
	Object.entries(diff).map(([field, [before, after]]) => `      ${fieldWords(field)}: ${valueWords(field, before)} → ${valueWords(field, after)}`);

/** What a spreadsheet reads: headings, then a line for each value that changes, and one for a row that changes none. */
export function rowTable(rows: readonly RowOutcome[]): Array<Array<string | number | undefined>> {
	const headings = [
		m.exchange_note_row(),
		m.exchange_note_verdict(),
		m.exchange_note_reason(),
		m.exchange_row_field(),
		m.exchange_row_before(),
		m.exchange_row_after(),
	];
	const lines = rows.flatMap(({ no, verdict, reasons, diff }) => {
		const begin = [no, VERDICT_WORDS[verdict](), reasons.map(why).join('; ')];
		const changed = Object.entries(diff).map(([field, [before, after]]) => [
			...begin,
			...[fieldWords(field), valueWords(field, before), valueWords(field, after)],
		]);
		return changed.length > 0 ? changed : [begin];
	});
	return [headings, ...lines];
}

const SITE = 'site.';

function specOf(field: string) {
	const isSite = field.startsWith(SITE);
	const fields = kindOf(isSite ? 'site' : 'company').upkeep?.fields ?? {};
	const name = isSite ? field.slice(SITE.length) : field;
	return { isSite, name, spec: fields[name] };
}

/** "Sted: Adresse" for a field of the site; one without a label is called as in the register. */
function fieldWords(field: string): string {
	const { isSite, name, spec } = specOf(field);
	const words = name === 'district' ? m.exchange_field_district() : name.replace(/^identifier\./, '');
	const label = spec?.label() ?? words;
	return isSite ? m.exchange_field_of_site({ field: label }) : label;
}

function valueWords(field: string, value: unknown): string {
	if (value === null || value === undefined || value === '') return '–';
	if (typeof value === 'boolean') return value ? m.exchange_value_yes() : m.exchange_value_no();
	if (Array.isArray(value)) return value.join(', ');
	return specOf(field).spec?.words?.(String(value)) ?? String(value);
}
