import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import type { Fact } from '#app/ui/record-head.tsx';
import { isTimelineFiltered } from '../timeline-filters.ts';
import type { TimelineShown } from '../timeline-page.server.ts';
import { Timeline } from './timeline.tsx';
import { TimelineFilters } from './timeline-filters.tsx';

interface TimelineSectionProps {
	timeline: TimelineShown;
	title?: string;
	leadsWithFirm?: boolean;
	/** Ids of what the page is about: named by its heading, not by each entry again. */
	without?: readonly string[];
}

/** A record's timeline with its filters and pages. The filters wait until there is something to filter. */
export function TimelineSection({ timeline, title = m.companies_talks(), ...shown }: TimelineSectionProps) {
	const { entries, state, next, newest, all } = timeline;
	const isFiltered = isTimelineFiltered(state);
	const hasMany = entries.length > 2 || next !== null || newest !== null;
	return (
		<Section
			title={title}
			none={entries.length === 0 && noneWords(isFiltered || newest !== null, next !== null)}
			actions={
				entries.length === 0 &&
				isFiltered && (
					<ButtonLink to={all} size="sm" variant="quiet">
						{m.dialogues_list_clear()}
					</ButtonLink>
				)
			}
		>
			{(isFiltered || hasMany) && <TimelineFilters {...timeline} />}
			{entries.length > 0 && <Timeline entries={entries} {...shown} />}
			<KeysetPages previous={newest} next={next} label={m.dialogues_timeline_pages()} />
		</Section>
	);
}

function noneWords(isNarrowed: boolean, isMoreBehind: boolean): string {
	if (!isNarrowed) return m.dialogues_timeline_empty();
	return isMoreBehind ? m.dialogues_timeline_none_yet() : m.dialogues_timeline_none();
}

/** When somebody of the municipality last talked with them. */
export const lastTalk = (on: string | null | undefined): Fact => ({
	label: m.companies_last_talk(),
	value: on ? formatDay(on) : m.companies_never(),
});
