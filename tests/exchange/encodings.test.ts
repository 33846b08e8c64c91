import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '#app/exchange/decode.ts';

const TEXT = 'Navn;Adresse;By\r\nRøde Ærtehus – Kål & Gås A/S;Østre Allé 4;Brøndby\r\nMormors ’Æblekage’ ApS;Ålekistevej 2;Næstved\r\n';
/** As the old pages have them: no dashes, no curly quotes. */
const PLAIN = 'Navn;Adresse;By\r\nRøde Ærtehus Kål & Gås A/S;Østre Allé 4;Brøndby\r\nKaffe på Åen;Ålekistevej 2;Næstved\r\n';
const read = (bytes: Uint8Array) => {
	const { text, encoding } = decode(bytes);
	return { text: text.replace(/^\uFEFF/, ''), encoding };
};

describe('the letters of a file', () => {
	it.each([
		['utf-8', 'utf-8', TEXT],
		['utf-16le', 'utf-16le', TEXT],
		['utf-16be', 'utf-16be', TEXT],
		['windows-1252', 'windows-1252', TEXT],
		['cp865', 'cp850', PLAIN],
		['cp850', 'cp850', PLAIN],
		['macintosh', 'macintosh', TEXT],
		['iso-8859-1', 'windows-1252', PLAIN],
	])('written in %s are read as they were meant', (written, encoding, text) => {
		expect(read(iconv.encode(text, written))).toEqual({ text, encoding });
	});

	it.each(['utf-8', 'utf-16le', 'utf-16be'])('are read behind the mark of %s', (written) => {
		const file = decode(iconv.encode(TEXT, written, { addBOM: true }));
		expect(file).toMatchObject({ bom: true, encoding: written });
		expect(file.text.replace(/^\uFEFF/, '')).toBe(TEXT);
	});

	it.each([
		['a dash alone', 'Navn;By\nKaffe – te;Ejby\n'],
		['an apostrophe alone', 'Navn;By\nAndersen’s Is;Ejby\n'],
		['curly quotes alone', 'Navn;By\n“Citat” ApS;Ejby\n'],
		['a euro sign alone', 'Navn;By\nPris € Nu;Ejby\n'],
		['an ellipsis and a Czech name', 'Navn;By\nŠkoda …;Ejby\n'],
		['capitals alone', 'Navn;By\nÆBLEGÅRDEN ØST;ÅRHUS\n'],
		['one letter in a thousand lines', `Navn;By\n${'Firma;Ejby\n'.repeat(1_000)}Smørkilden;Ejby\n`],
	])('of Danish Excel are read with %s', (_, text) => {
		expect(read(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252' });
	});

	it.each(['cp850', 'macintosh'])('of %s are read where there is one of them only', (written) => {
		for (const name of ['Brøndby', 'BRØNDBY', 'Åge', 'Skærbæk', 'Café'])
			expect(read(iconv.encode(`Navn;By\nFirma;${name}\n`, written)).text).toBe(`Navn;By\nFirma;${name}\n`);
	});
});

describe('letters encoded twice', () => {
	const twice = (text: string, page: string) => Buffer.from(iconv.decode(Buffer.from(text, 'utf8'), page), 'utf8');

	it.each(['windows-1252', 'latin1', 'cp850', 'macintosh'])('by way of %s are put right, and it is said', (page) => {
		expect(decode(twice(PLAIN, page))).toMatchObject({ text: PLAIN, isDoubled: true });
	});

	it('are put right with their dashes and quotes, and when it happened thrice', () => {
		const text = 'Røde Ærtehus – Kål ‘x’ “y €';
		expect(decode(twice(text, 'windows-1252')).text).toBe(text);
		expect(decode(Buffer.from('Citâ€\u009d BrÃ¸d')).text).toBe('Cit” Brød');
		expect(decode(twice(twice(PLAIN, 'latin1').toString('utf8'), 'latin1')).text).toBe(PLAIN);
	});

	it('are put right in the rows that have them, beside rows that have not', () => {
		const file = Buffer.concat([Buffer.from('Navn\nBrøndby\n'), twice('Rødovre\n', 'windows-1252')]);
		expect(decode(file).text).toBe('Navn\nBrøndby\nRødovre\n');
		const mixed = Buffer.concat([Buffer.from('Navn\nBrøndby\n'), iconv.encode('Rødovre\n', 'windows-1252')]);
		expect(decode(mixed).text).toBe('Navn\nBrøndby\nRødovre\n');
	});

	it('are not seen in text that has none', () => {
		for (const text of [TEXT, 'São Paulo Å\u00a0B – É–B', 'Â la carte', 'CAFÉ–BAR Ø–havet'])
			expect(decode(Buffer.from(text, 'utf8'))).toMatchObject({ text, isDoubled: false });
	});
});
