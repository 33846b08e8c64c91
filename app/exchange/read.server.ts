import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fold } from '#db/fold.ts';
import { projectRoot } from '#db/root.ts';
import { type CsvWish, readCsv } from './csv.ts';
import { readCvr } from './cvr-json.ts';
import { decode } from './decode.ts';
import { otherKindOf } from './file-kind.ts';
import { ExchangeError, type ReadFile } from './record.ts';

/** Bytes; a municipality's whole register extract stays far below. */
const MAX_BYTES = 100 * 1024 * 1024;

/** The file's bytes. Throws `ExchangeError` when it is missing, no file, or too large. */
export async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		const found = statSync(path);
		if (!found.isFile()) throw new ExchangeError('file_unreadable', path);
		if (found.size > MAX_BYTES) throw new ExchangeError('file_too_large', path);
		return await readFile(path);
	} catch (error) {
		if (error instanceof ExchangeError) throw error;
		throw new ExchangeError('file_unreadable', path);
	}
}

/** Reads a file of firms, whichever of the known shapes it has. `today` decides which periods of the register are open. */
export function readBytes(bytes: Uint8Array, wish: CsvWish, today: string): ReadFile {
	if (bytes.byteLength > MAX_BYTES) throw new ExchangeError('file_too_large');
	const otherKind = otherKindOf(bytes);
	if (otherKind) throw new ExchangeError(otherKind);
	const file = decode(bytes);
	const begin = file.text.replace(/^\uFEFF/, '').trimStart();
	if (begin === '') throw new ExchangeError('file_empty');
	return begin.startsWith('{') || begin.startsWith('[') ? readCvr(file, today) : readCsv(file, wish, { forms: companyForms(), today });
}

/** Code, short and full name (both languages) of each company form, folded without blanks → its code. */
function companyForms(): ReadonlyMap<string, string> {
	const text = readFileSync(join(projectRoot, 'db', 'reference', 'cvr_company_forms.csv'), 'utf8');
	const rows = parse(text, { columns: true, bom: true }) as Array<Record<'code' | 'short' | 'da' | 'en', string>>;
	return new Map(
		rows.flatMap(({ code, short, da, en }) => [code, short, da, en].filter(Boolean).map((word) => [fold(word).replaceAll(' ', ''), code] as const)),
	);
}
