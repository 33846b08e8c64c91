import { dayOrText } from '#app/days/day-words.ts';
import type { Editable } from '#app/editing/editable.ts';
import type { SiteChoice } from '#app/harvest/harvest.ts';
import { shownAs } from '#app/http/merge.ts';
import { formatDay, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { Certainty, NeedState } from '#db/vocabulary.ts';
import { certaintyOptions, levelOptions, needStateOptions } from './labels.ts';
import { WHOLE_FIRM } from './need.ts';

// What the edit form shows of a need, and what its fields are called where two people's changes meet. Browser-safe.

interface Stored {
	wording: string;
	level: number | null;
	people: number | null;
	byOn: string | null;
	certainty: Certainty;
	state: NeedState;
	site: { id: string } | null;
}

const needValues = ({ wording, level, people, byOn, certainty, state, site }: Stored) => ({
	...{ wording, certainty, state },
	level: level === null ? '' : String(level),
	people: people === null ? '' : String(people),
	by: byOn ? formatDay(byOn) : '',
	siteId: site?.id ?? WHOLE_FIRM,
});

const LABEL: Record<string, () => string> = {
	wording: () => m.dialogues_need_wording(),
	siteId: () => m.dialogues_site(),
	level: () => m.dialogues_need_level(),
	people: () => m.dialogues_need_people(),
	by: () => m.dialogues_need_by(),
	certainty: () => m.dialogues_need_certainty_field(),
	state: () => m.dialogues_need_state(),
};
const needFieldLabel = (field: string): string => LABEL[field]?.() ?? field;

/** Labels of the clash panel, with words for the fields that carry a code. */
export function needClashLabels(sites: readonly SiteChoice[]): ClashLabels {
	const wordsIn = (options: ReadonlyArray<{ value: string; label: string }>) => (wanted: string) =>
		options.find(({ value }) => value === wanted)?.label ?? wanted;
	const plain = Object.fromEntries(Object.keys(LABEL).map((field) => [field, { label: needFieldLabel(field) }]));
	return {
		...plain,
		siteId: {
			label: needFieldLabel('siteId'),
			words: (wanted) => (wanted === WHOLE_FIRM ? m.dialogues_need_site_whole_firm() : (sites.find(({ id }) => id === wanted)?.label ?? wanted)),
		},
		level: { label: needFieldLabel('level'), words: wordsIn(levelOptions()) },
		certainty: { label: needFieldLabel('certainty'), words: wordsIn(certaintyOptions()) },
		state: { label: needFieldLabel('state'), words: wordsIn(needStateOptions()) },
	};
}

export const NEED_EDIT: Editable<Stored & { version: number }> = {
	kind: 'need',
	shown: (need) => shownAs(need.version, needValues(need)),
	labels: () => needClashLabels([]),
	readings: { by: (typed) => dayOrText(typed, today()) },
	chainNames: { by: 'byOn' },
};
