import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Card } from '#app/record/card.ts';
import { kindOf } from '#app/record/declared.server.ts';
import type { IconName } from '#app/ui/icon.tsx';
import { type Command, intentOf, logTalk, newThingsFor, placesToGo, saying, searchArchive } from './commands.ts';
import { shelfOf, shelfTest } from './favourites.server.ts';
import { found, isText, rankOf } from './find.server.ts';
import { type Question, questionFrom } from './question.ts';
import { snippetOf } from './snippet.ts';

/** A line of the palette: where it leads, and what it is. */
export interface Option {
	id: string;
	label: string;
	detail: string;
	to: string;
	icon: IconName;
	/** The kind of record, or why it stands here. */
	note: string;
}

/** Records shown, texts among them, and commands behind them. */
const RECORDS = 10;
const TEXTS = 4;
const COMMANDS = 4;
const PER_KIND = 12;

/** What the palette offers for what is typed: with nothing, favourites and what was opened last. Commands stand in the same list. */
export async function optionsFor(viewer: Viewer, typed: string): Promise<Option[]> {
	const { verb, rest } = intentOf(typed);
	if (!typed.trim()) return [...(await shelf(viewer)), ...logTalk(viewer).map(asOption), ...newThingsFor(viewer).slice(0, 3).map(asOption)];
	const question = questionFrom(verb === 'find' ? typed : rest);
	if (verb === 'log') return [...(await talksWith(viewer, question)), ...(rest ? [] : logTalk(viewer).map(asOption))];
	if (verb === 'new') {
		const things = newThingsFor(viewer, rest);
		const asked = saying(things, rest);
		return [...(asked.length > 0 ? asked : things.slice(-1)).map(asOption), ...(await records(viewer, questionFrom(typed))).slice(0, 3)];
	}
	const places = saying(placesToGo(viewer), rest).map(asOption);
	if (verb === 'go') return [...places, ...(await records(viewer, question))];
	const hits = await records(viewer, question);
	const deeds = [...logTalk(viewer), ...placesToGo(viewer), ...newThingsFor(viewer)];
	const asked = saying(deeds, typed).slice(0, COMMANDS).map(asOption);
	return [...hits, ...asked, ...(hits.length === 0 && question ? [asOption(searchArchive(typed.trim()))] : [])];
}

const asOption = (command: Command): Option => ({ ...command, detail: '', note: m.search_command() });
const optionOf = (card: Card, note = kindOf(card.kind).one(), icon = kindOf(card.kind).icon): Option => ({
	...{ id: `${card.kind}-${card.id}`, label: card.title, detail: card.detail, to: card.to, icon, note },
});

async function shelf(viewer: Viewer): Promise<Option[]> {
	const { favourites, recent } = await shelfOf(viewer);
	return [
		...favourites.slice(0, 8).map((card) => optionOf(card, m.search_favourite(), 'star')),
		...recent.slice(0, 8).map((card) => optionOf(card, m.search_recently())),
	];
}

/** The best records of all kinds: by how well the name fits, what one opened lately first; a site gives way to its firm. */
async function bestCards(viewer: Viewer, question: Question | null): Promise<Card[]> {
	if (!question) return [];
	const [groups, isKnown] = await Promise.all([found(viewer, question, PER_KIND, { shown: () => TEXTS }), shelfTest(viewer)]);
	const cards = groups.flatMap((group) => group.cards);
	const firms = new Set(cards.filter(({ kind }) => kind === 'company').map(({ id }) => id));
	const names = cards
		.filter(({ kind, companyId }) => !isText(kind) && !(companyId && firms.has(companyId)))
		.map((card, at) => ({ card, at, rank: rankOf(card, question) - (isKnown(card) ? 0.5 : 0) }))
		.sort((a, b) => a.rank - b.rank || a.at - b.at)
		.map(({ card }) => card);
	const texts = cards
		.filter(({ kind }) => isText(kind))
		.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
		.slice(0, TEXTS);
	return [...names.slice(0, RECORDS - Math.min(texts.length, TEXTS)), ...texts];
}

async function records(viewer: Viewer, question: Question | null): Promise<Option[]> {
	const cards = await bestCards(viewer, question);
	const [first] = cards;
	const talk = first && can(viewer, 'log', 'dialogue') ? talkWith(first) : [];
	return [...cards.map((card) => optionOf({ ...card, detail: detailOf(card, question) })), ...talk];
}

/** Of texts, the words around what was asked for, where they say more than the title. */
function detailOf({ title, detail, text }: Card, question: Question | null): string {
	if (!question || text === undefined || text === title) return detail;
	const said = snippetOf(text, [...question.tokens, ...question.numbers]).map((piece) => piece.text);
	return [detail, said.join('')].filter(Boolean).join(' · ');
}

async function talksWith(viewer: Viewer, question: Question | null): Promise<Option[]> {
	if (!can(viewer, 'log', 'dialogue')) return [];
	const cards = question ? await bestCards(viewer, question) : (await shelfOf(viewer)).recent;
	return cards.flatMap(talkWith).slice(0, RECORDS);
}

/** The talk form with this firm, owner or person filled in. */
function talkWith({ kind, id, title, detail, talk: to }: Card): Option[] {
	return to ? [{ id: `log-${kind}-${id}`, label: m.search_log_with({ name: title }), detail, to, icon: 'dialogue', note: m.search_command() }] : [];
}
