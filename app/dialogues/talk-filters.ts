import { type Cursor, cursorFrom, cursorText } from '#app/http/cursor.ts';
import { CHANNELS, type Channel } from '#db/vocabulary.ts';

export const PERIODS = ['7', '30', '90', '365'] as const;
export type Period = (typeof PERIODS)[number];

/** What the list of talks shows: the whole state of its address. */
export interface TalkListState {
	/** A district's slug. */
	district: string | null;
	topic: string | null;
	person: string | null;
	channel: Channel | null;
	/** Days back from today. */
	period: Period | null;
	before: Cursor | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function talkListState(search: URLSearchParams): TalkListState {
	const id = (name: string) => (/^[0-9a-f-]{36}$/.test(search.get(name) ?? '') ? search.get(name) : null);
	return {
		district: search.get('district')?.slice(0, 80) || null,
		topic: id('topic'),
		person: id('person'),
		channel: CHANNELS.find((channel) => channel === search.get('channel')) ?? null,
		period: PERIODS.find((period) => period === search.get('period')) ?? null,
		before: cursorFrom(search.get('before')),
	};
}

export const isFiltered = ({ district, topic, person, channel, period }: TalkListState): boolean =>
	Boolean(district || topic || person || channel || period);

/** The address of a state. */
export const talkListParams = (state: Partial<TalkListState>): Record<string, string | undefined> => ({
	district: state.district ?? undefined,
	topic: state.topic ?? undefined,
	person: state.person ?? undefined,
	channel: state.channel ?? undefined,
	period: state.period ?? undefined,
	before: state.before ? cursorText(state.before) : undefined,
});
