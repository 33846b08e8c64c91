import { fold } from '#db/fold.ts';

// How a word typed by a consultant finds a skill. Pure, so that its order can be read and tested without a database.

/** A skill as it is looked up: its names and other words, folded once. */
export interface Findable {
	/** Danish and English. */
	names: readonly string[];
	/** In order of closeness: the first stands for this skill before others that share the word. */
	aliases: ReadonlyArray<{ word: string; folded: string }>;
}

/** How well a skill fits: smaller is better, compared place by place. `via` is the other word it was found by. */
export interface Fit {
	rank: readonly [how: number, place: number];
	via: string | null;
}

/** Fewer letters would be found inside almost any word. */
const SHORTEST_PART = 3;
/** The end of a compound says what it is ("kleinsmed" is a "smed"), from this length on. */
const SHORTEST_HEAD = 4;

const wordsOf = (folded: string) => folded.split(' ').filter(Boolean);
const beginsWord = (text: string, typed: string) => ` ${text}`.includes(` ${typed}`);

/** Both ways of typing a Danish letter meet here: "tomrer" and "toemrer" find "tømrer", "arhus" finds "aarhus". */
const loose = (folded: string) => folded.replaceAll('aa', 'a').replaceAll('oe', 'o').replaceAll('ae', 'a');

/**
 * How a skill fits what was typed (folded), or null. Best first: its name or another word for it exactly, its beginning,
 * the beginning of any of its words, part of a compound, every word typed somewhere, the head of a typed compound,
 * one of the words typed.
 */
export function fitOf(skill: Findable, typed: string): Fit | null {
	return strictFit(skill, typed) ?? looseFit(skill, typed);
}

function strictFit({ names, aliases }: Findable, typed: string): Fit | null {
	const texts = [
		...names.map((text) => ({ text, via: null, place: 0, isAlias: 0 })),
		...aliases.map(({ word, folded }, place) => ({ text: folded, via: word, place, isAlias: 1 })),
	];
	const best = (how: number, fits: (text: string) => boolean): Fit | null => {
		for (const { text, via, place, isAlias } of texts) if (fits(text)) return { rank: [how + isAlias, place], via };
		return null;
	};
	const hay = texts.map(({ text }) => text).join(' ');
	const words = wordsOf(typed);
	return (
		best(0, (text) => text === typed) ??
		best(2, (text) => text.startsWith(typed)) ??
		best(4, (text) => beginsWord(text, typed)) ??
		best(6, (text) => typed.length >= SHORTEST_PART && text.includes(typed)) ??
		(words.length > 1 && words.every((word) => isIn(hay, word)) ? { rank: [8, 0], via: null } : null) ??
		compoundHead(texts, typed) ??
		(words.length > 1 ? best(12, (text) => words.some((word) => word.length >= SHORTEST_HEAD && beginsWord(text, word))) : null)
	);
}

const isIn = (hay: string, word: string) => beginsWord(hay, word) || (word.length >= SHORTEST_PART && hay.includes(word));

/** "gaffeltruckfører" ends in "truckfører": the longest such ending is the nearest. */
function compoundHead(texts: ReadonlyArray<{ text: string; via: string | null }>, typed: string): Fit | null {
	let found: Fit | null = null;
	let longest = SHORTEST_HEAD - 1;
	for (const { text, via } of texts) {
		for (const word of [text, ...wordsOf(text)]) {
			if (word.length <= longest || !typed.endsWith(word)) continue;
			longest = word.length;
			found = { rank: [10, -word.length], via };
		}
	}
	return found;
}

function looseFit({ names, aliases }: Findable, typed: string): Fit | null {
	const bare = loose(typed);
	if (bare.length < SHORTEST_PART) return null;
	for (const text of names) if (beginsWord(loose(text), bare)) return { rank: [20, 0], via: null };
	for (const [place, { word, folded }] of aliases.entries()) if (beginsWord(loose(folded), bare)) return { rank: [21, place], via: word };
	return null;
}

const paper = ({ kind }: { kind: string }) => (kind === 'certificate' ? 1 : 0);

/** What was typed, as it is compared. "§26" keeps its digits; a sign alone finds nothing. */
export const typedSkill = (typed: string): string => fold(typed.slice(0, 120)).slice(0, 60).trim();

/** The skills that fit, best first; between equals the skill before its certificate. */
export function ranked<T extends Findable & { sortName: string; kind: string }>(
	skills: readonly T[],
	typed: string,
): Array<{ skill: T; via: string | null }> {
	return skills
		.flatMap((skill) => {
			const fit = fitOf(skill, typed);
			return fit ? [{ skill, fit }] : [];
		})
		.sort(
			(a, b) =>
				a.fit.rank[0] - b.fit.rank[0] ||
				a.fit.rank[1] - b.fit.rank[1] ||
				paper(a.skill) - paper(b.skill) ||
				(a.skill.sortName < b.skill.sortName ? -1 : 1),
		)
		.map(({ skill, fit }) => ({ skill, via: fit.via }));
}
