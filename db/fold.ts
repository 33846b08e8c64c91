// Folding of Danish names for sorting, look-alikes and search. One home, so that what is stored and what is asked agree.

const strip = (text: string) => text.normalize('NFD').replace(/\p{M}+/gu, '');

/** What comes along unseen when text is copied: soft hyphens, joiners, marks of direction. Wide and joined letters become plain ones. */
const seen = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/\p{Cf}+/gu, '')
		.toLowerCase();

/** Letters that are no letter with a mark on it. */
const LETTERS: Readonly<Record<string, string>> = {
	å: 'aa',
	ø: 'oe',
	æ: 'ae',
	ö: 'oe',
	ä: 'ae',
	œ: 'oe',
	ß: 'ss',
	ð: 'd',
	đ: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
};
const APOSTROPHE = /(?<=\p{L})['’‘`´ʼ](?=\p{L})/gu;

/**
 * Text as it is searched: lower case, å → aa, ø → oe, æ → ae, other marks and apostrophes inside words dropped, everything
 * but letters and digits turned into single blanks. "Ølstykke Træ & Låse A/S" → "oelstykke trae laase a s".
 */
export function fold(text: string): string {
	return strip(
		seen(text)
			.replace(/[åøæöäœßðđþłı]/g, (letter) => LETTERS[letter] ?? letter)
			.replace(APOSTROPHE, ''),
	)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Text as lists are ordered, byte by byte, in Danish order: … z, æ, ø, å (aa counts as å).
 * "Årslev" → "~3rslev".
 */
export function sortName(name: string): string {
	const danish = seen(name).replace(/æ|ä/g, '~1').replace(/ø|ö/g, '~2').replace(/å|aa/g, '~3');
	return strip(danish)
		.replace(/[^\p{L}\p{N}~]+/gu, ' ')
		.trim();
}

const COMPANY_FORMS = /\b(a s|aps|i s|k s|p s|ivs|amba|a m b a|fmba|smba|ltd|limited|inc|corp|corporation|llc|gmbh|ab|as|co)\b/g;

/** Words that only join two names, "&" among them. */
const JOINING = /\b(og|and|und|amp)\b/g;
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Without the words that join: "traeskov og soen" → "traeskov soen". */
const withoutJoining = (folded: string): string => tidy(folded.replace(JOINING, ' ')) || folded;

/** Letters that stand alone side by side are one word: "i c attrapsen" → "ic attrapsen". */
const initialsTogether = (folded: string): string => folded.replace(/\b(?:\p{L} )+\p{L}\b/gu, (run) => run.replaceAll(' ', ''));

/** "Multi-Tek" → "MultiTek". */
const hyphensTogether = (text: string): string => text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '');

/**
 * Key by which the spellings of one firm's name meet: folded, company form and "&" or "og" left out, initials and hyphened
 * words together. "I.C. Træskov & Søn A/S", "IC TRÆSKOV OG SØN" → "ic traeskov soen".
 */
export function nameKey(name: string): string {
	const folded = fold(hyphensTogether(name));
	const bare = tidy(initialsTogether(withoutJoining(tidy(folded.replace(COMPANY_FORMS, ' ')))));
	return bare || initialsTogether(folded);
}

/** Key by which two spellings of one address meet: folded, with the postal code. Empty when there is no address. */
export const addressKey = (address: string | null, postalCode: string | null): string => (address ? fold(`${address} ${postalCode ?? ''}`) : '');

/** Short words in capitals are initials as often as not: "IC" → "i c". */
const capitalsApart = (text: string): string => text.replace(/(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/gu, (word) => [...word].join(' '));

/**
 * The ways one text is written, folded, the plainest first: "&" as a word, initials and hyphened words together, initials
 * apart. Most texts have one.
 */
function spellings(text: string): string[] {
	const together = /[-‐‑]|(?<!\p{L})\p{L}(?!\p{L})/u.test(text) ? initialsTogether(fold(hyphensTogether(text))) : '';
	const joined = text.includes('&') ? fold(text.replaceAll(/&(?:amp;)?/gi, ' og ')) : '';
	const apart = /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/u.test(text) ? fold(capitalsApart(text)) : '';
	return distinct([fold(text), joined, together, apart]);
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter(Boolean);

/** The ways a name is written: those of any text, without the words that join, and the first two words as one ("Multi Tek" → "multitek"). */
export function nameSpellings(name: string): string[] {
	const [first = '', second = '', ...rest] = fold(name).split(' ');
	const asOne = first.length > 1 && second.length > 1 ? [first + second, ...rest].join(' ') : '';
	const written = spellings(name);
	return distinct([...written, ...written.map(withoutJoining), asOne]);
}

/** A firm is found by the beginning of any word of its names, however it is spelt: the name from each word on, 60 characters at most, 8 words at most. */
export function searchTerms(names: readonly string[]): string[] {
	const terms = new Set<string>();
	for (const spelt of names.flatMap(nameSpellings)) {
		const words = spelt.split(' ').slice(0, 8);
		words.forEach((word, at) => {
			if (word) terms.add(words.slice(at).join(' ').slice(0, 60).trim());
		});
	}
	return [...terms];
}

/** What somebody types as the beginning of a name, in the spellings in which `searchTerms` may hold it; none for nothing to look for. */
export function typedTerms(typed: string): string[] {
	const folded = fold(typed);
	const spelt = [folded, withoutJoining(folded), initialsTogether(fold(hyphensTogether(typed))), folded.replaceAll(' ', '')];
	return distinct(spelt.map((word) => word.slice(0, 60).trim()));
}

/** Longer words are cut: nobody types more, and PostgreSQL indexes no word over 2 kB. */
const WORD_LENGTH = 60;
const cut = (word: string) => [...word].slice(0, WORD_LENGTH).join('');

/** The tokens of what somebody types into a search field, folded once: at most eight. Words that only join ask for nothing. */
export const searchTokens = (typed: string): string[] =>
	distinct(withoutJoining(fold(typed)).split(' '))
		.slice(0, 8)
		.map(cut);

/**
 * The words these texts are found by, each once, in every spelling, and folded both ways in which people without æ, ø and å
 * write them: "Ølstykke Å" → "oelstykke aa olstykke a".
 */
export const searchWords = (texts: ReadonlyArray<string | null | undefined>): string =>
	wordsOf(texts.flatMap((text) => (text ? spellings(text) : [])));

/** As `searchWords`, of names. */
export const nameWords = (names: ReadonlyArray<string | null | undefined>): string =>
	wordsOf(names.flatMap((name) => (name ? nameSpellings(name) : [])));

function wordsOf(spelt: readonly string[]): string {
	const words = spelt.flatMap((one) => one.split(' ')).map(cut);
	return distinct([...words, ...words.map(plain)]).join(' ');
}

/** Text folded both ways, in every spelling, with a blank before every word: it holds ` ${token}` where a word begins with the token. */
export function foldedBothWays(text: string): string {
	const folded = spellings(text).join(' ');
	return ` ${folded} ${plain(folded)}`;
}

/** One word folded both ways. */
export function wordBothWays(word: string): string[] {
	const folded = fold(word);
	const short = plain(folded);
	return short === folded ? [folded] : [folded, short];
}

/** The fold of those who leave the second letter out: "aarhus" → "arhus". */
const plain = (folded: string): string => folded.replaceAll('aa', 'a').replaceAll('oe', 'o').replaceAll('ae', 'a');

/** Words so long are compounds as often as not, and parts so long are worth looking for in them. */
const COMPOUND_LENGTH = 8;
const PART_LENGTH = 4;

/** Long enough to be a part of a compound word: "standere" of "ladestandere". */
export const isPart = (token: string): boolean => token.length >= PART_LENGTH;

/** Of folded words those that may be compounds. */
export const compoundsOf = (words: string): string =>
	words
		.split(' ')
		.filter((word) => word.length >= COMPOUND_LENGTH)
		.join(' ');

/** True when a word of this folded text, which begins with a blank, begins with the token or is a compound with it inside. */
export function standsIn(folded: string, token: string): boolean {
	if (folded.includes(` ${token}`)) return true;
	if (!isPart(token)) return false;
	for (let at = folded.indexOf(token); at >= 0; at = folded.indexOf(token, at + 1)) {
		const end = folded.indexOf(' ', at);
		if ((end < 0 ? folded.length : end) - folded.lastIndexOf(' ', at) > COMPOUND_LENGTH) return true;
	}
	return false;
}
