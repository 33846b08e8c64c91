import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const CONTACT: Face = {
	kind: 'contact',
	noun: 'contact',
	one: () => m.search_contact(),
	many: () => m.search_contacts(),
	icon: 'account',
	foundBy: 'name',
	list: () => paths.contacts(),
};

/** What a person is at a firm, a site, an owner or a property. */
export const CONTACT_ROLE: Face = { kind: 'contactRole', noun: 'contact', one: () => m.drafts_form_contact_role(), icon: 'account' };
