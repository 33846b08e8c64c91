import { searchWords } from '#db/fold.ts';

/** A stretch of text, marked where it is what was asked for. */
export interface Piece {
	text: string;
	isHit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Letters shown before the first hit, and in all. */
const BEFORE = 60;
const LENGTH = 180;

/** True when a word of the text, folded either way, begins with the token, or has it inside (`inside`: in names). */
function isHit(word: string, tokens: readonly string[], inside: boolean): boolean {
	const folded = searchWords([word]).split(' ');
	return tokens.some((token) => folded.some((one) => (inside && token.length > 2 ? one.includes(token) : one.startsWith(token))));
}

/** True when every token is found in the text: what may be read explains the hit. */
export function explains(text: string, tokens: readonly string[]): boolean {
	const words = searchWords([text]).split(' ');
	return tokens.every((token) => words.some((word) => word.startsWith(token)));
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
