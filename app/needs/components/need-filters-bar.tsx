import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { groupOptions } from '#app/skills/skills.ts';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { needStateOptions } from '../labels.ts';
import { isNeedListFiltered, NEED_HORIZONS, type NeedHorizon, type NeedListState } from '../list-filters.ts';

const WITHIN: Record<NeedHorizon, () => string> = {
	'30': () => m.dialogues_need_within_30(),
	'90': () => m.dialogues_need_within_90(),
	'180': () => m.dialogues_need_within_180(),
	'365': () => m.dialogues_need_within_365(),
};

interface NeedFiltersBarProps {
	state: NeedListState;
	districts: ReadonlyArray<{ slug: string; name: string }>;
	skills: ReadonlyArray<{ id: string; nameDa: string; nameEn: string }>;
}

export function NeedFiltersBar({ state, districts, skills }: NeedFiltersBarProps) {
	const any = m.dialogues_list_any();
	const states = [...needStateOptions().filter(({ value }) => value !== 'open'), { value: 'all', label: m.dialogues_need_state_all() }];
	return (
		<FilterBar label={m.dialogues_needs_filter()} reset={isNeedListFiltered(state) ? paths.needs() : undefined}>
			<FilterSelect
				name="district"
				label={m.dialogues_list_district()}
				value={state.district ?? ''}
				any={any}
				options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
			<FilterSelect name="group" label={m.dialogues_need_group()} value={state.group ?? ''} any={any} options={groupOptions()} />
			<FilterSelect
				name="skill"
				label={m.dialogues_need_skill()}
				value={state.skill ?? ''}
				any={any}
				options={skills.map((skill) => ({ value: skill.id, label: named(skill) }))}
			/>
			<FilterSelect
				name="within"
				label={m.dialogues_need_by()}
				value={state.within ?? ''}
				any={any}
				options={NEED_HORIZONS.map((value) => ({ value, label: WITHIN[value]() }))}
			/>
			<FilterSelect
				name="state"
				label={m.dialogues_need_state()}
				value={state.state === 'open' ? '' : state.state}
				any={m.dialogues_need_open()}
				options={states}
			/>
		</FilterBar>
	);
}
