import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';

// What the edit form shows of a matter, and what its fields are called where two people's changes meet. Browser-safe.

interface Stored {
	title: string;
	topicId: string | null;
	districtId: string | null;
	ownerId: string;
	outcome: string | null;
}

const issueValues = ({ title, topicId, districtId, ownerId, outcome }: Stored) => ({
	title,
	topicId: topicId ?? '',
	districtId: districtId ?? '',
	ownerId,
	outcome: outcome ?? '',
});

const LABEL: Record<string, () => string> = {
	title: () => m.dialogues_issue_title(),
	topicId: () => m.dialogues_issue_topic(),
	districtId: () => m.dialogues_list_district(),
	ownerId: () => m.dialogues_issue_owner(),
	outcome: () => m.dialogues_issue_outcome(),
};
const issueFieldLabel = (field: string): string => LABEL[field]?.() ?? field;

type Choice = ReadonlyArray<{ value: string; label: string }>;

/** Labels of the clash panel, with words for the fields that carry an id. */
export function issueClashLabels(choices: { topics: Choice; districts: Choice; people: Choice }): ClashLabels {
	const wordsIn = (options: Choice) => (wanted: string) => options.find(({ value }) => value === wanted)?.label ?? wanted;
	const plain = Object.fromEntries(Object.keys(LABEL).map((field) => [field, { label: issueFieldLabel(field) }]));
	return {
		...plain,
		topicId: { label: issueFieldLabel('topicId'), words: wordsIn(choices.topics) },
		districtId: { label: issueFieldLabel('districtId'), words: wordsIn(choices.districts) },
		ownerId: { label: issueFieldLabel('ownerId'), words: wordsIn(choices.people) },
	};
}

export const ISSUE_EDIT: Editable<Stored & { version: number }> = {
	kind: 'issue',
	shown: (issue) => shownAs(issue.version, issueValues(issue)),
	labels: () => issueClashLabels({ topics: [], districts: [], people: [] }),
};
