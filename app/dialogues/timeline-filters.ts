import { CHANNELS, type Channel } from '#db/vocabulary.ts';

/** What a timeline shows: the whole state of its address. */
export interface TimelineState {
	topic: string | null;
	person: string | null;
	kind: Channel | null;
	/** The talks behind this place; null = the latest. */
	after: string | null;
}

/** The timeline's state from its page's address; whatever is unknown or malformed counts as not given. */
export function timelineState(search: URLSearchParams): TimelineState {
	const id = (name: string) => (/^[0-9a-f-]{36}$/.test(search.get(name) ?? '') ? search.get(name) : null);
	return {
		topic: id('topic'),
		person: id('person'),
		kind: CHANNELS.find((channel) => channel === search.get('kind')) ?? null,
		after: search.get('after') || null,
	};
}

export const isTimelineFiltered = ({ topic, person, kind }: TimelineState): boolean => Boolean(topic || person || kind);

/** The address of a page of the timeline: the filters kept, `after` put, everything else on the page let go. */
export function timelineAddress(path: string, { topic, person, kind }: TimelineState, after: string | null = null): string {
	const given = Object.entries({ topic, person, kind, after }).filter((pair): pair is [string, string] => Boolean(pair[1]));
	const query = new URLSearchParams(given);
	return query.size > 0 ? `${path}?${query}` : path;
}
