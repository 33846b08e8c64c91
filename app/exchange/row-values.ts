import { isShortened } from './cell.ts';
import type { Dialect } from './dialect.ts';
import { type Field, isDay, PLAIN_FIELDS } from './fields.ts';
import type { Column } from './mapping.ts';
import { cvrOf, pNumberOf } from './numbers.ts';
import { emailFrom, phoneFrom, type Reached, websiteFrom } from './reach.ts';
import type { SourceRow, Values } from './record.ts';
import { type Cell, Row } from './row.ts';
import { classified, dayFields, heads, industry } from './row-facts.ts';
import { place, pointOf } from './row-place.ts';

/** One row of cells → values. What is not understood costs the cell, and is noted with its column and what stood there. */
export function rowValues(cells: readonly string[], columns: readonly Column[], dialect: Dialect): Pick<SourceRow, 'values' | 'notes'> {
	const row = new Row(cells, columns);
	const values: Values = {
		...texts(row),
		...registered(row),
		...reachable(row),
		...place(row, dialect),
		...pointOf(row, dialect),
		...classified(row, dialect),
		...dayFields(row, dialect),
		...industry(row),
		...heads(row, dialect),
	};
	return { values: present(values), notes: row.notes };
}

function texts(row: Row): Values {
	return {
		name: row.text('name')?.replace(/\s*[,;]+$/, ''),
		siteName: row.text('tradeName'),
		alternativeNames: list(
			row.all('alternativeName').flatMap(({ text }) =>
				text
					.split(/[;|]/)
					.map((name) => name.trim())
					.filter(Boolean),
			),
		),
		district: row.text('district'),
		...Object.fromEntries(LINES.map((field) => [field, row.text(field)])),
	};
}

/** Numbers of registers: the CVR number, the P-number, those of others. */
function registered(row: Row): Values {
	const identifiers = row.all('identifier').map(({ text, heading }) => ({ scheme: heading, value: text }));
	const values: Values = {};
	const cvr = row.first('cvr');
	if (cvr) {
		const { value, foreign, fault } = cvrOf(cvr.text);
		values.cvr = value;
		if (foreign) identifiers.push({ scheme: 'VAT', value: foreign });
		if (fault) row.note(fault, cvr);
	}
	const unit = row.first('pNumber');
	if (unit) {
		const { value, fault } = pNumberOf(unit.text);
		values.pNumber = value;
		if (fault) row.note(fault, unit);
	}
	return { ...values, identifiers: list(identifiers) };
}

const REACH = { phone: phoneFrom, email: emailFrom, website: websiteFrom } as const;
/** Plain fields that are read as they stand. */
const LINES = PLAIN_FIELDS.filter((field) => !isDay(field) && !(field in REACH));

function reachable(row: Row): Values {
	const values: Values = {};
	for (const field of ['phone', 'email', 'website'] as const) {
		for (const cell of row.all(field)) {
			const read = REACH[field](cell.text);
			if (values[field] === undefined) values[field] = read.first;
			else if (read.first !== values[field] && read.first !== undefined) row.note('further_value', cell);
			tell(row, field, cell, read);
		}
	}
	// Typed into the wrong column.
	const mail = row.first('website')?.text.match(/^mailto:(\S+@\S+)$/i)?.[1];
	if (mail && values.email === undefined) values.email = mail;
	return values;
}

function tell(row: Row, field: keyof typeof REACH, { heading }: Cell, { more, unread }: Reached) {
	for (const text of more) row.note('further_value', { text, heading });
	for (const text of unread) row.note(isShortened(text) ? 'number_shortened' : `${field}_invalid`, { text, heading });
}

const COLUMN_OF: Partial<Record<keyof Values, Field>> = {
	name: 'name',
	siteName: 'tradeName',
	cvr: 'cvr',
	pNumber: 'pNumber',
	address: 'address',
	postalCode: 'postalCode',
	city: 'city',
	district: 'district',
	...Object.fromEntries(PLAIN_FIELDS.map((field) => [field, field])),
	industryCode: 'industryCode',
	industryText: 'industryText',
	lat: 'lat',
	lon: 'lon',
	siteHeads: 'headcount',
};

/** The column of each value: of several, the one a row goes by first. */
export function columnsOf(columns: readonly Column[]): SourceRow['columns'] {
	const found: SourceRow['columns'] = {};
	for (const [key, field] of Object.entries(COLUMN_OF)) {
		const heading = columns.find((column) => column.field === field)?.heading;
		if (heading) found[key as keyof Values] = heading; // Object.entries forgets the key's type
	}
	return found;
}

const list = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined);

/** The values without the keys that hold nothing. */
export const present = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
