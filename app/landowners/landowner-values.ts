import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { landowners } from '#db/schema/index.ts';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';
import { landownerKindLabel } from './labels.ts';

type OwnerRow = Pick<typeof landowners.$inferSelect, 'version' | 'kind' | 'name' | 'phone' | 'email' | 'address' | 'postalCode' | 'city'>;

/** What the form's fields are called where they are spoken of. */
export const landownerClashLabels = (): ClashLabels => ({
	kind: { label: m.landowners_kind(), words: (value) => landownerKindLabel(LANDOWNER_KINDS.find((kind) => kind === value) ?? 'company') },
	name: { label: m.landowners_name() },
	phone: { label: m.landowners_phone() },
	email: { label: m.landowners_email() },
	address: { label: m.landowners_address() },
	postalCode: { label: m.landowners_postal_code() },
	city: { label: m.landowners_city() },
});

export const LANDOWNER_EDIT: Editable<OwnerRow> = {
	kind: 'landowner',
	shown: ({ version, kind, name, phone, email, address, postalCode, city }) =>
		shownAs(version, { kind, name, phone, email, address, postalCode, city }),
	labels: landownerClashLabels,
};
