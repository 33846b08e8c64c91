import { can, fieldMemberships, isLeading } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { Card } from '#app/record/card.ts';
import { allKinds, kindOf } from '#app/record/declared.server.ts';
import type { Found, Ref } from '#app/record/kind.server.ts';
import { nameSpellings } from '#db/fold.ts';
import { entriesBeginning, entriesContaining, kindsAnswering, type Wanted } from '#db/full-text.server.ts';
import type { Question } from './question.ts';
import { excerptOf } from './snippet.ts';
import '#app/records/records.server.ts';

/** The kinds a search of this viewer's can find anything of, in the order in which they stand. */
export const kindsFor = (viewer: Viewer): string[] =>
	allKinds()
		.filter(({ found, noun }) => found && can(viewer, 'see', noun))
		.map(({ kind }) => kind);

/** Found by what was written, the latest first; else by name and number. */
export const isText = (kind: string): boolean => kindOf(kind).foundBy === 'text';

/** Whose entries this viewer may be shown; null = everybody's. */
function audiencesOf(viewer: Viewer): string[] | null {
	if (isLeading(viewer)) return null;
	const field = fieldMemberships(viewer);
	return ['all', ...(field.length > 0 ? ['work'] : []), ...field.map(({ unitId }) => `unit:${unitId}`)];
}

/** These records as cards, in this order; those the viewer may not know of fall out. */
export async function cardsOf(viewer: Viewer, records: readonly Ref[]): Promise<Card[]> {
	const kinds = [...new Set(records.map(({ kind }) => kind))];
	const idsOf = (kind: string) => records.filter((record) => record.kind === kind).map(({ id }) => id);
	const cards = (await Promise.all(kinds.map((kind) => kindOf(kind).found?.cards(viewer, idsOf(kind)) ?? []))).flat();
	const byKey = new Map(cards.map((card) => [`${card.kind} ${card.id}`, card]));
	return records.flatMap(({ kind, id }) => byKey.get(`${kind} ${id}`) ?? []);
}

/**
 * What answers the question, of one kind: names with the best first, texts with the latest first; at most `limit`. Every
 * one was asked for again under the viewer's rights, and the text it shows is what it was found by. Talks are long: the
 * first `shown` carry what was said around the hit, the others only count.
 */
export async function found(viewer: Viewer, question: Question, kind: string, limit: number, shown = limit): Promise<Card[]> {
	if (!kindsFor(viewer).includes(kind)) return [];
	const ids = await candidates(viewer, question, kind, limit);
	const cards = await cardsOf(
		viewer,
		ids.map((id) => ({ kind, id })),
	);
	if (!isText(kind)) return ranked(cards, question);
	const latest = cards.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
	const asked = [question.tokens, ...question.numbers.map((number) => [number])];
	const { words } = kindOf(kind).found ?? {};
	return words ? quoted(viewer, words, latest, asked, shown) : latest.filter(({ text = '' }) => excerptOf(text, asked) !== null);
}

/** Reads what was said in the first `shown` talks; one whose words explain nothing gives way to the next. */
async function quoted(
	viewer: Viewer,
	words: NonNullable<Found['words']>,
	cards: readonly Card[],
	asked: ReadonlyArray<readonly string[]>,
	shown: number,
): Promise<Card[]> {
	const read: Card[] = [];
	let at = 0;
	while (read.length < shown && at < cards.length) {
		const some = cards.slice(at, at + shown - read.length);
		at += some.length;
		const texts = await words.of(
			viewer,
			some.map(({ id }) => id),
		);
		for (const card of some) {
			const text = excerptOf(texts.get(card.id) ?? '', asked);
			if (text !== null) read.push({ ...card, text });
		}
	}
	const others = cards.slice(at);
	const readable = await words.readable(
		viewer,
		others.map(({ id }) => id),
	);
	return [...read, ...others.filter(({ id }) => readable.has(id))];
}

/** The viewer's kinds of which anything may answer the question, in their order. */
export async function kindsToAsk(viewer: Viewer, { tokens, numbers }: Question): Promise<string[]> {
	const answering = await kindsAnswering([tokens, ...numbers.map((number) => [number])], audiencesOf(viewer));
	return kindsFor(viewer).filter((kind) => answering.has(kind));
}

/**
 * What narrows a search to a district. Firms, sites, properties and the district itself lie there in the index; of the
 * others, which lie nowhere, the records that concern it: owners by their land, people by where they work, texts by
 * the firm, the owner or the talk.
 */
function inDistrict(kind: string, { id, no }: NonNullable<Question['district']>): Pick<Wanted, 'districtNo' | 'records'> {
	const those = kindOf(kind).found?.inDistrict;
	return those ? { records: those(id) } : { districtNo: no };
}

async function candidates(viewer: Viewer, { tokens, numbers, district }: Question, kind: string, limit: number): Promise<string[]> {
	const first = isText(kind) ? undefined : tokens.join(' ');
	// A firm stands in the index once for every district it has sites in.
	const wanted = { kinds: [kind], audiences: audiencesOf(viewer), first, limit: limit * 2, ...(district && inDistrict(kind, district)) };
	const asked = await Promise.all(numbers.map((number) => entriesBeginning([number], wanted)));
	const ids = new Set(asked.flat().map(({ recordId }) => recordId));
	if (ids.size === 0) for (const { recordId } of await entriesBeginning(tokens, wanted)) ids.add(recordId);
	if (first !== undefined && ids.size < limit) for (const { recordId } of await entriesContaining(tokens, wanted)) ids.add(recordId);
	return [...ids].slice(0, limit);
}

/** The number itself, then names that begin as asked, then those with such a word, then those with it inside; closed ones last. */
export function rankOf({ title, numbers = [], isCeased = false }: Card, question: Question): number {
	if (question.numbers.some((number) => numbers.includes(number))) return 0;
	const typed = question.tokens.join(' ');
	const names = nameSpellings(title);
	const words = ` ${names.join(' ')}`;
	const place = names.some((name) => name.startsWith(typed)) ? 1 : question.tokens.every((token) => words.includes(` ${token}`)) ? 2 : 3;
	return place + (isCeased ? 10 : 0);
}

function ranked(cards: Card[], question: Question): Card[] {
	return cards
		.map((card, at) => ({ card, at, rank: rankOf(card, question) }))
		.sort((a, b) => a.rank - b.rank || a.at - b.at)
		.map(({ card }) => card);
}
