import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { kindOptions, quarterLabel } from '../labels.ts';
import { FOLLOW_UP_LISTS, type FollowUpListName, type FollowUpListState, isFollowUpListFiltered, stateOf } from '../list-filters.ts';

const LIST: Record<FollowUpListName, () => string> = {
	open: () => m.dialogues_follow_ups_open_all(),
	overdue: () => m.dialogues_follow_ups_overdue(),
	done: () => m.dialogues_follow_ups_done(),
	broken: () => m.dialogues_follow_ups_broken(),
	dropped: () => m.dialogues_follow_ups_dropped(),
};

interface FollowUpFiltersBarProps {
	state: FollowUpListState;
	people: ReadonlyArray<{ id: string; name: string }>;
	units: ReadonlyArray<{ id: string; name: string }>;
	/** Offered where something was settled. */
	quarters: readonly string[];
}

export function FollowUpFiltersBar({ state, people, units, quarters }: FollowUpFiltersBarProps) {
	const any = m.dialogues_list_any();
	const named = (rows: ReadonlyArray<{ id: string; name: string }>) => rows.map(({ id, name }) => ({ value: id, label: name }));
	return (
		<FilterBar label={m.dialogues_follow_ups_filter()} reset={isFollowUpListFiltered(state) ? paths.followUps() : undefined}>
			<FilterSelect
				name="list"
				label={m.dialogues_follow_ups_list()}
				value={state.list === 'open' ? '' : state.list}
				any={LIST.open()}
				options={FOLLOW_UP_LISTS.filter((list) => list !== 'open').map((value) => ({ value, label: LIST[value]() }))}
			/>
			<FilterSelect name="kind" label={m.dialogues_follow_ups_kind()} value={state.kind ?? ''} any={any} options={kindOptions()} />
			<FilterSelect name="person" label={m.dialogues_follow_ups_person()} value={state.person ?? ''} any={any} options={named(people)} />
			<FilterSelect name="unit" label={m.dialogues_follow_ups_unit()} value={state.unit ?? ''} any={any} options={named(units)} />
			{stateOf(state.list) !== 'open' && (
				<FilterSelect
					name="quarter"
					label={m.dialogues_follow_ups_quarter()}
					value={state.quarter ?? ''}
					any={any}
					options={quarters.map((value) => ({ value, label: quarterLabel(value) }))}
				/>
			)}
		</FilterBar>
	);
}
