import iconv from 'iconv-lite';

// Text that was UTF-8, was read as something else and written as UTF-8 again: "Brøndby" has become "BrÃ¸ndby".

/** Every sign of Latin-1 and Windows-1252 beyond English: also those a third encoding made of the second. */
const LETTERS = `${String.fromCharCode(...Array.from({ length: 128 }, (_, at) => 0x80 + at))}ŠšŽžŒœŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™`;
/** What it was taken for. Only the first reads "Ã" before a letter; the others make box lines and roots. */
const TAKEN_FOR = ['windows-1252', 'latin1', 'cp850', 'cp437', 'macintosh'] as const;

const SINGLE = new Map(TAKEN_FOR.flatMap((page) => [...LETTERS].map((letter) => [garbledBy(page, letter), letter] as const)));

/** Bytes a page has no sign for come through as the control signs of their number. */
function garbledBy(page: string, letter: string): string {
	const signs = [...Buffer.from(letter, 'utf8')].map((byte) => iconv.decode(Buffer.from([byte]), page).replace('\ufffd', String.fromCharCode(byte)));
	return signs.join('');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
// The longest first: "â€™" before "â€".
const any = (garbled: string[]) =>
	new RegExp(
		garbled
			.sort((a, b) => b.length - a.length)
			.map(escaped)
			.join('|'),
		'g',
	);
const GARBLED = any([...SINGLE.keys()]);
/** What no Danish text says. "Å\u00a0" may be an Å before a blank: only beside one of these it was a Š. */
const SURE = any([...SINGLE.keys()].filter((garbled) => /^(?:[Ã├√]|â€)/.test(garbled)));
/** Twice is common, thrice was seen. */
const MOST_TIMES = 3;

/** The text as it was meant. "SmÃ¸rrebrÃ¸d" → "Smørrebrød"; text that was encoded once stays as it is. */
export function undoubled(text: string): { text: string; isDoubled: boolean } {
	let now = text;
	for (let times = 0; times < MOST_TIMES && now.search(SURE) >= 0; times++) now = now.replace(GARBLED, (garbled) => SINGLE.get(garbled) ?? garbled);
	return { text: now, isDoubled: now !== text };
}
