import { cvrFrom } from '#app/companies/register-numbers.ts';
import { digitsIn } from './cell.ts';
import { type Field, knownHeading } from './fields.ts';
import { located } from './place.ts';
import { knownStatus, numberFrom, pointFromText } from './values.ts';

// What stands under a heading: it bears out what the heading says, or tells it alone.

/** How much of a column must look the part. */
const MOST = 0.8;

const most = (values: readonly string[], test: (value: string) => unknown) => values.length > 0 && values.filter(test).length >= values.length * MOST;
const isNumber = (value: string) => /^-?[\d.,\s]+$/.test(value);
const holdsPostalPlace = (value: string) => /^(?:DK[- ]?)?\d{3,4}[ ,]+\p{L}/u.test(value);

/** A heading that means one thing here and another there is told by what stands under it. */
export function borneOut(field: Field, heading: string, values: readonly string[], headings: readonly string[]): Field | null {
	switch (field) {
		case 'status':
			// Many things have a status; only one that speaks the register's words is the firm's.
			return values.some((value) => knownStatus(value)) ? field : null;
		case 'name':
			return most(values, (value) => digitsIn(value) !== null) ? null : field;
		case 'tradeName':
			return most(values, (value) => /^10\d{8}$/.test(digitsIn(value) ?? '')) ? 'pNumber' : field;
		case 'houseNumber':
			return isHouseNumber(heading, values, headings) ? field : null;
		case 'city':
		case 'postalPlace':
			return most(values, holdsPostalPlace) ? 'postalPlace' : field === 'city' || values.length > 0 ? 'city' : field;
		case 'district':
			return most(values, isNumber) ? null : field;
		case 'lat':
		case 'lon':
			return values.length === 0 || most(values, isNumber) ? field : null;
		case 'point':
		case 'geometry':
			return most(values, pointFromText) ? field : null;
		case 'foundedOn':
			return isOwnBeginning(heading, values) ? field : null;
		case 'website':
			return isOneSite(values) ? null : field;
		default:
			return field;
	}
}

/** "Nr." may be the row's own: 1, 2, 3 …, or a customer's. It is a house's beside a street and where no other column is. */
function isHouseNumber(heading: string, values: readonly string[], headings: readonly string[]): boolean {
	if (!/^nr\.?$/i.test(heading.trim())) return true;
	const others = headings.filter((other) => other !== heading).map((other) => knownHeading(other)?.field);
	if (others.includes('houseNumber') || !others.includes('street')) return false;
	const isCounted = values.length > 2 && values.every((value, at) => at === 0 || Number(value) === Number(values[at - 1]) + 1);
	return !isCounted;
}

/** No register of customers is older; firms are. */
const FIRST_SYSTEMS = 1995;

/** "Oprettet" in a register is the firm's beginning, in a customer system the day somebody typed it in. */
function isOwnBeginning(heading: string, values: readonly string[]): boolean {
	if (!/^(opret|start)/i.test(heading.trim())) return true;
	return values.some((value) => {
		const [year] = value.match(/\b(1[89]\d\d|20\d\d)\b/) ?? [];
		return year !== undefined && Number(year) < FIRST_SYSTEMS;
	});
}

/** Links to one and the same place (an authority's reports) are nobody's homepage. */
function isOneSite(values: readonly string[]): boolean {
	const hosts = values.map((value) => value.match(/^https?:\/\/([^/]+)\/\S/i)?.[1]?.toLowerCase());
	return values.length > 2 && hosts[0] !== undefined && hosts.every((host) => host === hosts[0]);
}

/** Two columns side by side, whatever their headings, that hold places in Denmark and nothing else. */
export function pointsBeside(content: ReadonlyArray<readonly string[]>, isFree: (at: number) => boolean): Array<[number, Field]> {
	for (let at = 0; at + 1 < content.length; at++) {
		const [one = [], other = []] = [content[at], content[at + 1]];
		if (!isFree(at) || !isFree(at + 1) || one.length === 0 || one.length !== other.length) continue;
		const places = one.map((text, row) => placeOf(text, other[row] ?? ''));
		if (places.every((place) => place === 'north first'))
			return [
				[at, 'lat'],
				[at + 1, 'lon'],
			];
		if (places.every((place) => place === 'east first'))
			return [
				[at, 'lon'],
				[at + 1, 'lat'],
			];
	}
	return [];
}

function placeOf(one: string, other: string): 'north first' | 'east first' | null {
	// Counts and prices may be as large, but have no decimals like degrees and no seven digits beside six.
	const isFine = [one, other].every((text) => /\d[.,]\d{3,}$/.test(text) || /^\d{6,7}(?:[.,]\d+)?$/.test(text.replace(/\.(?=\d{3}\b)/g, '')));
	const [a, b] = [numberFrom(one, 'comma'), numberFrom(other, 'comma')];
	if (!isFine || a === null || b === null) return null;
	const found = located(a, b);
	if (found.is !== 'here' && found.is !== 'swapped') return null;
	// North of the equator Denmark has more degrees, and more metres, than east.
	return a > b ? 'north first' : 'east first';
}

/** What a column holds by its content alone; null where that does not tell. */
export function fieldByContent(values: readonly string[]): Field | null {
	if (most(values, (value) => /^(DK)?\s*(\d[\s.]?){8}$/i.test(value) && cvrFrom(value))) return 'cvr';
	if (most(values, (value) => /^10\d{8}$/.test(digitsIn(value) ?? ''))) return 'pNumber';
	if (most(values, pointFromText)) return values.some((value) => value.trimStart().startsWith('{')) ? 'geometry' : 'point';
	return null;
}
