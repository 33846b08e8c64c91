import { can, fieldMemberships, isLeading } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { Card } from '#app/record/card.ts';
import { allKinds, kindOf } from '#app/record/declared.server.ts';
import type { Found, Ref } from '#app/record/kind.server.ts';
import { isPart, nameSpellings } from '#db/fold.ts';
import { type Answers, entriesBeginning, entriesContaining, type Wanted } from '#db/full-text.server.ts';
import type { Question } from './question.ts';
import { excerptOf } from './snippet.ts';
import '#app/records/records.server.ts';

/** The kinds a search of this viewer's can find anything of, in the order in which they stand. */
export const kindsFor = (viewer: Viewer): string[] =>
	allKinds()
		.filter(({ found, noun }) => found && can(viewer, 'see', noun))
		.map(({ kind }) => kind);

/** Fewer texts than this send a search on into compound words. */
const FEW_TEXTS = 20;

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
 * What answers the question, kind by kind in their order, kinds that nothing is found of left out: names with the best
 * first, texts with the latest first; at most `limit` of each. Every one was asked for again under the viewer's rights, and
 * the text it shows is what it was found by. Talks are long: the first `shown` carry what was said around the hit, the
 * others only count.
 */
export async function found(
	viewer: Viewer,
	question: Question,
	limit: number,
	{ kinds = kindsFor(viewer), shown = () => limit }: { kinds?: readonly string[]; shown?: (kind: string) => number } = {},
): Promise<Array<{ kind: string; cards: Card[] }>> {
	const ids = await candidates(
		viewer,
		question,
		kindsFor(viewer).filter((kind) => kinds.includes(kind)),
		limit,
	);
	const groups = [...ids].map(async ([kind, those]) => ({ kind, cards: await cardsFound(viewer, question, kind, those, shown(kind)) }));
	return (await Promise.all(groups)).filter(({ cards }) => cards.length > 0);
}

async function cardsFound(viewer: Viewer, question: Question, kind: string, ids: readonly string[], shown: number): Promise<Card[]> {
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

/**
 * What narrows a search to a district. Firms, sites, properties and the district itself lie there in the index; of the
 * others, which lie nowhere, the records that concern it: owners by their land, people by where they work, texts by
 * the firm, the owner or the talk.
 */
function inDistrict(kind: string, { id, no }: NonNullable<Question['district']>): Pick<Wanted, 'districtNo' | 'records'> {
	const those = kindOf(kind).found?.inDistrict;
	return those ? { records: those(id) } : { districtNo: no };
}

/** Kind → ids, in a statement or two whatever is asked and however much there is: a number goes before words, the beginning of a word before its inside. */
async function candidates(
	viewer: Viewer,
	{ tokens, numbers, district }: Question,
	kinds: readonly string[],
	limit: number,
): Promise<Map<string, string[]>> {
	const audiences = audiencesOf(viewer);
	const wanted = kinds.map((kind): Wanted => {
		const drawer = { kind, drawer: kindOf(kind).found?.drawer ?? 0 };
		const first = isText(kind) ? undefined : tokens.join(' ');
		// A firm stands in the index once for every district it has sites in.
		return { kind: drawer, audiences, first, limit: limit * 2, ...(district && inDistrict(kind, district)) };
	});
	const found = new Map<string, Set<string>>(kinds.map((kind) => [kind, new Set()]));
	const has = ({ kind }: Wanted) => found.get(kind.kind)?.size ?? 0;
	const add = (answers: Answers) => {
		for (const [kind, ids] of answers) for (const id of ids) found.get(kind)?.add(id);
	};
	const byNumber = wanted.map((one) => (one.first === undefined ? one : { ...one, first: '' }));
	const lists = numbers.map((number) => [number]);
	if (lists.length > 0) add(await entriesBeginning(lists, byNumber));
	const others = wanted.filter((one) => has(one) === 0);
	add(await entriesBeginning([tokens], others));
	// Parts of compound words are looked for in texts where few say the word itself.
	const isEnough = (one: Wanted) => has(one) >= (one.first === undefined ? FEW_TEXTS : limit);
	const few = wanted.filter((one) => !isEnough(one) && (one.first !== undefined || tokens.some(isPart)));
	add(await entriesContaining(tokens, few));
	return new Map([...found].flatMap(([kind, ids]) => (ids.size > 0 ? [[kind, [...ids].slice(0, limit)]] : [])));
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
