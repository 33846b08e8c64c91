import { m } from '#app/i18n/paraglide/messages.js';
import type { SkillKind } from '#db/vocabulary.ts';

// Skills as the screen names them. Browser-safe.

/** A skill as a picker offers it. */
export interface SkillHit {
	id: string;
	nameDa: string;
	nameEn: string;
	groupKey: string;
	kind: SkillKind;
	/** The other word it was found by; null when by its name. */
	via: string | null;
}

const GROUP: Record<string, () => string> = {
	logistics: () => m.skills_group_logistics(),
	construction: () => m.skills_group_construction(),
	industry: () => m.skills_group_industry(),
	electrical: () => m.skills_group_electrical(),
	it: () => m.skills_group_it(),
	office: () => m.skills_group_office(),
	life_science: () => m.skills_group_life_science(),
	retail: () => m.skills_group_retail(),
	food: () => m.skills_group_food(),
	care: () => m.skills_group_care(),
	green_transition: () => m.skills_group_green_transition(),
	facility: () => m.skills_group_facility(),
	general: () => m.skills_group_general(),
	language: () => m.skills_group_language(),
	licence: () => m.skills_group_licence(),
};

/** A group's name; one added by the municipality goes by its own key. */
export const groupLabel = (key: string): string => GROUP[key]?.() ?? key;
export const groupOptions = () => Object.keys(GROUP).map((value) => ({ value, label: groupLabel(value) }));
