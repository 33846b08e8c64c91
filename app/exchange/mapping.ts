import { cvrFrom } from '#app/companies/register-numbers.ts';
import { FIELDS, type Field, fieldOfHeading, isField, JOINED } from './fields.ts';
import { ExchangeError } from './record.ts';
import { knownStatus, pointFromGeometry, pointFromPair } from './values.ts';

/** Column → field for the columns that mean something, and the headings of those that do not. */
export interface Mapping {
	fields: Array<Field | null>;
	unmatched: string[];
}

/** How much of a column must look the part before its content names it. */
const MOST = 0.8;
const SAMPLE = 500;

/**
 * Decides what each column holds: what the caller says, else the heading, else the content (CVR numbers,
 * P-numbers, points). The first column wins a field, except where fields are joined.
 * Throws `ExchangeError` for a column or field that does not exist and when no column names a firm.
 */
export function mapColumns(headings: readonly string[], rows: ReadonlyArray<readonly string[]>, wishes: ReadonlyMap<string, string>): Mapping {
	const fields: Array<Field | null> = headings.map(() => null);
	const settled = new Set<number>();
	const taken = new Set<Field>();
	for (const [column, wish] of wishes) {
		const at = headings.indexOf(column);
		if (at < 0) throw new ExchangeError('map_column_unknown', column);
		if (wish !== '' && wish !== 'ignore' && !isField(wish)) throw new ExchangeError('map_field_unknown', `${wish} (${FIELDS.join(', ')})`);
		const field = isField(wish) ? wish : null;
		fields[at] = field;
		if (field) taken.add(field);
		settled.add(at);
	}
	const sample = rows.slice(0, SAMPLE);
	const column = (at: number) => sample.map((row) => row[at]?.trim() ?? '').filter(Boolean);
	const settle = (at: number, field: Field | null) => {
		if (!field || (taken.has(field) && !JOINED.has(field))) return;
		fields[at] = field;
		taken.add(field);
		settled.add(at);
	};
	for (const guess of [fieldByHeading, fieldByContent]) {
		headings.forEach((heading, at) => {
			if (!settled.has(at)) settle(at, guess(heading, column(at)));
		});
	}
	if (!taken.has('name') && !taken.has('cvr') && !taken.has('pNumber')) throw new ExchangeError('no_key_column', headings.join(', '));
	return { fields, unmatched: headings.filter((_, at) => fields[at] === null && !settled.has(at)) };
}

function fieldByHeading(heading: string, values: readonly string[]): Field | null {
	const field = fieldOfHeading(heading);
	// "Status" heads many things; only one that speaks the register's words is the firm's.
	if (field === 'status' && !values.some((value) => knownStatus(value))) return null;
	return field;
}

function fieldByContent(_heading: string, values: readonly string[]): Field | null {
	const most = (test: (value: string) => unknown) => values.length > 0 && values.filter(test).length >= values.length * MOST;
	if (most((value) => /^(DK)?\s*(\d[\s.]?){8}$/i.test(value) && cvrFrom(value))) return 'cvr';
	if (most((value) => /^10\d{8}$/.test(value))) return 'pNumber';
	if (most(pointFromGeometry)) return 'geometry';
	if (most(pointFromPair)) return 'point';
	return null;
}
