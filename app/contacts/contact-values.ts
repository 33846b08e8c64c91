import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { phoneKey } from '#db/phone-key.ts';

// People and roles as their edit forms show them, for the merge of two people's edits.

interface ContactRow {
	version: number;
	name: string;
	phone: string | null;
	email: string | null;
}

export const contactClashLabels = (): ClashLabels => ({
	name: { label: m.contacts_name() },
	phone: { label: m.contacts_phone() },
	email: { label: m.contacts_email() },
});

export const CONTACT_EDIT: Editable<ContactRow> = {
	kind: 'contact',
	shown: ({ version, name, phone, email }) => shownAs(version, { name, phone, email }),
	labels: contactClashLabels,
	// Texts that mean the same: one number in two formats, one address in two cases.
	readings: { phone: (typed) => phoneKey(typed) ?? typed, email: (typed) => typed.toLowerCase() },
};

interface RoleRow {
	roleVersion: number;
	title: string | null;
	isPrimary: boolean;
	fromOn: string | null;
	toOn: string | null;
	property: { id: string } | null;
}

const roleValues = ({ title, isPrimary, fromOn, toOn, property }: RoleRow) => ({
	title,
	fromOn,
	toOn,
	isPrimary: isPrimary ? 'on' : '',
	propertyId: property?.id ?? null,
});

export const roleClashLabels = (properties: ReadonlyArray<{ propertyId: string; name: string }> = []): ClashLabels => ({
	title: { label: m.contacts_role_title() },
	isPrimary: { label: m.contacts_is_primary(), words: () => m.contacts_yes() },
	fromOn: { label: m.contacts_from_on(), words: formatDay },
	toOn: { label: m.contacts_to_on(), words: formatDay },
	propertyId: {
		label: m.contacts_property(),
		words: (id) => properties.find(({ propertyId }) => propertyId === id)?.name ?? m.contacts_property_other(),
	},
});

export const ROLE_EDIT: Editable<RoleRow> = {
	kind: 'contactRole',
	shown: (role) => shownAs(role.roleVersion, roleValues(role)),
	labels: roleClashLabels,
};
