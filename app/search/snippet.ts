import { foldedBothWays, standsIn, wordBothWays } from '#db/fold.ts';

/** A stretch of text, marked where it is what was asked for. */
export interface Piece {
	text: string;
	isHit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Letters shown before the first hit, and in all. */
const BEFORE = 60;
const LENGTH = 180;
/** How much of a text is folded at a time, and then to the end of the word. */
const STRETCH_LENGTH = 400;
const STRETCH = /[\s\S]{1,400}\S*/g;

/** True when a word of the text, folded either way, begins with the token, is a compound with it inside, or has it inside (`inside`: in names). */
function isHit(word: string, tokens: readonly string[], inside: boolean): boolean {
	const folded = wordBothWays(word);
	return tokens.some((token) => folded.some((one) => (inside && token.length > 2 ? one.includes(token) : standsIn(` ${one}`, token))));
}

/**
 * The part of a text around the first word asked for, where the text has every token of one of the questions at the
 * beginning of a word or inside a compound; null where it does not. A long text is folded once at most, stretch by stretch, and only as far as
 * it takes.
 */
export function excerptOf(text: string, questions: ReadonlyArray<readonly string[]>): string | null {
	const missing = questions.map((tokens) => new Set(tokens));
	let first: number | null = null;
	for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
		const folded = foldedBothWays(stretch);
		for (const tokens of missing)
			for (const token of tokens) {
				if (!standsIn(folded, token)) continue;
				tokens.delete(token);
				first ??= index;
			}
		if (first !== null && missing.some(({ size }) => size === 0)) return text.slice(wordBefore(text, first), first + STRETCH_LENGTH + 2 * LENGTH);
	}
	return null;
}

/** A little before this place, between two words. */
function wordBefore(text: string, place: number): number {
	const from = Math.max(place - 3 * BEFORE, 0);
	const blank = text.slice(from, place).search(/\s/);
	return from === 0 ? 0 : blank < 0 ? place : from + blank;
}

/** The whole text in pieces, the words asked for marked. */
export function marked(text: string, tokens: readonly string[], { inside = true } = {}): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const match of text.matchAll(WORD)) {
		if (!isHit(match[0], tokens, inside)) continue;
		if (match.index > at) pieces.push({ text: text.slice(at, match.index), isHit: false });
		pieces.push({ text: match[0], isHit: true });
		at = match.index + match[0].length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
	return pieces;
}

/** The part of a long text around the first word asked for, cut between words. */
export function snippetOf(text: string, tokens: readonly string[]): Piece[] {
	const plain = text.replace(/\s+/g, ' ').trim();
	const first = [...plain.matchAll(WORD)].find(([word]) => isHit(word, tokens, false))?.index ?? 0;
	const start = first <= BEFORE ? 0 : plain.indexOf(' ', first - BEFORE) + 1;
	const isCut = plain.length > start + LENGTH;
	const end = isCut ? Math.max(plain.lastIndexOf(' ', start + LENGTH), first + 1) : plain.length;
	return marked(`${start > 0 ? '… ' : ''}${plain.slice(start, end)}${isCut ? ' …' : ''}`, tokens, { inside: false });
}
