// Browser-safe: what a country abroad knows as a number is asked on the server (phones.server.ts), which has the plans of all.

/** One telephone number of what somebody wrote. */
export interface Phone {
	/** As it stands in the text, without the words around it: "70 10 12 34". */
	written: string;
	/** As it is dialled and compared: "+4570101234". */
	e164: string;
	/** As it is read aloud: "70 10 12 34" at home, "+46 8 123 456 78" abroad. */
	shown: string;
	/** What is dialled when somebody has answered: "lok. 7" → "7". */
	extension: string | null;
	/** What else stood with it: "mobil", "vagt". */
	words: string;
}

export interface PhonesRead {
	phones: Phone[];
	/** Pieces that are no number, or words with none beside them. */
	unread: string[];
}

/** Reads the digits of a number abroad; null = none that country knows. `shown`: null = as written. */
export type Abroad = (digits: string, isInternational: boolean) => { e164: string; shown: string | null } | null;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Where one number ends and another may begin; a slash inside "70/10/12/34" is none. */
const BETWEEN = /\s*(?:[;|\n\r]|,(?!\s*(?:lok|ext|int|tast)[a-z]*\b)|(?<!\b\d{2})\/|\/(?!\d{2}\b)|\b(?:eller|og|samt|or|and)\b|&)\s*/i;
const NUMBER = /(?:\(\s*)?(?:\+\s*)?\(?\d(?:[\d\s().\-/]*\d)?/g;
const EXTENSION = /^\s*(?:[-–,]?\s*)(?:lok(?:al(?:nummer|nr)?)?|ext(?:ension)?|int(?:ern)?|tast|x|#)\s*[.:]?\s*(\d{1,6})/i;

/**
 * Reads what people write into a telephone field: one number or several, with words, extensions and country codes,
 * "70 10 12 34 / 22334455 mobil", "(+45) 70-10-12-34 lok. 7", "0046 8 123 456 78". Eight digits are always a Danish number;
 * others are read by the rules of the country their code names.
 */
export function phonesIn(typed: string, abroad: Abroad = asDialled): PhonesRead {
	const read: PhonesRead = { phones: [], unread: [] };
	for (const piece of typed
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(/[‐-―−]/g, '-')
		.split(BETWEEN))
		readPiece(piece, read, abroad);
	return read;
}

function readPiece(piece: string, read: PhonesRead, abroad: Abroad) {
	const found: Phone[] = [];
	let words = '';
	let at = 0;
	NUMBER.lastIndex = 0;
	for (let match = NUMBER.exec(piece); match; match = NUMBER.exec(piece)) {
		const numbers = numbersOf(match[0], abroad);
		const [, extension = null] = (numbers.length > 0 && piece.slice(NUMBER.lastIndex).match(EXTENSION)) || [];
		words += piece.slice(at, match.index);
		if (numbers.length === 0) read.unread.push(match[0].trim());
		for (const number of numbers) found.push({ ...number, extension: null, words: '' });
		const last = found.at(-1);
		if (last && extension !== null) {
			last.extension = extension;
			NUMBER.lastIndex += piece.slice(NUMBER.lastIndex).match(EXTENSION)?.[0].length ?? 0;
		}
		at = NUMBER.lastIndex;
	}
	words = bare(words + piece.slice(at));
	const owner = found[0] ?? read.phones.at(-1);
	if (words && owner) owner.words = [owner.words, words].filter(Boolean).join(', ');
	else if (words) read.unread.push(words);
	read.phones.push(...found);
}

/** What is left of "tlf.:", "(vagt)" or ") mobil" once the number is out. */
const bare = (words: string): string =>
	words
		.replace(/[()[\]:]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.\-–/]+|[\s\-–/]+$/g, '')
		.trim();

/** The numbers of a run of digits: two Danish ones may stand with nothing but a blank between them. */
function numbersOf(run: string, abroad: Abroad): Array<Omit<Phone, 'extension' | 'words'>> {
	const written = run
		.replace(/^\((?![^)]*\))/, '')
		.replace(/^\(\s*(\+?\s*\d+)\s*\)/, '$1')
		.trim();
	const digits = written.replace(/\(0\)/, '').replace(/\D/g, '');
	const isInternational = /^\(?\s*\+/.test(written);
	const national = danish(digits, isInternational);
	if (national.length === 8) return [{ written, e164: `+45${national}`, shown: inPairs(national) }];
	if (national.length > 8 && national.length <= 32 && national.length % 8 === 0 && !abroad(digits, isInternational))
		return (national.match(/\d{8}/g) ?? []).map((one) => ({ written: one, e164: `+45${one}`, shown: inPairs(one) }));
	const foreign = abroad(digits, isInternational);
	return foreign ? [{ written, e164: foreign.e164, shown: foreign.shown ?? written }] : [];
}

/** The digits behind the Danish country code, where that stands before one number or several. */
function danish(digits: string, isInternational: boolean): string {
	const [, rest] = digits.match(isInternational ? /^45(\d+)$/ : /^(?:0045|45(?=\d{8}$|\d{16}$))(\d+)$/) ?? [];
	if (rest) return rest;
	return isInternational ? '' : digits;
}

const inPairs = (national: string) => national.replace(/\d{2}(?=\d)/g, '$& ');

/** Shorter ones exist nowhere that dials Denmark. */
const SHORTEST = 8;

/** The digits of a number with a country code: without "+" or "00" where it stood without them. */
export const countryDigits = (digits: string, isInternational: boolean): { digits: string; hasPrefix: boolean } | null => {
	const bareDigits = isInternational ? digits : digits.replace(/^00/, '');
	if (bareDigits.length < SHORTEST || bareDigits.startsWith('0')) return null;
	return { digits: bareDigits, hasPrefix: isInternational || digits.startsWith('00') };
};

/** Without the plans of other countries: what bears the sign of a country code is dialled as it stands. */
const asDialled: Abroad = (digits, isInternational) => {
	const number = countryDigits(digits, isInternational);
	return number?.hasPrefix ? { e164: `+${number.digits}`, shown: null } : null;
};

/** Whether there is a number in it at all; short ones such as 1813 are numbers too. */
export const hasNumber = (typed: string): boolean => /\d{4}/.test(typed.replace(/[\s().\-/]/g, ''));
