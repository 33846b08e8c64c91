import { fold, nameKey } from './fold.ts';

// Whether two names may mean the same firm or person: word by word, since slips of the finger, endings, initials and word
// order are one name, while another street number, another trade or another half of the surname is somebody else.

/** Words that say nothing about which firm it is. */
const FILLERS = new Set('danmark denmark dk firma firmaet virksomheden selskabet the co company eftf eftflg ing ingenioer v ved af i'.split(' '));

/** Words that are mostly written short. */
const SHORT: Readonly<Record<string, string>> = {
	brdr: 'broedrene',
	skt: 'sankt',
	int: 'international',
	intl: 'international',
	ejd: 'ejendomme',
	technology: 'teknologi',
	technologies: 'teknologi',
};

/** Before a person's name. */
const TITLES = new Set('dr hr fru adv ing prof cand lic mag jur'.split(' '));

/** A firm beside a firm: "Demolund Holding" is not Demolund. */
const SISTERS = new Set('holding invest investment ejendomme ejendom ejendomsselskab finans leasing fonden foreningen'.split(' '));

/** Trades and the like: names have them in common without being one. */
const TRADES = new Set(
	(
		'vvs el byg bygge toemrer murer maler smed smede smedje bager bageri cafe restaurant pizzeria pizza grill burger frisoer salon auto bil ' +
		'service transport rengoering handel import export consult consulting raadgivning revision it data teknik elteknik industri maskinfabrik ' +
		'maskin entreprise entreprenoer anlaeg gartner gartneri have kiosk boghandel tandlaege laege klinik fysioterapi advokat arkitekt gruppen ' +
		'group nordic fitness skilt skilte tryk fisk blomst cykel moebel kontor montage automation catering vaskeri maskinudlejning koeleteknik'
	).split(' '),
);

/** The commonest surnames: one letter between two of them makes two families. */
const SURNAMES = new Set(
	(
		'jensen nielsen hansen pedersen andersen christensen larsen soerensen rasmussen joergensen petersen madsen kristensen olsen thomsen ' +
		'christiansen poulsen johansen moeller mortensen knudsen jakobsen jacobsen mikkelsen frederiksen laursen lund holm schmidt eriksen ' +
		'kristiansen simonsen clausen svendsen andreasen iversen jeppesen nissen lauridsen jespersen mogensen jessen jepsen jansen janssen ' +
		'matsen bertelsen bendtsen henriksen danielsen steffensen carlsen karlsen'
	).split(' '),
);

const ENDINGS = /(?:ningen|ning|ernes|erne|eren|ens|ets|en|et|er|s|e)$/;
const TRADE_ENDINGS =
	/(?:firmaet|firma|mesteren|mester|virksomhed|service|vaerkstedet|vaerksted|gruppen|selskabet|selskab|salonen|salon|handelen|handel|huset|butikken|butik|centret|center|bureauet|bureau|klinikken|klinik)$/;

const stem = (word: string): string => {
	const bare = word.length > 7 ? word.replace(TRADE_ENDINGS, '') : word;
	const kept = bare.length >= 4 ? bare : word;
	return kept.length > 4 ? kept.replace(ENDINGS, '') : kept;
};

/** How a word sounds: "Christian" and "Kristian", "Sophie" and "Sofie", "Atrapsen" and "Attrapsen". */
const sound = (word: string): string =>
	word
		.replace(/ch(?=r|$)|ck|c(?=[aoukl])/g, 'k')
		.replace(/ae/g, 'e')
		.replace(/kj/g, 'k')
		.replace(/ph/g, 'f')
		.replace(/th/g, 't')
		.replace(/(?<=mi)(?:ch|k)(?=e)/g, 'k')
		.replace(/w/g, 'v')
		.replace(/z/g, 's')
		.replace(/(?<=[aeiou])h(?=[^aeiou]|$)/g, '')
		.replace(/(.)\1+/g, '$1');

/** Letters to change, add, take away or swap with the next: as typing goes wrong. */
function slips(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 2) return 3;
	let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			next.push(least);
		}
		[before, row] = [row, next];
	}
	return row[b.length] ?? 3;
}

/** One word as two people write it. `isStrict`: a given name, where another letter makes another person. */
function isWord(a: string, b: string, isStrict = false): boolean {
	if (a === b) return true;
	if (/\d/.test(a + b)) return false;
	if (sound(a) === sound(b)) return true;
	if (SURNAMES.has(a) && SURNAMES.has(b)) return false;
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	if (!isStrict && shorter.length >= 4 && stem(a) === stem(b)) return true;
	if (shorter.length < 5 || a[0] !== b[0]) return false;
	if (isStrict) return slips(a, b) === 1 && a.at(-1) === b.at(-1) && (a.length !== b.length || isSwapped(a, b));
	return slips(a, b) <= (longer.length >= 10 ? 2 : 1) && !isOtherHalf(a, b);
}

/** The same letters, two of them in each other's place. */
const isSwapped = (a: string, b: string): boolean => [...a].sort().join() === [...b].sort().join();

/** Compounds whose second half is another word: "Skitsehøj" and "Skitsehave", a slip away from each other at most. */
const HALVES = /(?:gaard|gade|torvet|torv|have|hoej|vang|vej|bo|by|borg|bjerg|dal|dahl|lund|holm|holt|strand|bakke|mark|skov|sen)$/;
function isOtherHalf(a: string, b: string): boolean {
	const [one, other] = [a.match(HALVES)?.[0], b.match(HALVES)?.[0]];
	return one !== undefined && other !== undefined && sound(one) !== sound(other) && a.length - one.length === b.length - other.length;
}

const isInitialOf = (letter: string, word: string): boolean => /^\p{L}$/u.test(letter) && word.startsWith(letter);

interface Leftover {
	matched: string[];
	left: string[];
	right: string[];
}

/** Pairs the words of two names, whatever their order; what is left stands alone. */
function paired(a: readonly string[], b: readonly string[], isSame: (x: string, y: string) => boolean): Leftover {
	const right = [...b];
	const matched: string[] = [];
	const left = a.filter((word) => {
		const exact = right.indexOf(word);
		const at = exact >= 0 ? exact : right.findIndex((other) => isSame(word, other));
		if (at < 0) return true;
		matched.push(word.length >= (right[at]?.length ?? 0) ? word : (right[at] ?? word));
		right.splice(at, 1);
		return false;
	});
	return { matched, left, right };
}

/** "Demo Skitse" written as one word, and the other way round. */
function apart(words: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others);
	const result: string[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const [word = '', next] = [words[at], words[at + 1]];
		if (next !== undefined && !known.has(word) && known.has(word + next)) {
			result.push(word + next);
			at += 1;
		} else result.push(word);
	}
	return result;
}

const isAcronym = (word: string, others: readonly string[]): boolean =>
	word.length >= 3 &&
	word.length <= 5 &&
	others.length >= word.length &&
	others
		.slice(0, word.length)
		.map(([first]) => first)
		.join('') === word;

const wordsOf = (name: string): string[] => {
	const words = nameKey(name)
		.split(' ')
		.filter(Boolean)
		.map((word) => SHORT[word] ?? word);
	const telling = words.filter((word) => !FILLERS.has(word));
	return telling.length > 0 ? telling : words;
};

const TRADE_STEMS = new Set([...TRADES].filter((trade) => trade.length > 4).map(stem));
const isTrade = (word: string): boolean => TRADES.has(word) || TRADES.has(stem(word)) || TRADE_STEMS.has(stem(word));

/** True when two firms' names may be one firm's. */
export const areFirmsAlike = (one: string, other: string): boolean => firmsLike(one)(other);

/** The same, of one name beside many. */
export function firmsLike(one: string): (other: string) => boolean {
	const key = nameKey(one);
	const words = wordsOf(ownerAside(one));
	return (other) => {
		const otherKey = nameKey(other);
		if (key === otherKey || key.replaceAll(' ', '') === otherKey.replaceAll(' ', '')) return key !== '';
		return areOneFirms(words, wordsOf(ownerAside(other)));
	};
}

function areOneFirms(first: readonly string[], second: readonly string[]): boolean {
	const { matched, left, right } = paired(
		apart(first, second),
		apart(second, first),
		(x, y) => isWord(x, y) || isInitialOf(x, y) || isInitialOf(y, x),
	);
	const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
	if (more.some((word) => SISTERS.has(word)) || fewer.some((word) => SISTERS.has(word))) return false;
	const telling = matched.filter((word) => word.length > 1 && !isTrade(word));
	if (more.length === 0) return telling.length > 0 || matched.length > 1;
	if (fewer.length > 0 || telling.length === 0) return false;
	if (more.some((word) => /\d/.test(word)) && matched.some((word) => /\d/.test(word))) return false;
	if (more.every(isTrade) || more.some((word) => isAcronym(word, matched))) return true;
	// A surname alone is many firms'.
	return more.length <= 2 && !(matched.length === 1 && SURNAMES.has(matched[0] ?? ''));
}

/** "Salon Skitse v/ Mette Attrapsen" is called Salon Skitse. */
const ownerAside = (name: string): string => name.replace(/\s+(?:v\/|ved\s|c\/o\s).*$/i, '');

/** True when two people's names may be one person's: surname and given name, middle names and initials aside. */
export function arePeopleAlike(one: string, other: string): boolean {
	const [first, second] = [personWords(one), personWords(other)];
	if (first.join('') === second.join('')) return first.length > 0;
	if (first.length < 2 || second.length < 2) return false;
	const given = (x: string, y: string) =>
		isWord(x, y, true) || isInitialsOf(x, second) || isInitialsOf(y, first) || isInitialOf(x, y) || isInitialOf(y, x);
	const { matched, left, right } = paired(first, second, (x, y) => (isGiven(x, first) || isGiven(y, second) ? given(x, y) : isWord(x, y)));
	const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
	if (fewer.length > 0 || matched.length < 2) return false;
	// What is more is a middle name, or what initials stand for.
	const longer = more === left ? first : second;
	return (
		more.every((word) => longer.indexOf(word) > 0 && longer.indexOf(word) < longer.length - 1) || matched.some((word) => isInitialsOf(word, longer))
	);
}

const isGiven = (word: string, name: readonly string[]): boolean => name.indexOf(word) < name.length - 1;
/** "hp" stands for Hans Peter. */
const isInitialsOf = (word: string, name: readonly string[]): boolean =>
	word.length === 2 &&
	name.length > 2 &&
	name
		.slice(0, 2)
		.map(([first]) => first)
		.join('') === word;

/** Words of a person's name, surname last: "Attrapsen, Birgit" is Birgit Attrapsen. */
function personWords(name: string): string[] {
	const [surname = '', given, ...more] = name.split(',');
	const ordered = given && more.length === 0 ? `${given} ${surname}` : name;
	const joined = ordered.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '').replace(/\b(\p{L})\.\s*(?=\p{L}\.)/gu, '$1');
	return fold(joined)
		.split(' ')
		.filter((word) => word && !TITLES.has(word));
}

/** How a word may begin where another letter sounds the same. */
const SOUNDS: ReadonlyArray<readonly [string, ...string[]]> = [
	['k', 'c', 'ch'],
	['f', 'ph'],
	['s', 'z'],
	['v', 'w'],
	['t', 'th'],
];

/**
 * Where names like this one are looked for: the beginnings of its telling words, as they may be spelt, and the ends of its
 * long ones, which a slip at the beginning leaves whole.
 */
export function blocksOf(name: string): { beginnings: string[]; insides: string[] } {
	const words = [...new Set([...wordsOf(ownerAside(name)), ...personWords(name)])].filter((word) => word.length > 1);
	const telling = words.filter((word) => !isTrade(word));
	const some = (telling.length > 0 ? telling : words).sort((a, b) => b.length - a.length).slice(0, 5);
	const beginnings = some.flatMap((word) => {
		const heard = sound(word);
		const others = SOUNDS.flatMap(([letter, ...spelt]) => (heard.startsWith(letter) ? spelt.map((one) => one + heard.slice(1)) : []));
		return [word, heard, ...others].map((one) => one.slice(0, 4));
	});
	const insides = some.flatMap((word) => (word.length >= 7 ? [word.slice(-5)] : word.length >= 6 ? [word.slice(-4)] : []));
	return { beginnings: [...new Set(beginnings)], insides: [...new Set(insides)] };
}
