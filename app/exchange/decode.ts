import iconv from 'iconv-lite';
import { undoubled } from './doubled.ts';
import { fitting } from './letters.ts';
import type { Reading } from './record.ts';

export interface Decoded {
	text: string;
	encoding: Reading['encoding'];
	bom: boolean;
	/** Its letters had been encoded twice ("BrÃ¸ndby") and were put right. */
	isDoubled: boolean;
}

type How = Omit<Decoded, 'text' | 'isDoubled'>;

/** Danish letters stand elsewhere in each: Excel on Windows, Excel's "CSV (MS-DOS)", Excel's "CSV (Macintosh)". */
const PAGES = ['windows-1252', 'cp850', 'macintosh'] as const;

/** As much of a file's letters as is looked at to tell its code page. */
const SAMPLE = 400_000;

/**
 * Bytes of a text file → text: by its mark, else UTF-16 by its NULs, else UTF-8 where valid, else the code page under which
 * its words read best. Letters encoded twice are put right. A NUL is left out: no name has one, and PostgreSQL stores none.
 */
export function decode(bytes: Uint8Array): Decoded {
	const { encoding, bom } = encodingOf(bytes);
	// Not TextDecoder: under some versions of Node its windows-1252 makes invisible signs of "–", "’" and "€".
	const { text, isDoubled } = undoubled(iconv.decode(bytes, encoding, { stripBOM: false }).replaceAll('\0', ''));
	return { text, encoding, bom, isDoubled };
}

function encodingOf(bytes: Uint8Array): How {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: true };
	if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: true };
	if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: true };
	return { encoding: unmarkedWide(bytes) ?? (isUtf8(bytes) ? 'utf-8' : pageOf(bytes)), bom: false };
}

/** UTF-16 without its mark: every second byte of Danish text is NUL. */
function unmarkedWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const head = bytes.subarray(0, 2_000);
	if (head.length < 8) return null;
	const nuls = [0, 0];
	head.forEach((byte, at) => {
		if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
	});
	const most = head.length / 2 / 2;
	if ((nuls[1] ?? 0) > most && (nuls[0] ?? 0) < most / 4) return 'utf-16le';
	return (nuls[0] ?? 0) > most && (nuls[1] ?? 0) < most / 4 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Lines with a letter beyond English, and nothing else: a large file may have few. */
function lettered(bytes: Uint8Array): Uint8Array {
	const lines: number[] = [];
	let begin = 0;
	let isLettered = false;
	for (let at = 0; at <= bytes.length && lines.length < SAMPLE; at++) {
		const byte = bytes[at] ?? 10;
		if (byte > 127) isLettered = true;
		if (byte !== 10 && byte !== 13) continue;
		if (isLettered) for (let copied = begin; copied <= at; copied++) lines.push(bytes[copied] ?? 10);
		begin = at + 1;
		isLettered = false;
	}
	return Uint8Array.from(lines);
}

function pageOf(bytes: Uint8Array): (typeof PAGES)[number] {
	const sample = lettered(bytes);
	const [best = { page: PAGES[0], score: 0 }] = PAGES.map((page) => ({ page, score: fitting(iconv.decode(sample, page)) })).sort(
		(a, b) => b.score - a.score,
	);
	return best.page;
}
