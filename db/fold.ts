// Folding of Danish names for sorting, look-alikes and search. One home, so that what is stored and what is asked agree.

const strip = (text: string) => text.normalize('NFD').replace(/\p{M}+/gu, '');

/**
 * Text as it is searched: lower case, å → aa, ø → oe, æ → ae, other marks dropped, everything but letters
 * and digits turned into single blanks. "Ølstykke Træ & Låse A/S" → "oelstykke trae laase a s".
 */
export function fold(text: string): string {
	const danish = text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('å', 'aa')
		.replaceAll('ø', 'oe')
		.replaceAll('æ', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ä', 'ae');
	return strip(danish)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Text as lists are ordered, byte by byte, in Danish order: … z, æ, ø, å (aa counts as å).
 * "Årslev" → "~3rslev".
 */
export function sortName(name: string): string {
	const danish = name.normalize('NFC').toLowerCase().replace(/æ|ä/g, '~1').replace(/ø|ö/g, '~2').replace(/å|aa/g, '~3');
	return strip(danish)
		.replace(/[^\p{L}\p{N}~]+/gu, ' ')
		.trim();
}

const COMPANY_FORMS = /\b(a s|aps|i s|k s|p s|ivs|amba|a m b a|fmba|smba|ltd|limited|inc|corp|corporation|llc|gmbh|ab|as|co)\b/g;

/**
 * Key by which two spellings of one firm's name meet: folded, company form left out.
 * "S & K Ng Enterprises (2017) Ltd" and "S & K NG ENTERPRISES (2017) LTD" → "s k ng enterprises 2017".
 */
export function nameKey(name: string): string {
	const folded = fold(name);
	const bare = folded.replace(COMPANY_FORMS, ' ').replace(/\s+/g, ' ').trim();
	return bare || folded;
}

/** Key by which two spellings of one address meet: folded, with the postal code. Empty when there is no address. */
export const addressKey = (address: string | null, postalCode: string | null): string => (address ? fold(`${address} ${postalCode ?? ''}`) : '');

/** A firm is found by the beginning of any word of its names: the folded name from each word on, 60 characters at most, 8 words at most. */
export function searchTerms(names: readonly string[]): string[] {
	const terms = new Set<string>();
	for (const name of names) {
		const words = fold(name).split(' ').slice(0, 8);
		words.forEach((word, at) => {
			if (word) terms.add(words.slice(at).join(' ').slice(0, 60).trim());
		});
	}
	return [...terms];
}

/** Longer words are cut: nobody types more, and PostgreSQL indexes no word over 2 kB. */
const WORD_LENGTH = 60;

/** The tokens of what somebody types into a search field, folded once: at most eight. */
export const searchTokens = (typed: string): string[] =>
	[...new Set(fold(typed).split(' '))]
		.filter(Boolean)
		.slice(0, 8)
		.map((token) => [...token].slice(0, WORD_LENGTH).join(''));

/**
 * The words these texts are found by, each once, folded both ways in which people without æ, ø and å write them:
 * "Ølstykke Å" → "oelstykke aa olstykke a".
 */
export function searchWords(texts: ReadonlyArray<string | null | undefined>): string {
	const cut = (word: string) => [...word].slice(0, WORD_LENGTH).join('');
	const words = texts
		.flatMap((text) => (text ? fold(text).split(' ') : []))
		.filter(Boolean)
		.map(cut);
	return [...new Set([...words, ...words.map(plain)])].join(' ');
}

/** Text folded both ways with a blank before every word: it holds ` ${token}` where a word begins with the token. */
export function foldedBothWays(text: string): string {
	const folded = fold(text);
	return ` ${folded} ${plain(folded)}`;
}

/** The fold of those who leave the second letter out: "aarhus" → "arhus". */
const plain = (folded: string): string => folded.replaceAll('aa', 'a').replaceAll('oe', 'o').replaceAll('ae', 'a');
