import { type Shown, shownAs } from '#app/http/merge.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { COMMITMENT_KINDS, type CommitmentKind } from '#db/vocabulary.ts';
import { commitmentLabel } from './labels.ts';

interface Commitment {
	version: number;
	kind: CommitmentKind;
	places: number | null;
	note: string | null;
	fromOn: string;
	toOn: string | null;
}

/** A commitment as its form shows it. */
export const commitmentValues = ({ kind, places, note, fromOn, toOn }: Omit<Commitment, 'version'>) => ({
	kind,
	places: places === null ? null : String(places),
	note,
	fromOn,
	toOn,
});

/** What the merge of two people's edits compares. */
export const commitmentAsShown = (commitment: Commitment): Shown => shownAs(commitment.version, commitmentValues(commitment));

export const commitmentClashLabels = (): ClashLabels => ({
	kind: { label: m.companies_commitment_kind(), words: kindWords },
	places: { label: m.companies_commitment_places() },
	note: { label: m.companies_commitment_note() },
	fromOn: { label: m.companies_commitment_from(), words: formatDay },
	toOn: { label: m.companies_commitment_to(), words: formatDay },
});
export const commitmentFieldLabel = (field: string): string => commitmentClashLabels()[field]?.label ?? field;

function kindWords(value: string): string {
	const kind = COMMITMENT_KINDS.find((known) => known === value);
	return kind ? commitmentLabel(kind) : value;
}
