import { type Shown, shownAs } from '#app/http/merge.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { SubjectHit } from '#app/subjects/hits.server.ts';
import { channelLabel } from '#app/touches/labels.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { CHANNELS, CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import { reasonLabel } from './labels.ts';
import type { TalkInFull } from './queries.server.ts';

/** The subjects of a talk as its form shows them: the first by its name and site, the others as chips. */
export interface SubjectsShown {
	first: SubjectHit | null;
	/** Of the first, where there is a choice. */
	siteId: string | null;
	more: SubjectHit[];
}

/** What the merge of two people's edits compares. Needs, positions and matters merge by rows of their own. */
export const talkAsShown = (talk: TalkInFull, subjects: SubjectsShown): Shown => shownAs(talk.version, talkValues(talk, subjects));

/** A talk as its form shows it. */
export function talkValues(talk: TalkInFull, { first, siteId, more }: SubjectsShown) {
	const { channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, journalReference } = talk;
	const ids = (records: ReadonlyArray<{ id: string }>) => records.map(({ id }) => id);
	return {
		...{ channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, journalReference, siteId },
		firm: first?.name ?? '',
		alsoIds: more.map(({ ref }) => ref),
		unitId: talk.unit.id,
		topicIds: ids(talk.topics),
		goalIds: ids(talk.goals),
		contactIds: ids(talk.contacts),
		colleagueIds: ids(talk.colleagues),
		// Where something is agreed the form has no such box.
		hasNoNextStep: talk.hasNoNextStep && talk.followUps.length === 0 ? 'on' : '',
	};
}

const LABELS: Readonly<Record<string, () => string>> = {
	firm: () => m.dialogues_firm(),
	siteId: () => m.dialogues_site(),
	alsoIds: () => m.dialogues_also_chosen(),
	channel: () => m.dialogues_channel(),
	heldOn: () => m.dialogues_held_on(),
	heldAtTime: () => m.dialogues_held_at_time(),
	note: () => m.dialogues_note(),
	assessment: () => m.dialogues_assessment(),
	confidentiality: () => m.dialogues_confidentiality(),
	confidentialityReason: () => m.dialogues_reason(),
	journalReference: () => m.dialogues_journal(),
	unitId: () => m.dialogues_unit(),
	topicIds: () => m.dialogues_topics(),
	goalIds: () => m.dialogues_goals(),
	contactIds: () => m.dialogues_people(),
	colleagueIds: () => m.dialogues_colleagues(),
	hasNoNextStep: () => m.dialogues_no_next_step(),
};
export const talkFieldLabel = (field: string): string => LABELS[field]?.() ?? field;

/** What the panel of a conflict calls the fields, and their codes in words. */
export function talkClashLabels({
	units,
	first,
}: {
	units: ReadonlyArray<{ unitId: string; unitName: string }>;
	first: SubjectHit | null;
}): ClashLabels {
	const words: Readonly<Record<string, (value: string) => string>> = {
		channel: (value) => named(CHANNELS, value, channelLabel),
		heldOn: (value) => (value ? formatDay(value) : ''),
		confidentiality: (value) => (value === 'confidential' ? m.dialogues_confidential() : m.dialogues_confidentiality_open()),
		confidentialityReason: (value) => named(CONFIDENTIALITY_REASONS, value, reasonLabel),
		unitId: (value) => units.find(({ unitId }) => unitId === value)?.unitName ?? value,
		siteId: (value) => first?.sites.find(({ id }) => id === value)?.label ?? m.dialogues_site_main(),
		hasNoNextStep: (value) => (value === 'on' ? m.dialogues_no_next_step() : ''),
	};
	return Object.fromEntries(Object.entries(LABELS).map(([field, label]) => [field, { label: label(), words: words[field] }]));
}

function named<Known extends string>(known: readonly Known[], value: string, label: (one: Known) => string): string {
	const one = known.find((candidate) => candidate === value);
	return one ? label(one) : value;
}
