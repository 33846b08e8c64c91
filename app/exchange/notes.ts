import { m } from '#app/i18n/paraglide/messages.js';
import type { Verdict } from '#db/vocabulary.ts';
import { reasonWords } from './labels.ts';
import type { Reason, ReasonCode, RowOutcome } from './record.ts';

// Every note and failure of an import, row by row: nothing is left to "and more".

export const VERDICT_WORDS: Record<Verdict, () => string> = {
	created: m.exchange_verdict_created,
	updated: m.exchange_verdict_updated,
	unchanged: m.exchange_verdict_unchanged,
	skipped: m.exchange_verdict_skipped,
	failed: m.exchange_verdict_failed,
};

interface Note {
	no: number;
	verdict: Verdict;
	reason: Reason;
}

const notesOf = (rows: readonly RowOutcome[]): Note[] =>
	rows.flatMap(({ no, verdict, reasons }) => reasons.map((reason) => ({ no, verdict, reason })));

/** What people read: one line a note. */
export function noteLines(rows: readonly RowOutcome[]): string[] {
	const notes = notesOf(rows);
	if (notes.length === 0) return [m.exchange_no_notes()];
	return [m.exchange_all_notes(), ...notes.map((note) => `  ${lineOf(note)}`)];
}

/** Reasons whose detail is no column: the name, the number or the count they are about. */
const OF_A_VALUE: ReadonlySet<ReasonCode> = new Set([
	'company_unknown',
	'district_unknown',
	'name_ambiguous',
	'name_only_match',
	'p_unit_ceased',
	'uneven_row',
]);

/** Where it is, and what stood there. */
function placed({ code, column, value }: Reason): Pick<Reason, 'column' | 'value'> {
	const isValue = OF_A_VALUE.has(code) || (code === 'p_number_of_other_company' && value === undefined);
	return isValue ? { value: value ?? column } : { column, value };
}

const lineOf = ({ no, verdict, reason }: Note): string => {
	const { code } = reason;
	const { column, value } = placed(reason);
	const where = [column, value === undefined ? undefined : `»${value}«`].filter(Boolean).join(': ');
	const words = reasonWords(code) + (where ? ` – ${where}` : '');
	return m.exchange_note_line({ row: String(no), verdict: VERDICT_WORDS[verdict](), reason: words });
};

/** What a spreadsheet reads: headings, then one row a note. */
export const noteTable = (rows: readonly RowOutcome[]): Array<Array<string | number | undefined>> => [
	[m.exchange_note_row(), m.exchange_note_verdict(), m.exchange_note_column(), m.exchange_note_value(), m.exchange_note_reason()],
	...notesOf(rows).map(({ no, verdict, reason }) => {
		const { column, value } = placed(reason);
		return [no, VERDICT_WORDS[verdict](), column, value, reasonWords(reason.code)];
	}),
];
