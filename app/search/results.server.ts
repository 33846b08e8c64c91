import type { Viewer } from '#app/auth/viewer.ts';
import type { Card } from '#app/record/card.ts';
import { found, isText, rankOf } from './find.server.ts';
import type { Question } from './question.ts';
import { marked, type Piece, snippetOf } from './snippet.ts';

/** Shown of each kind among all, of one kind alone, and where counting stops. */
const AMONG_ALL = 5;
const PAGE = 20;
export const COUNT_CAP = 100;

export interface Hit {
	kind: string;
	id: string;
	to: string;
	title: Piece[];
	snippet: Piece[] | null;
	detail: string;
}

export interface KindOfHits {
	kind: string;
	/** At most `COUNT_CAP`; more than that when `isCapped`. */
	count: number;
	isCapped: boolean;
	hits: Hit[];
	/** There are more of this kind than are shown. */
	hasMore: boolean;
}

/**
 * What answers the question, kind by kind, counts and rows from the same openable records. `only`: more of one kind, in
 * pages of twenty up to `shown`.
 */
export async function resultsOf(
	viewer: Viewer,
	question: Question,
	only: string | null,
	shown: number,
): Promise<{ kinds: KindOfHits[]; single: Card | null }> {
	const limitOf = (kind: string) => (only === kind ? Math.min(Math.max(shown, PAGE), COUNT_CAP) : only ? 0 : AMONG_ALL);
	const all = await found(viewer, question, COUNT_CAP + 1, { shown: limitOf });
	const groups = all.map(({ kind, cards }): KindOfHits => {
		const limit = limitOf(kind);
		return {
			kind,
			count: Math.min(cards.length, COUNT_CAP),
			isCapped: cards.length > COUNT_CAP,
			hits: cards.slice(0, limit).map((card) => hitOf(card, question)),
			hasMore: Math.min(cards.length, COUNT_CAP) > limit,
		};
	});
	const exact = all.flatMap(({ cards }) => cards).filter((card) => rankOf(card, question) === 0 && card.numbers !== undefined);
	return { kinds: groups, single: exact.length === 1 ? (exact[0] ?? null) : null };
}

/** How many the next "show more" shows. */
export const furtherThan = (shown: number): number => Math.max(shown, PAGE) + PAGE;

/** The number of rows asked for in an address; anything else is the first page. */
export const shownFrom = (text: string | null): number => (text && /^\d{1,3}$/.test(text) ? Number(text) : PAGE);

function hitOf({ kind, id, to, title, detail, text }: Card, question: Question): Hit {
	const tokens = [...question.tokens, ...question.numbers];
	const isLong = text !== undefined && text !== title && isText(kind);
	return { kind, id, to, title: marked(title, tokens), snippet: isLong ? snippetOf(text, tokens) : null, detail };
}
