import type { Dialect } from './dialect.ts';
import { addressAsRegistered, located, type Postal, postalFrom, splitAddress } from './place.ts';
import type { Values } from './record.ts';
import type { Cell, Row } from './row.ts';
import { addressLine, numberFrom, type Point, pointFromText } from './values.ts';

/** The address and its postal place. */
export function place(row: Row, { isNumberFirst }: Dialect): Values {
	const whole = row.first('address');
	const { line, postal } = whole ? splitAddress(whole.text) : { line: undefined, postal: null };
	const { line: more, postal: further } = furtherLine(row);
	const own = postalOf(row);
	const given = own.postalCode ?? further?.postalCode;
	// An address keeps its end where another column names another place.
	const end = postal !== null && (given === undefined || given === postal.postalCode) ? postal : null;
	const address = whole && !end ? whole.text : line;
	return {
		address: [address ? addressAsRegistered(address) : addressOfParts(row, isNumberFirst), more].filter(Boolean).join(', ') || undefined,
		postalCode: given ?? end?.postalCode,
		city: own.city ?? further?.city ?? end?.city,
	};
}

/** The code and the town a row names: in two columns, in one, or each in the other's. */
function postalOf(row: Row): Partial<Postal> {
	const [first, second, both] = [row.first('postalCode'), row.first('city'), row.text('postalPlace')];
	const isSwapped = second !== undefined && /^\d{3,4}$/.test(second.text) && (!first || !/\d/.test(first.text));
	const [code, town] = isSwapped ? [second.text, first?.text] : [first?.text, second?.text];
	// "1012 AB" beside Amsterdam is a code of another country.
	const found = [town ? undefined : code, both, town].map((text) => (text ? postalFrom(text) : null)).find((one) => one !== null);
	const city = (town && !postalFrom(town) ? town : found?.city) ?? (found ? undefined : both);
	if (code === undefined || /\d/.test(code))
		return { postalCode: postalCode(found && !/^\d{3,4}$/.test(code ?? '') ? found.postalCode : code), city };
	if (city !== undefined && first) row.note('postal_code_invalid', first);
	return { postalCode: found?.postalCode, city: city ?? code };
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

export function pointOf(row: Row, { decimals }: Dialect): Values {
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
