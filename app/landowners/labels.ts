import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { LandownerKind } from '#db/vocabulary.ts';
import { formatShare, type Share } from './share.ts';

const KIND: Record<LandownerKind, () => string> = {
	company: () => m.landowners_kind_company(),
	person: () => m.landowners_kind_person(),
	public_body: () => m.landowners_kind_public_body(),
	association: () => m.landowners_kind_association(),
	fund: () => m.landowners_kind_fund(),
};
export const landownerKindLabel = (kind: LandownerKind): string => KIND[kind]();

/** How much of a property, in words. */
export const shareWords = (share: Share | null): string =>
	share ? m.landowners_share_is({ share: formatShare(share) }) : m.landowners_share_unknown();

/** "siden 01.02.2019", "01.02.2019–30.06.2024", "til 30.06.2024"; empty where no day is known. */
export function spanWords({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }): string {
	if (fromOn && toOn) return m.landowners_span({ from: formatDay(fromOn), to: formatDay(toOn) });
	if (fromOn) return m.landowners_since({ day: formatDay(fromOn) });
	return toOn ? m.landowners_until({ day: formatDay(toOn) }) : '';
}

/** What a field that picks an owner or a property says. */
export const pickTexts = (list: string) => ({
	list,
	which: m.landowners_which(),
	none: m.landowners_hits_none(),
	hits: (count: number) => m.landowners_hits({ count }),
});
