import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { formatShare, type Share, shareFrom } from '#app/landowners/share.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';

interface Ownership {
	version: number;
	share: Share | null;
	fromOn: string | null;
	toOn: string | null;
}

/** What the form's fields are called where they are spoken of. */
export const ownershipClashLabels = (): ClashLabels => ({
	share: { label: m.landowners_share() },
	fromOn: { label: m.landowners_from_on(), words: formatDay },
	toOn: { label: m.landowners_to_on(), words: formatDay },
});

export const OWNERSHIP_EDIT: Editable<Ownership> = {
	kind: 'ownership',
	shown: ({ version, share, fromOn, toOn }) => shownAs(version, { share: share && formatShare(share), fromOn, toOn }),
	labels: ownershipClashLabels,
	// "50 %" and "1/2" are the same.
	readings: {
		share: (typed) => {
			const share = shareFrom(typed);
			return share ? `${share.of}/${share.in}` : typed;
		},
	},
	chainNames: { share: 'shareOf' },
};
