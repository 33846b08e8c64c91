import type { Reading } from './record.ts';

export interface Decoded {
	text: string;
	encoding: Reading['encoding'];
	bom: boolean;
}

/**
 * Bytes of a text file → text: UTF-8 or UTF-16 by its mark, else UTF-8 where valid, else what Danish Excel writes
 * (Windows-1252). A NUL is left out: no name has one, and PostgreSQL stores none.
 */
export function decode(bytes: Uint8Array): Decoded {
	const { text, ...how } = asText(bytes);
	return { text: text.replaceAll('\0', ''), ...how };
}

function asText(bytes: Uint8Array): Decoded {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true };
	const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', bom };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', bom: false };
	}
}
