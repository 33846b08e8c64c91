import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { IconName } from '#app/ui/icon.tsx';
import type { EntryKind } from '#db/vocabulary.ts';

/** Found by name and number; the order in which kinds stand. */
export const NAME_KINDS = ['company', 'contact', 'landowner', 'site', 'property', 'district'] as const satisfies readonly EntryKind[];
/** Found by what was written, the latest first. */
export const TEXT_KINDS = ['dialogue', 'need', 'issue', 'followUp', 'attachment'] as const satisfies readonly EntryKind[];
const ALL: readonly EntryKind[] = [...NAME_KINDS, ...TEXT_KINDS];

const MAY_SEE: Record<EntryKind, (viewer: Viewer) => boolean> = {
	company: (viewer) => can(viewer, 'see', 'company'),
	site: (viewer) => can(viewer, 'see', 'site'),
	landowner: (viewer) => can(viewer, 'see', 'landowner'),
	property: (viewer) => can(viewer, 'see', 'property'),
	contact: (viewer) => can(viewer, 'see', 'contact'),
	district: (viewer) => can(viewer, 'see', 'district'),
	dialogue: (viewer) => can(viewer, 'see', 'dialogue'),
	need: (viewer) => can(viewer, 'see', 'need'),
	issue: (viewer) => can(viewer, 'see', 'issue'),
	followUp: (viewer) => can(viewer, 'see', 'followUp'),
	attachment: (viewer) => can(viewer, 'see', 'dialogue'),
};

/** The kinds a search of this viewer's can find anything of. */
export const kindsFor = (viewer: Viewer): EntryKind[] => ALL.filter((kind) => MAY_SEE[kind](viewer));

/** A kind as it stands in an address; null for anything else. */
export const kindFrom = (text: string | null | undefined): EntryKind | null => ALL.find((kind) => kind === text) ?? null;

export const isText = (kind: EntryKind): boolean => TEXT_KINDS.some((one) => one === kind);

const LOOK: Record<EntryKind, { one: () => string; many: () => string; icon: IconName }> = {
	company: { one: () => m.search_company(), many: () => m.search_companies(), icon: 'company' },
	site: { one: () => m.search_site(), many: () => m.search_sites(), icon: 'pin' },
	landowner: { one: () => m.search_landowner(), many: () => m.search_landowners(), icon: 'key' },
	property: { one: () => m.search_property(), many: () => m.search_properties(), icon: 'site' },
	contact: { one: () => m.search_contact(), many: () => m.search_contacts(), icon: 'account' },
	district: { one: () => m.search_district(), many: () => m.search_districts(), icon: 'district' },
	dialogue: { one: () => m.search_dialogue(), many: () => m.search_dialogues(), icon: 'dialogue' },
	need: { one: () => m.search_need(), many: () => m.search_needs(), icon: 'need' },
	issue: { one: () => m.search_issue(), many: () => m.search_issues(), icon: 'flag' },
	followUp: { one: () => m.search_follow_up(), many: () => m.search_follow_ups(), icon: 'check' },
	attachment: { one: () => m.search_attachment(), many: () => m.search_attachments(), icon: 'file' },
};

export const kindLabel = (kind: EntryKind): string => LOOK[kind].one();
export const kindsLabel = (kind: EntryKind): string => LOOK[kind].many();
export const kindIcon = (kind: EntryKind): IconName => LOOK[kind].icon;
