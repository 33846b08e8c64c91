import { fold } from '#db/fold.ts';
import { type Field, isDay, PLAIN_FIELDS } from './fields.ts';
import type { Column } from './mapping.ts';
import { cvrOf, industryOf, pNumberOf } from './numbers.ts';
import { addressAsRegistered, located, postalFrom, splitAddress } from './place.ts';
import { emailFrom, phoneFrom, type Reached, websiteFrom } from './reach.ts';
import type { SourceRow, Values } from './record.ts';
import { type Cell, Row } from './row.ts';
import { addressLine, type Dates, dayFrom, hasShortYear, headsFrom, knownStatus, numberFrom, type Point, pointFromText, yesOrNo } from './values.ts';

/** How the file writes its cells. */
export interface Dialect {
	decimals: 'comma' | 'point';
	dates: Dates;
	forms: ReadonlyMap<string, string>;
	/** The day of the reading: what is later has not happened. */
	today: string;
	/** "1038;CANADA PLACE": the number's column stands before the street's. */
	isNumberFirst: boolean;
}

/** One row of cells → values. What is not understood costs the cell, and is noted with its column and what stood there. */
export function rowValues(cells: readonly string[], columns: readonly Column[], dialect: Dialect): Pick<SourceRow, 'values' | 'notes' | 'columns'> {
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
	return { values: present(values), notes: row.notes, columns: columnsOf(row) };
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
		...Object.fromEntries(PLAIN_FIELDS.filter((field) => !isDay(field) && !(field in REACH)).map((field) => [field, row.text(field)])),
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
	for (const text of unread) row.note(`${field}_invalid`, { text, heading });
}

function place(row: Row, { isNumberFirst }: Dialect): Values {
	const whole = row.first('address');
	const { line, postal } = whole ? splitAddress(whole.text) : { line: undefined, postal: null };
	const { line: more, postal: further } = furtherLine(row);
	const [code, town] = [row.text('postalCode'), row.text('city')];
	// "1012 AB" beside Amsterdam is a code of another country.
	const found =
		[town ? undefined : code, row.text('postalPlace'), town].map((text) => (text ? postalFrom(text) : null)).find((one) => one !== null) ?? further;
	const given = postalCode(found && !/^\d{3,4}$/.test(code ?? '') ? found.postalCode : code);
	// An address keeps its end where another column names another place.
	const isSame = postal !== null && (given === undefined || given === postal.postalCode);
	const address = whole && !isSame ? whole.text : line;
	return {
		address: [address ? addressAsRegistered(address) : addressOfParts(row, isNumberFirst), more].filter(Boolean).join(', ') || undefined,
		postalCode: given ?? (isSame ? postal.postalCode : undefined),
		city: (town && !postalFrom(town) ? town : found?.city) ?? (isSame ? postal.city : row.text('postalPlace')),
	};
}

/** A second line of an address may be the floor, the postal place, or anything else of the place. */
function furtherLine(row: Row) {
	const text = row.text('addressMore');
	const postal = text ? postalFrom(text) : null;
	return { line: postal ? undefined : text, postal };
}

function addressOfParts(row: Row, isNumberFirst: boolean): string | undefined {
	const [street, from, to] = [row.text('street'), row.text('houseNumber'), row.text('houseNumberTo')];
	const unit = [row.text('unitType'), row.text('unit')].filter(Boolean).join(' ');
	const number = from && to && to !== from ? `${from}-${to}` : from;
	const parts = {
		street,
		number: number?.replace(/^0+(?=\d)/, ''),
		letter: row.text('houseLetter'),
		floor: row.text('floor'),
		door: row.text('door'),
	};
	const line = isNumberFirst ? street && [from, street].filter(Boolean).join(' ') : addressLine(parts);
	return line && unit ? `${line}, ${unit}` : (line ?? undefined);
}

/** A spreadsheet drops leading zeros and counts with what is left: Danish codes have four digits. */
function postalCode(text: string | undefined): string | undefined {
	const code = text?.replace(/^DK\s?-?\s?(?=\d)/i, '').replace(/^(\d{3,4})[.,]0{1,2}$/, '$1');
	if (code === undefined || /^0+$/.test(code)) return undefined;
	return /^\d{3}$/.test(code) ? code.padStart(4, '0') : code;
}

function pointOf(row: Row, { decimals }: Dialect): Values {
	const [north, east] = [row.first('lat'), row.first('lon')];
	const [written] = [...row.all('point'), ...row.all('geometry')];
	if (north && east) {
		const [lat, lon] = [numberFrom(north.text, decimals), numberFrom(east.text, decimals)];
		return settled(row, lat === null || lon === null ? null : { lat, lon }, { text: `${north.text}; ${east.text}`, heading: north.heading });
	}
	if (written) return settled(row, pointFromText(written.text), written);
	const half = north ?? east;
	if (half && numberFrom(half.text, decimals) !== 0) row.note('point_half', half);
	return {};
}

function settled(row: Row, read: Point | null, cell: Cell): Values {
	const found = read ? located(read.lat, read.lon) : ({ is: 'invalid' } as const);
	if (found.is === 'invalid') row.note('point_invalid', cell);
	if (found.is === 'swapped') row.note('point_swapped', cell);
	if (found.is === 'abroad') row.note('point_abroad', cell);
	return 'point' in found ? { ...found.point } : {};
}

function dayFields(row: Row, { dates, today }: Dialect): Values {
	const days: Values = {};
	for (const field of PLAIN_FIELDS.filter(isDay)) {
		const cell = row.first(field);
		if (!cell || /^0*(?:[-./]0+)*$/.test(cell.text)) continue;
		const day = dayFrom(cell.text, dates, today);
		if (field === 'ceasedOn') Object.assign(days, ceasing(row, cell, day, today));
		else if (!day) row.note('date_invalid', cell);
		else if (day > today) row.note('date_later', cell);
		else days[field] = day;
		if (day && hasShortYear(cell.text)) row.note('year_guessed', cell);
	}
	return days;
}

/** A firm that has ceased is never taken for one that has not without a word. */
function ceasing(row: Row, cell: Cell, day: string | null, today: string): Values {
	if (day && day <= today) return { ceasedOn: day, statusGroup: 'ceased' };
	if (day) row.note('ceases_later', cell);
	else if (yesOrNo(cell.text) === true || /^(?:ophoert|lukket|nedlagt)$/.test(fold(cell.text))) return { statusGroup: 'ceased' };
	else if (yesOrNo(cell.text) === null) row.note('ceasing_unknown', cell);
	return {};
}

function classified(row: Row, { forms }: Dialect): Values {
	const values: Values = {};
	const status = row.first('status');
	if (status) {
		const group = knownStatus(status.text);
		values.status = status.text;
		if (group) values.statusGroup = group;
		else row.note('status_unknown', status);
	}
	const form = row.first('form');
	if (form) {
		values.formCode = formFrom(form.text, forms);
		if (!values.formCode) row.note('form_unknown', form);
	}
	const isProtected = row.first('isProtected');
	if (isProtected) {
		values.isProtected = yesOrNo(isProtected.text) ?? undefined;
		if (values.isProtected === undefined) row.note('protection_unknown', isProtected);
	}
	return values;
}

/** "Anpartsselskab (ApS)", "Aktieselskab - A/S", "60.0": the whole, then each part of it. */
function formFrom(text: string, forms: ReadonlyMap<string, string>): string | undefined {
	const key = (word: string) => fold(word).replaceAll(' ', '');
	const parts = [text, text.replace(/\.0+$/, ''), ...text.split(/\s*[()]\s*|\s+[-–]\s+|:\s+/)].filter(Boolean);
	const codes = new Set(parts.map((part) => forms.get(key(part))).filter((code) => code !== undefined));
	return codes.size === 1 ? [...codes][0] : forms.get(key(text));
}

/** Columns headed "Branche" hold the code, the words or both. */
function industry(row: Row): Values {
	const own = row.first('industryCode');
	const read = own ? industryOf(own.text) : null;
	if (own && !read) row.note('industry_invalid', own);
	const words: string[] = read?.words ? [read.words] : [];
	let code = read?.code;
	for (const { text } of row.all('industryText')) {
		const both = /^\d{4,}|^\d{1,2}\.\d/.test(text) ? industryOf(text) : null;
		code ??= both?.code;
		words.push(both ? both.words : text);
	}
	return { industryCode: code, industryText: [...new Set(words.filter(Boolean))].join(', ') || undefined };
}

function heads(row: Row, { decimals }: Dialect): Values {
	for (const cell of row.all('headcount')) {
		const read = headsFrom(cell.text, decimals);
		if (read) return { siteHeads: { ...read, on: null } };
		row.note('headcount_invalid', cell);
	}
	return {};
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

function columnsOf(row: Row): SourceRow['columns'] {
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
