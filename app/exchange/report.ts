import { formatMoment, formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Verdict } from '#db/vocabulary.ts';
import { reasonWords } from './labels.ts';
import type { Reading, Reason, RowOutcome } from './record.ts';
import type { Kept } from './undo.ts';

// What the command line says of an import, in the language asked for.

export interface Reported {
	batch: string | null;
	reading: Reading;
	mapping: Record<string, string>;
	rows: readonly RowOutcome[];
	joinedNames: readonly string[][];
	counts: Record<Verdict | 'rows' | 'records', number>;
	stoppedAfter?: number;
	gone?: { fileName: string; names: string[] } | null;
}

export function importReport(file: string, { batch, reading, mapping, rows, joinedNames, counts, stoppedAfter, gone }: Reported): string {
	const lines: string[] = [
		batch ? m.exchange_title_done({ file }) : m.exchange_title_preview({ file }),
		m.exchange_read_as({ facts: facts(reading).join(', ') }),
	];
	if (reading.isDoubled) lines.push(m.exchange_doubled());
	if (Object.keys(mapping).length > 0)
		lines.push(m.exchange_columns(), ...Object.entries(mapping).map(([column, field]) => `  ${column} → ${field}`));
	if (reading.fallbacks) lines.push(m.exchange_fallbacks({ columns: reading.fallbacks.join(', ') }));
	if (reading.unmatched.length > 0) lines.push(m.exchange_unmatched({ columns: reading.unmatched.join(', ') }));
	const { rows: all, created, updated, unchanged, skipped, failed, records } = counts;
	const [a, b, c, d, e, f, g] = [all, created, updated, unchanged, skipped, failed, records].map((count) => formatNumber(count));
	lines.push(
		'',
		m.exchange_counts({ rows: a ?? '', created: b ?? '', updated: c ?? '', unchanged: d ?? '', skipped: e ?? '', failed: f ?? '', records: g ?? '' }),
	);
	if (stoppedAfter !== undefined) lines.push(m.exchange_stopped({ done: formatNumber(stoppedAfter), rows: a ?? '' }));
	lines.push(...grouped(m.exchange_skipped(), rows, (row) => (row.verdict === 'skipped' ? row.reasons.slice(0, 1) : [])));
	lines.push(...grouped(m.exchange_failed(), rows, (row) => (row.verdict === 'failed' ? row.reasons.slice(0, 1) : [])));
	lines.push(...grouped(m.exchange_notes(), rows, (row) => (row.verdict === 'skipped' || row.verdict === 'failed' ? [] : row.reasons)));
	if (joinedNames.length > 0)
		lines.push('', m.exchange_joined({ count: joinedNames.length }), ...joinedNames.map((names) => `  ${names.join(' = ')}`));
	if (gone) lines.push('', ...goneLines(gone));
	if (rows.some(({ reasons }) => reasons.length > 0)) lines.push('', m.exchange_how_to_list());
	if (batch && (records > 0 || stoppedAfter !== undefined)) lines.push('', m.exchange_how_to_undo({ batch }));
	return lines.join('\n');
}

/** How many missing firms are named. */
const MOST_GONE = 100;

function goneLines({ fileName, names }: { fileName: string; names: string[] }): string[] {
	const more = names.length - MOST_GONE;
	return [
		m.exchange_gone({ count: formatNumber(names.length), file: fileName }),
		...names.slice(0, MOST_GONE).map((name) => `  ${name}`),
		...(more > 0 ? [m.exchange_gone_more({ count: formatNumber(more) })] : []),
	];
}

export function undoReport(batch: string, undone: number, kept: readonly Kept[]): string {
	const lines: string[] = [m.exchange_undone({ batch, count: formatNumber(undone) })];
	if (kept.length > 0) lines.push(m.exchange_kept({ count: kept.length }), ...kept.map((one) => `  ${keptWords(one)}`), m.exchange_undo_again());
	return lines.join('\n');
}

const STATES: Record<Listed['state'], (inputs: { count: string }) => string> = {
	running: m.exchange_state_running,
	stopped: m.exchange_state_stopped,
	done: m.exchange_state_done,
	left: m.exchange_state_left,
	undone: m.exchange_state_undone,
};

export interface Listed {
	id: string;
	fileName: string;
	startedAt: Date;
	rows: number;
	left: number | null;
	state: 'running' | 'stopped' | 'done' | 'left' | 'undone';
}

/** What was taken in lately, and how each is taken back. */
export function importList(imports: readonly Listed[]): string {
	if (imports.length === 0) return m.exchange_list_none();
	return imports
		.flatMap(({ id, fileName, startedAt, rows, left, state }) => {
			const words = STATES[state]({ count: formatNumber(left ?? 0) });
			const head = m.exchange_list_line({ at: formatMoment(startedAt), file: fileName, rows: formatNumber(rows), state: words });
			return state === 'undone' ? [head] : [head, `  ${m.exchange_how_to_undo({ batch: id })}`];
		})
		.join('\n');
}

const KINDS: Record<Kept['kind'], (inputs: { name: string }) => string> = {
	company: m.exchange_kept_company,
	site: m.exchange_kept_site,
	district: m.exchange_kept_district,
};
const WHYS: Record<Kept['why'], () => string> = {
	changed: m.exchange_why_changed,
	in_use: m.exchange_why_in_use,
	with_firm: m.exchange_why_with_firm,
};
const keptWords = ({ kind, name, why }: Kept) => `${KINDS[kind]({ name })}: ${WHYS[why]()}`;

const ENCODINGS: Record<Reading['encoding'], string> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16LE',
	'utf-16be': 'UTF-16BE',
	'windows-1252': 'WINDOWS-1252',
	cp850: 'CP850 (MS-DOS)',
	macintosh: 'Mac Roman (Macintosh)',
};
const DECIMALS = { comma: m.exchange_decimals_comma, point: m.exchange_decimals_point, none: m.exchange_decimals_none };
const DATES = {
	iso: m.exchange_dates_iso,
	'day-first': m.exchange_dates_day_first,
	'month-first': m.exchange_dates_month_first,
	ambiguous: m.exchange_dates_ambiguous,
	none: m.exchange_dates_none,
};

function facts({ format, encoding, bom, headingRow, delimiter, decimals, dates }: Reading): string[] {
	return [
		format === 'csv' ? m.exchange_format_csv() : m.exchange_format_cvr(),
		ENCODINGS[encoding] + (bom ? ` ${m.exchange_bom()}` : ''),
		...(headingRow ? [m.exchange_heading_row({ row: String(headingRow) })] : []),
		...(delimiter ? [m.exchange_delimiter({ sign: delimiter === '\t' ? m.exchange_tab() : `"${delimiter}"` })] : []),
		...(decimals ? [DECIMALS[decimals]()] : []),
		...(dates ? [DATES[dates]()] : []),
	];
}

/** How many first rows a reason names. */
const FIRST = 5;

function grouped(title: string, rows: readonly RowOutcome[], pick: (row: RowOutcome) => readonly Reason[]): string[] {
	const groups = new Map<string, { reason: Reason; nos: string[] }>();
	for (const row of rows) {
		for (const reason of pick(row)) {
			const column = isColumn(reason) ? reason.column : undefined;
			const key = `${reason.code} ${column ?? ''}`;
			const group = groups.get(key) ?? { reason: { code: reason.code, column }, nos: [] };
			group.nos.push(reason.value === undefined ? String(row.no) : `${row.no} »${reason.value}«`);
			groups.set(key, group);
		}
	}
	if (groups.size === 0) return [];
	const lines = [...groups.values()].map(({ reason, nos }) => {
		const some = nos.slice(0, FIRST).join(', ');
		const where = nos.length > FIRST ? m.exchange_rows_more({ rows: some }) : m.exchange_rows_some({ rows: some });
		const words = reasonWords(reason.code) + (reason.column ? ` – ${reason.column}` : '');
		return `  ${m.exchange_reason_line({ count: formatNumber(nos.length), reason: words, rows: where })}`;
	});
	return ['', title, ...lines];
}

/** Reasons about a column are told apart by it; those that carry a number or a name would fall into groups of one. */
const isColumn = ({ code, value }: Reason) =>
	value !== undefined || code.endsWith('_invalid') || code === 'district_unknown' || code === 'kept_manual' || code === 'status_unknown';
