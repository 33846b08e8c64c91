import { ExchangeError } from './record.ts';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** More is refused, as for CSV. */
const MAX_RECORDS = 100_000;

/**
 * The records in a JSON text: a search response (hits.hits[]._source), an array, one object, or one object per line.
 * Throws `ExchangeError` when it is no JSON or holds nothing like a register record.
 */
export function records(text: string): Json[] {
	const found = read(text.replace(/^\uFEFF/, '')).map(unwrapped);
	if (found.length === 0) throw new ExchangeError('file_empty');
	if (found.length > MAX_RECORDS) throw new ExchangeError('too_many_rows', String(found.length));
	const isKnown = (record: Json) => ['Vrvirksomhed', 'VrproduktionsEnhed', 'cvrNummer', 'pNummer'].some((key) => record[key] !== undefined);
	if (!found.some(isKnown)) throw new ExchangeError('json_unknown');
	return found;
}

function read(text: string): Json[] {
	try {
		return spread(parsed(text));
	} catch {
		return lineByLine(text);
	}
}

/** Without the NUL an escape can bring in: no name has one, and PostgreSQL stores none. */
const parsed = (text: string): unknown =>
	JSON.parse(text, text.includes('\\u0000') ? (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value) : undefined);

/** One object per line (NDJSON), as dumps are written. */
function lineByLine(text: string): Json[] {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.flatMap((line, at) => {
		try {
			return spread(parsed(line));
		} catch {
			throw new ExchangeError('json_broken', String(at + 1));
		}
	});
}

function spread(value: unknown): Json[] {
	// An entry that is no object still counts as a row, so that every row of the file is accounted for.
	if (Array.isArray(value)) return value.map((entry) => (isObject(entry) ? entry : {}));
	if (!isObject(value)) return [{}];
	const hits = isObject(value.hits) ? value.hits.hits : undefined;
	return Array.isArray(hits) ? spread(hits) : [value];
}

const unwrapped = (record: Json): Json => (isObject(record._source) ? record._source : record);
