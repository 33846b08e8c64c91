import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const COMPANY: Face = {
	kind: 'company',
	noun: 'company',
	one: () => m.search_company(),
	many: () => m.search_companies(),
	icon: 'company',
	foundBy: 'name',
	list: () => paths.companies(),
};

/** A firm at one address. */
export const SITE: Face = {
	kind: 'site',
	noun: 'site',
	one: () => m.search_site(),
	many: () => m.search_sites(),
	icon: 'pin',
	foundBy: 'name',
	list: () => paths.companies(),
};

/** What a firm takes part in. */
export const COMMITMENT: Face = { kind: 'commitment', noun: 'commitment', one: () => m.drafts_form_commitment(), icon: 'check' };
