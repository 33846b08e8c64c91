import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { channelOptions } from '#app/touches/channel-labels.ts';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { isFiltered, PERIODS, type Period, type TalkListState } from '../talk-filters.ts';

const PERIOD: Record<Period, () => string> = {
	'7': () => m.dialogues_period_7(),
	'30': () => m.dialogues_period_30(),
	'90': () => m.dialogues_period_90(),
	'365': () => m.dialogues_period_365(),
};

interface TalkFiltersBarProps {
	state: TalkListState;
	districts: ReadonlyArray<{ slug: string; name: string }>;
	topics: ReadonlyArray<{ id: string; nameDa: string; nameEn: string }>;
	people: ReadonlyArray<{ id: string; name: string }>;
}

export function TalkFiltersBar({ state, districts, topics, people }: TalkFiltersBarProps) {
	const any = m.dialogues_list_any();
	const choices = [
		{
			name: 'district',
			label: m.dialogues_list_district(),
			value: state.district,
			options: districts.map(({ slug, name }) => ({ value: slug, label: name })),
		},
		{
			name: 'topic',
			label: m.dialogues_list_topic(),
			value: state.topic,
			options: topics.map((topic) => ({ value: topic.id, label: named(topic) })),
		},
		{ name: 'person', label: m.dialogues_list_person(), value: state.person, options: people.map(({ id, name }) => ({ value: id, label: name })) },
		{ name: 'channel', label: m.dialogues_list_channel(), value: state.channel, options: channelOptions() },
		{ name: 'period', label: m.dialogues_list_period(), value: state.period, options: PERIODS.map((value) => ({ value, label: PERIOD[value]() })) },
	];
	return (
		<FilterBar label={m.dialogues_list_filter()} reset={isFiltered(state) ? paths.dialogues() : undefined}>
			{choices.map(({ value, ...choice }) => (
				<FilterSelect key={choice.name} {...choice} value={value ?? ''} any={any} />
			))}
		</FilterBar>
	);
}
