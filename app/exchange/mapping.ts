import { isNothing } from './cell.ts';
import { borneOut, fieldByContent, pointsBeside } from './content.ts';
import { FIELDS, type Field, isField, JOINED, knownHeading, SECOND_PLACE } from './fields.ts';
import { asWritten } from './headings.ts';
import { ExchangeError } from './record.ts';

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

/** As many rows as are looked at to tell what a column holds. */
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
	if (!taken.has('lat') && !taken.has('lon'))
		for (const [at, field] of pointsBeside(content, (at) => !settled.has(at) && !guesses.has(at))) guesses.set(at, { field, rank: 0 });
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
