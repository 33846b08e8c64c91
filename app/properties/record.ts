import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const PROPERTY: Face = {
	kind: 'property',
	noun: 'property',
	one: () => m.search_property(),
	many: () => m.search_properties(),
	icon: 'site',
	foundBy: 'name',
	list: () => paths.properties(),
};

/** An owner's share of a property. */
export const OWNERSHIP: Face = { kind: 'ownership', noun: 'property', one: () => m.drafts_form_ownership(), icon: 'key' };
