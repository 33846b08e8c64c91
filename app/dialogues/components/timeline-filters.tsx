import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { channelOptions } from '#app/touches/labels.ts';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { isTimelineFiltered, type TimelineState } from '../timeline-filters.ts';

interface TimelineFiltersProps {
	state: TimelineState;
	topics: ReadonlyArray<{ id: string; nameDa: string; nameEn: string }>;
	people: ReadonlyArray<{ id: string; name: string }>;
	/** Address of the timeline without filters. */
	all: string;
}

/** Narrows a timeline by topic, person and kind of talk: a GET form of the page it stands on, folded away on a phone. */
export function TimelineFilters({ state, topics, people, all }: TimelineFiltersProps) {
	const any = m.dialogues_list_any();
	return (
		<FilterBar label={m.dialogues_timeline_filter()} reset={isTimelineFiltered(state) ? all : undefined}>
			<FilterSelect
				name="topic"
				label={m.dialogues_list_topic()}
				value={state.topic ?? ''}
				any={any}
				options={topics.map((topic) => ({ value: topic.id, label: named(topic) }))}
			/>
			<FilterSelect
				name="person"
				label={m.dialogues_timeline_person()}
				value={state.person ?? ''}
				any={any}
				options={people.map(({ id, name }) => ({ value: id, label: name }))}
			/>
			<FilterSelect name="kind" label={m.dialogues_list_channel()} value={state.kind ?? ''} any={any} options={channelOptions()} />
		</FilterBar>
	);
}
