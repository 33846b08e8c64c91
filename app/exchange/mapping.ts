import { cvrFrom } from '#app/companies/register-numbers.ts';
import { digitsIn, isNothing } from './cell.ts';
import { FIELDS, type Field, isField, JOINED, knownHeading, SECOND_PLACE } from './fields.ts';
import { asWritten } from './headings.ts';
import { ExchangeError } from './record.ts';
import { knownStatus, pointFromText } from './values.ts';

/** A column that means something, in the order a row goes by: where two hold the same, the first that is filled counts. */
export interface Column {
	field: Field;
	at: number;
	heading: string;
	/** Which of several addresses it belongs to, the visited one = 0. */
	place: number;
}

export interface Mapping {
	columns: Column[];
	/** Headings that no field was found for. */
	unmatched: string[];
}

/** How much of a column must look the part before its content names it. */
const MOST = 0.8;
const SAMPLE = 500;

/** Fields of which a row has one and no other to fall back on: a contact's name is not the firm's. */
const ALONE: ReadonlySet<Field> = new Set(['name', 'houseNumber', 'lat', 'lon', 'district', 'status']);

interface Guess {
	field: Field;
	rank: number;
}

/**
 * Decides what each column holds: what the caller says, else its heading as far as its content bears that out, else its
 * content (CVR numbers, P-numbers, points). Throws `ExchangeError` for a column or field that does not exist and when no
 * column names a firm.
 */
export function mapColumns(headings: readonly string[], rows: ReadonlyArray<readonly string[]>, wishes: ReadonlyMap<string, string>): Mapping {
	const guesses = new Map<number, Guess>();
	const settled = new Set<number>();
	const sample = rows.slice(0, SAMPLE);
	const content = headings.map((_, at) => sample.map((row) => row[at] ?? '').filter((cell) => cell !== '' && !isNothing(cell)));
	for (const [column, wish] of wishes) {
		const at = headings.indexOf(column);
		if (at < 0) throw new ExchangeError('map_column_unknown', column);
		if (wish !== '' && wish !== 'ignore' && !isField(wish)) throw new ExchangeError('map_field_unknown', `${wish} (${FIELDS.join(', ')})`);
		if (isField(wish)) guesses.set(at, { field: wish, rank: -1 });
		settled.add(at);
	}
	headings.forEach((heading, at) => {
		const guess = settled.has(at) ? null : guessFrom(heading, content[at] ?? [], headings);
		if (guess) guesses.set(at, guess);
	});
	const taken = new Set([...guesses.values()].map(({ field }) => field));
	headings.forEach((_, at) => {
		const field = settled.has(at) || guesses.has(at) ? null : fieldByContent(content[at] ?? []);
		if (field && !taken.has(field)) guesses.set(at, { field, rank: 0 });
	});
	const columns = inOrder(guesses, headings);
	if (!columns.some(({ field }) => field === 'name' || field === 'cvr' || field === 'pNumber'))
		throw new ExchangeError('no_key_column', headings.filter((heading, at) => !isUnheaded(heading, at)).join(', '));
	const used = new Set(columns.map(({ at }) => at));
	const isForgotten = (heading: string, at: number) => !used.has(at) && !settled.has(at) && !(isUnheaded(heading, at) && content[at]?.length === 0);
	return { columns, unmatched: headings.filter(isForgotten) };
}

/** An empty column without a heading is no column of the table. */
const isUnheaded = (heading: string, at: number) => heading === `#${at + 1}`;

/** By rank, then by place; of those a row has only one of, the others are given up. */
function inOrder(guesses: ReadonlyMap<number, Guess>, headings: readonly string[]): Column[] {
	const sorted = [...guesses].sort(([a, { field, rank }], [b, other]) => (JOINED.has(field) ? a - b : rank - other.rank) || a - b);
	const columns: Column[] = [];
	const times = new Map<string, number>();
	for (const [at, { field, rank }] of sorted) {
		if (ALONE.has(field) && columns.some((column) => column.field === field)) continue;
		const again = times.get(`${field} ${rank}`) ?? 0;
		times.set(`${field} ${rank}`, again + 1);
		columns.push({ field, at, heading: headings[at] ?? '', place: rank >= SECOND_PLACE ? 1 : again });
	}
	return columns;
}

function guessFrom(heading: string, values: readonly string[], headings: readonly string[]): Guess | null {
	const known = knownHeading(asWritten(heading));
	if (!known) return null;
	const field = borneOut(known.field, heading, values, headings);
	return field && { ...known, field };
}

const most = (values: readonly string[], test: (value: string) => unknown) => values.length > 0 && values.filter(test).length >= values.length * MOST;
const isNumber = (value: string) => /^-?[\d.,\s]+$/.test(value);
const holdsPostalPlace = (value: string) => /^(?:DK[- ]?)?\d{3,4}[ ,]+\p{L}/u.test(value);

/** A heading that means one thing here and another there is told by what stands under it. */
function borneOut(field: Field, heading: string, values: readonly string[], headings: readonly string[]): Field | null {
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

function fieldByContent(values: readonly string[]): Field | null {
	if (most(values, (value) => /^(DK)?\s*(\d[\s.]?){8}$/i.test(value) && cvrFrom(value))) return 'cvr';
	if (most(values, (value) => /^10\d{8}$/.test(digitsIn(value) ?? ''))) return 'pNumber';
	if (most(values, pointFromText)) return values.some((value) => value.trimStart().startsWith('{')) ? 'geometry' : 'point';
	return null;
}
