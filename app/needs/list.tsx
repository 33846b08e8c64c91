import { formatDay, formatDayShort, named, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { groupOptions } from '#app/skills/skills.ts';
import { Badge } from '#app/ui/badge.tsx';
import { NEED_STATES } from '#db/vocabulary.ts';
import { figuresOf, NEED_TONE } from './components/need-list.tsx';
import { needStateLabel, needStateOptions } from './labels.ts';
import type { NeedLine } from './queries.server.ts';

// The list of needs: its filters and its columns. Browser-safe.

/** A need as the list shows it, with where its row leads. */
export type NeedRow = Pick<
	NeedLine,
	'id' | 'wording' | 'skill' | 'level' | 'people' | 'byOn' | 'certainty' | 'state' | 'company' | 'districtName'
> & { href: string | null };

/** Days from today within which the people are needed. */
const HORIZONS: Record<string, () => string> = {
	30: m.dialogues_need_within_30,
	90: m.dialogues_need_within_90,
	180: m.dialogues_need_within_180,
	365: m.dialogues_need_within_365,
};

export const NEED_LIST = {
	name: 'needs',
	path: paths.needs,
	title: m.dialogues_needs,
	filterLabel: m.dialogues_needs_filter,
	pagesLabel: m.dialogues_needs_pages,
	filters: {
		district: { label: m.dialogues_list_district, accepts: /^[a-z0-9-]{1,80}$/ },
		group: { label: m.dialogues_need_group, accepts: /^[a-z][a-z_]{0,59}$/, options: groupOptions },
		skill: { label: m.dialogues_need_skill, accepts: /^[0-9a-f-]{36}$/ },
		within: {
			label: m.dialogues_need_by,
			accepts: Object.keys(HORIZONS),
			options: () => Object.entries(HORIZONS).map(([value, label]) => ({ value, label: label() })),
		},
		state: {
			label: m.dialogues_need_state,
			accepts: [...NEED_STATES.filter((state) => state !== 'open'), 'all'],
			any: m.dialogues_need_open,
			options: () => [...needStateOptions().filter(({ value }) => value !== 'open'), { value: 'all', label: m.dialogues_need_state_all() }],
		},
	},
	sorts: ['day'],
	href: ({ href }) => href,
	columns: [
		{
			key: 'what',
			label: m.dialogues_list_what,
			text: ({ wording }) => wording,
			cell: ({ state }) => state !== 'open' && <Badge tone={NEED_TONE[state]}>{needStateLabel(state)}</Badge>,
		},
		{
			key: 'firm',
			label: m.dialogues_subject_company,
			text: ({ company }) => company.name,
			cell: ({ company }) => <a href={paths.company(company.id)}>{company.name}</a>,
		},
		{ key: 'district', label: m.dialogues_list_district, text: ({ districtName }) => districtName, look: 'quiet', from: 'xl' },
		{ key: 'facts', label: m.dialogues_list_facts, text: figuresOf, look: 'wrap' },
		{ key: 'skill', label: m.dialogues_need_skill, text: ({ skill }) => skill && named(skill), isExportOnly: true },
		{ key: 'state', label: m.dialogues_need_state, text: ({ state }) => needStateLabel(state), isExportOnly: true },
		{ key: 'due', label: m.dialogues_need_by, text: ({ byOn }) => byOn && formatDay(byOn), cell: dueOf, look: 'fit', isNamed: true },
	],
} as const satisfies List<NeedRow>;

function dueOf({ byOn, state }: NeedRow) {
	if (!byOn) return null;
	return state === 'open' && byOn < today() ? <Badge tone="warning">{formatDay(byOn)}</Badge> : formatDayShort(byOn, today());
}
