import { dayOrText } from '#app/days/day-words.ts';
import type { Editable } from '#app/editing/editable.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { FollowUpInput } from './follow-up.ts';
import { dayTyped } from './follow-up-words.ts';
import { kindOptions } from './labels.ts';

// What the form shows of a follow-up, and what its fields are called where two people's changes meet. Browser-safe.

/** `unitId` where there is a choice of units, else null. */
type Stored = Omit<FollowUpInput, 'id' | 'companyId' | 'landownerId' | 'dialogueId'>;

/** The values of the form's controls. */
const valuesOf = ({ kind, text, dueOn, dueAtTime, assigneeId, contactId, goAheadReason, unitId }: Stored) => ({
	...{ kind, text, assigneeId },
	due: dayTyped(dueOn),
	dueAtTime: dueAtTime ?? '',
	contactId: contactId ?? '',
	goAheadReason: goAheadReason ?? '',
	...(unitId && { unitId }),
});

const LABEL: Record<string, () => string> = {
	kind: () => m.dialogues_follow_up_kind(),
	text: () => m.dialogues_follow_up_text(),
	due: () => m.dialogues_follow_up_due_field(),
	dueAtTime: () => m.dialogues_held_at_time(),
	assigneeId: () => m.dialogues_follow_up_assignee(),
	contactId: () => m.dialogues_follow_up_to(),
	goAheadReason: () => m.dialogues_guard_reason(),
	unitId: () => m.dialogues_unit(),
};

const followUpFieldLabel = (field: string): string => LABEL[field]?.() ?? field;

type Choice = ReadonlyArray<{ id: string; name: string }>;
type UnitChoice = ReadonlyArray<{ unitId: string; unitName: string }>;

/** Labels of the clash panel, with words for the fields that carry a code or an id. */
export function followUpClashLabels({ people, contacts, units }: { people: Choice; contacts: Choice; units: UnitChoice }): ClashLabels {
	const nameIn = (choices: Choice) => (wanted: string) => choices.find(({ id }) => id === wanted)?.name ?? wanted;
	const plain = Object.fromEntries(Object.keys(LABEL).map((field) => [field, { label: followUpFieldLabel(field) }]));
	return {
		...plain,
		kind: { label: followUpFieldLabel('kind'), words: (kind) => kindOptions().find(({ value }) => value === kind)?.label ?? kind },
		assigneeId: { label: followUpFieldLabel('assigneeId'), words: nameIn(people) },
		contactId: { label: followUpFieldLabel('contactId'), words: nameIn(contacts) },
		unitId: { label: followUpFieldLabel('unitId'), words: nameIn(units.map(({ unitId, unitName }) => ({ id: unitId, name: unitName }))) },
	};
}

export const FOLLOW_UP_EDIT: Editable<Stored & { version: number }> = {
	kind: 'followUp',
	shown: (stored) => ({ version: stored.version, values: valuesOf(stored) }),
	labels: () => followUpClashLabels({ people: [], contacts: [], units: [] }),
	readings: { due: (typed) => dayOrText(typed, today()) },
	chainNames: { due: 'dueOn' },
};
