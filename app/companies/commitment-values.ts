import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
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

export const commitmentClashLabels = (): ClashLabels => ({
	kind: { label: m.companies_commitment_kind(), words: kindWords },
	places: { label: m.companies_commitment_places() },
	note: { label: m.companies_commitment_note() },
	fromOn: { label: m.companies_commitment_from(), words: formatDay },
	toOn: { label: m.companies_commitment_to(), words: formatDay },
});

export const COMMITMENT_EDIT: Editable<Commitment> = {
	kind: 'commitment',
	shown: ({ version, kind, places, note, fromOn, toOn }) =>
		shownAs(version, { kind, places: places === null ? null : String(places), note, fromOn, toOn }),
	labels: commitmentClashLabels,
};

function kindWords(value: string): string {
	const kind = COMMITMENT_KINDS.find((known) => known === value);
	return kind ? commitmentLabel(kind) : value;
}
