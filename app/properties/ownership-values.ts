import { type Shown, shownAs } from '#app/http/merge.ts';
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

/** An ownership as its form shows it. */
export const valuesOf = ({ share, fromOn, toOn }: Omit<Ownership, 'version'>) => ({ share: share && formatShare(share), fromOn, toOn });

/** What the merge of two people's edits compares. */
export const ownershipAsShown = (ownership: Ownership): Shown => shownAs(ownership.version, valuesOf(ownership));

/** Texts that mean the same: "50 %" and "1/2". */
export const OWNERSHIP_READINGS = {
	share: (typed: string) => {
		const share = shareFrom(typed);
		return share ? `${share.of}/${share.in}` : typed;
	},
};

/** What the form's fields are called where they are spoken of. */
export const ownershipClashLabels = (): ClashLabels => ({
	share: { label: m.landowners_share() },
	fromOn: { label: m.landowners_from_on(), words: formatDay },
	toOn: { label: m.landowners_to_on(), words: formatDay },
});

export const ownershipFieldLabel = (field: string): string => ownershipClashLabels()[field]?.label ?? field;
