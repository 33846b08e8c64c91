import type { Viewer } from '#app/auth/viewer.ts';
import type { TimelineScope } from '#db/vocabulary.ts';
import type { TalkEntry } from './parts.server.ts';
import { programmeChoices, talkers } from './queries.server.ts';
import { type TimelineState, timelineAddress, timelineState } from './timeline-filters.ts';
import { timelineOf } from './timelines.server.ts';

/** A timeline as a record's page shows it: one page of talks, the filters and their choices, the ways on and back. */
export interface TimelineShown {
	entries: TalkEntry[];
	state: TimelineState;
	topics: Array<{ id: string; nameDa: string; nameEn: string }>;
	/** People who log talks. */
	people: Array<{ id: string; name: string }>;
	/** Address of the older talks; null on the last page. */
	next: string | null;
	/** Address of the latest ones; null on the first page. */
	newest: string | null;
	/** Address without filters. */
	all: string;
}

/** The timeline of one scope as the address of its page asks for it: `?topic=&person=&kind=&after=`. */
export async function timelineShown(
	viewer: Viewer,
	scope: { kind: TimelineScope; id: string },
	request: Request,
	{ limit }: { limit?: number } = {},
): Promise<TimelineShown> {
	const { pathname, searchParams } = new URL(request.url);
	const path = pathname.replace(/\.data$/, '');
	const state = timelineState(searchParams);
	const filter = { topicId: state.topic, personId: state.person, kind: state.kind, after: state.after };
	const [{ entries, next }, { topics }, people] = await Promise.all([
		timelineOf(viewer, scope, { ...filter, ...(limit && { limit }) }),
		programmeChoices(),
		talkers(viewer),
	]);
	return {
		entries,
		state,
		topics: topics.map(({ id, nameDa, nameEn }) => ({ id, nameDa, nameEn })),
		people,
		next: next && timelineAddress(path, state, next),
		newest: state.after && timelineAddress(path, state),
		all: path,
	};
}
