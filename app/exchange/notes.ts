import { m } from '#app/i18n/paraglide/messages.js';
import type { Verdict } from '#db/vocabulary.ts';
import { reasonWords } from './labels.ts';
import type { Reason, RowOutcome } from './record.ts';

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

const lineOf = ({ no, verdict, reason: { code, column, value } }: Note): string => {
	const where = [column, value === undefined ? undefined : `»${value}«`].filter(Boolean).join(': ');
	const words = reasonWords(code) + (where ? ` – ${where}` : '');
	return m.exchange_note_line({ row: String(no), verdict: VERDICT_WORDS[verdict](), reason: words });
};

/** What a spreadsheet reads: headings, then one row a note. */
export const noteTable = (rows: readonly RowOutcome[]): Array<Array<string | number | undefined>> => [
	[m.exchange_note_row(), m.exchange_note_verdict(), m.exchange_note_column(), m.exchange_note_value(), m.exchange_note_reason()],
	...notesOf(rows).map(({ no, verdict, reason: { code, column, value } }) => [no, VERDICT_WORDS[verdict](), column, value, reasonWords(code)]),
];
