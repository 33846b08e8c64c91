import { m } from '#app/i18n/paraglide/messages.js';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { isTimelineFiltered } from '../timeline-filters.ts';
import type { TimelineShown } from '../timeline-page.server.ts';
import { Timeline } from './timeline.tsx';
import { TimelineFilters } from './timeline-filters.tsx';

interface FilteredTimelineProps {
	timeline: TimelineShown;
	label?: string;
	leadsWithFirm?: boolean;
	/** Ids of what the page is about: named by its heading, not by each entry again. */
	without?: readonly string[];
}

/** A record's timeline with its filters and pages. The filters wait until there is something to filter. */
export function FilteredTimeline({ timeline, ...shown }: FilteredTimelineProps) {
	const { entries, state, next, newest, all } = timeline;
	const isFiltered = isTimelineFiltered(state);
	const hasMany = entries.length > 2 || next !== null || newest !== null;
	return (
		<>
			{(isFiltered || hasMany) && <TimelineFilters {...timeline} />}
			{entries.length === 0 && (isFiltered || newest) ? (
				<EmptyState
					title={m.dialogues_timeline_none_title()}
					text={next ? m.dialogues_timeline_none_yet() : m.dialogues_timeline_none_text()}
					action={isFiltered ? <ButtonLink to={all}>{m.dialogues_list_clear()}</ButtonLink> : undefined}
				/>
			) : (
				<Timeline entries={entries} {...shown} />
			)}
			<KeysetPages previous={newest} next={next} label={m.dialogues_timeline_pages()} />
		</>
	);
}
