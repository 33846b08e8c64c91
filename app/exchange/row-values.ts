import { fold } from '#db/fold.ts';
import { type Field, isDay, PLAIN_FIELDS, type PlainField } from './fields.ts';
import type { Reason, SourceRow, Values } from './record.ts';
import {
	addressLine,
	type Dates,
	dayFrom,
	headsFrom,
	knownStatus,
	numberFrom,
	type Point,
	pointFromGeometry,
	pointFromPair,
	yesOrNo,
} from './values.ts';

/** How the file writes its cells. */
export interface Dialect {
	decimals: 'comma' | 'point';
	dates: Dates;
	forms: ReadonlyMap<string, string>;
}

type Parsed = Pick<SourceRow, 'values' | 'notes' | 'fault' | 'columns'>;

/** The cells of one row by field; a field of several columns in the order of the file. */
class Cells {
	private readonly byField = new Map<Field, Array<{ text: string; heading: string }>>();

	constructor(cells: readonly string[], headings: readonly string[], fields: ReadonlyArray<Field | null>) {
		fields.forEach((field, at) => {
			const text = cells[at]?.replace(/\s*[\r\n]+\s*/g, ' ').trim();
			if (field && text) this.byField.set(field, [...(this.byField.get(field) ?? []), { text, heading: headings[at] ?? '' }]);
		});
	}

	all = (field: Field) => this.byField.get(field) ?? [];
	text = (field: Field): string | undefined => this.byField.get(field)?.[0]?.text;
	heading = (field: Field): string | undefined => this.byField.get(field)?.[0]?.heading;
}

/**
 * One row of cells → values. What makes the row worthless (a headcount or a point that cannot be) is its fault;
 * what can be left out (a status nobody knows, a date that is none) is a note.
 */
export function rowValues(cells: readonly string[], headings: readonly string[], fields: ReadonlyArray<Field | null>, dialect: Dialect): Parsed {
	const row = new Cells(cells, headings, fields);
	const notes: Reason[] = [];
	const note = (code: Reason['code'], field: Field) => {
		notes.push({ code, column: row.heading(field) });
	};
	const values: Values = {
		...texts(row),
		...place(row, fields),
		...dayFields(row, dialect, note),
		...classified(row, dialect, note),
	};
	const columns = columnsOf(row);
	const heads = row.text('headcount');
	const read = heads === undefined ? undefined : headsFrom(heads, dialect.decimals);
	if (read === null) return { values, notes, columns, fault: { code: 'headcount_invalid', column: row.heading('headcount') } };
	if (read) values.siteHeads = { ...read, on: null };
	const point = pointOf(row, dialect);
	if (point === null)
		return {
			values,
			notes,
			columns,
			fault: { code: 'point_invalid', column: row.heading('lat') ?? row.heading('point') ?? row.heading('geometry') },
		};
	if (point) Object.assign(values, point);
	return { values: present(values), notes, columns };
}

function texts(row: Cells): Values {
	return {
		name: row.text('name'),
		siteName: row.text('tradeName'),
		cvr: row.text('cvr'),
		pNumber: row.text('pNumber'),
		identifiers: list(row.all('identifier').map(({ text, heading }) => ({ scheme: heading, value: text }))),
		alternativeNames: list(
			row.all('alternativeName').flatMap(({ text }) =>
				text
					.split(/[;|]/)
					.map((name) => name.trim())
					.filter(Boolean),
			),
		),
		...Object.fromEntries(PLAIN_FIELDS.filter((field) => !isDay(field)).map((field) => [field, row.text(field)?.replace(/\s+/g, ' ')])),
		industryText:
			row
				.all('industryText')
				.map(({ text }) => text)
				.join(', ') || undefined,
		industryCode: row.text('industryCode')?.replaceAll('.', ''),
		district: row.text('district'),
	};
}

function place(row: Cells, fields: ReadonlyArray<Field | null>): Values {
	const [street, number] = [row.text('street'), row.text('houseNumber')];
	// Where the number's column stands first ("1038;CANADA PLACE"), the address is written that way.
	const isNumberFirst = fields.indexOf('houseNumber') >= 0 && fields.indexOf('houseNumber') < fields.indexOf('street');
	const line = isNumberFirst
		? street && [number, street].filter(Boolean).join(' ')
		: addressLine({ street, number, letter: row.text('houseLetter'), floor: row.text('floor'), door: row.text('door') });
	const whole = row.text('address') ?? line;
	const unit = [row.text('unitType'), row.text('unit')].filter(Boolean).join(' ');
	return {
		address: (whole && unit ? `${whole}, ${unit}` : whole) || undefined,
		postalCode: postalCode(row.text('postalCode')),
		city: row.text('city'),
	};
}

/** A spreadsheet drops leading zeros: Danish codes have four digits. */
const postalCode = (text: string | undefined) => (text && /^\d{3}$/.test(text) ? text.padStart(4, '0') : text);

function dayFields(row: Cells, dialect: Dialect, note: (code: Reason['code'], field: Field) => void): Values {
	const read = (field: PlainField) => {
		const text = row.text(field);
		if (text === undefined) return undefined;
		const day = dayFrom(text, dialect.dates);
		if (!day) note('date_invalid', field);
		return day ?? undefined;
	};
	return Object.fromEntries(PLAIN_FIELDS.filter(isDay).map((field) => [field, read(field)]));
}

function classified(row: Cells, dialect: Dialect, note: (code: Reason['code'], field: Field) => void): Values {
	const values: Values = {};
	const status = row.text('status');
	if (status !== undefined) {
		const group = knownStatus(status);
		values.status = status;
		values.statusGroup = group ?? 'active';
		if (!group) note('status_unknown', 'status');
	}
	const form = row.text('form');
	if (form !== undefined) values.formCode = dialect.forms.get(fold(form));
	const isProtected = row.text('isProtected');
	if (isProtected !== undefined) values.isProtected = yesOrNo(isProtected) ?? undefined;
	return values;
}

function pointOf(row: Cells, dialect: Dialect): Point | null | undefined {
	const [lat, lon] = [row.text('lat'), row.text('lon')];
	if (lat !== undefined && lon !== undefined) {
		const [y, x] = [numberFrom(lat, dialect.decimals), numberFrom(lon, dialect.decimals)];
		return y === null || x === null ? null : { lat: y, lon: x };
	}
	const pair = row.text('point');
	if (pair !== undefined) return pointFromPair(pair) ?? pointFromGeometry(pair);
	const geometry = row.text('geometry');
	return geometry === undefined ? undefined : pointFromGeometry(geometry);
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
	...Object.fromEntries(PLAIN_FIELDS.filter((field) => !isDay(field)).map((field) => [field, field])),
	industryCode: 'industryCode',
	industryText: 'industryText',
	lat: 'lat',
	lon: 'lon',
	siteHeads: 'headcount',
};

function columnsOf(row: Cells): SourceRow['columns'] {
	const found: SourceRow['columns'] = {};
	for (const [key, field] of Object.entries(COLUMN_OF)) {
		const heading = row.heading(field);
		if (heading) found[key as keyof Values] = heading; // Object.entries forgets the key's type
	}
	return found;
}

const list = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined);

/** The values without the keys that hold nothing. */
export const present = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
