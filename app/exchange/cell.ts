// One cell as text: what programs put around it is taken off, what only says that nothing is there counts as empty.

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	quot: '"',
	apos: "'",
	lt: '<',
	gt: '>',
	nbsp: ' ',
	aelig: 'æ',
	oslash: 'ø',
	aring: 'å',
	AElig: 'Æ',
	Oslash: 'Ø',
	Aring: 'Å',
	eacute: 'é',
	Eacute: 'É',
	ouml: 'ö',
	Ouml: 'Ö',
	auml: 'ä',
	Auml: 'Ä',
	uuml: 'ü',
	Uuml: 'Ü',
	ndash: '–',
	mdash: '—',
	rsquo: '’',
	lsquo: '‘',
	rdquo: '”',
	ldquo: '“',
	euro: '€',
	deg: '°',
};

/** "=""99000015""" and "'+45 …" as spreadsheets write them, "Tr&aelig;", NBSPs and marks of direction → plain text. */
export function cleaned(raw: string): string {
	const text = /[^ -;=-~æøåÆØÅ]/.test(raw)
		? raw
				.normalize('NFC')
				.replace(INVISIBLE, '')
				.replace(BLANKS, ' ')
				.replace(/\u2028|\u2029|<br\s*\/?>/gi, '\n')
		: raw;
	const bare = unwrapped(text.replace(CONTROL, (sign) => (sign === '\u0085' ? '\n' : '')).trim());
	// Twice, for text that was made safe for a page two times.
	return bare.includes('&') ? entitiesRead(entitiesRead(bare)).trim() : bare;
}

/** ="0800" keeps a zero in a spreadsheet; ' before a sign or a number keeps it text. */
function unwrapped(text: string): string {
	const [, formula] = text.match(/^="([\s\S]*)"$/) ?? [];
	if (formula !== undefined) return formula.replaceAll('""', '"').trim();
	return /^'(?:[=+\-@＝＋－＠]|[\d\s.,/-]+$)/.test(text) ? text.slice(1) : text;
}

const entitiesRead = (text: string): string =>
	text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal: string, hex: string, name: string) => {
		if (name) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
	});

const UNKNOWN = ['na', 'null', 'nan', 'ukendt', 'uoplyst', 'ikke oplyst', 'ej oplyst', 'mangler', 'unknown', 'undefined'];
const NOTHING = new Set([
	...UNKNOWN,
	'nil',
	'none',
	'nat',
	'intet',
	'ingen',
	'ikke angivet',
	'tom',
	'blank',
	'not available',
	'ikke relevant',
	'tbd',
	'xxx',
]);
/** Words that no firm is called. */
const NAMELESS = new Set(UNKNOWN);
const SIGNS_ALONE = /^[\s\-–—−.?*_/\\|,;:"'()[\]…!~=<>]*$/;
const LONGEST = 18;

const says = (text: string, words: ReadonlySet<string>): boolean =>
	SIGNS_ALONE.test(text) || (text.length <= LONGEST && words.has(text.toLowerCase().replace(/^[\s("'<[]+|[\s)"'>\].!]+$|[/.]/g, '')));

/** "-", "N/A", "NULL", "ukendt", "?": nothing is there. */
export const isNothing = (text: string): boolean => says(text, NOTHING);
export const isNoName = (text: string): boolean => says(text, NAMELESS);

/** What a spreadsheet shows for a formula that fails or a column too narrow, in Danish and English. */
export const isSpreadsheetError = (text: string): boolean =>
	/^#(?:I\/T|N\/A|N\/V|VÆRDI!|VALUE!|NAVN\?|NAME\?|REF(?:ERENCE)?!|DIV(?:ISION)?\/0!|NUM(?:MER)?!|NUL(?:L)?!|OVERLØB!|SPILL!|CALC!|BEREGN!|GETTING_DATA|FELT!|FIELD!|BLOKERET!|BLOCKED!)$|^#{3,}$/i.test(
		text,
	);

/** "1,09901E+09": a spreadsheet has shortened a long number, its last digits are gone. */
export const isShortened = (text: string): boolean => /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(text.replace(/\s/g, ''));

/** Signs that stand for letters a program before us could not read: "Br\ufffdndby", and "Br?ndby" where no question is asked. */
export const hasLostLetters = (text: string, isProse: boolean): boolean => text.includes('\ufffd') || (isProse && /\p{L}\?\p{Ll}/u.test(text));

/** The digits of a number however they are grouped, and without the ".0" and ",00" of programs that count with it; null where else stands. */
export function digitsIn(text: string): string | null {
	const bare = text
		.replace(/^["']+|["']+$/g, '')
		.replace(/(\d{4,})[.,]0{1,2}$/, '$1')
		.replace(/[\s.\-–'’]/g, '');
	return /^\d+$/.test(bare) ? bare : null;
}
