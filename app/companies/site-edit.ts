import type { Editable } from '#app/editing/editable.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { clashLabelsOf } from '#app/record/field.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { HEADS } from './fields.ts';
import { SITE_READINGS, siteAsShown } from './site-values.ts';

// What the fields of a site's form are called where they are spoken of: in a clash of two edits, in the message after a merged save.

export const SITE_EDIT: Editable<Parameters<typeof siteAsShown>[0]> = {
	kind: 'site',
	shown: siteAsShown,
	labels: () => siteClashLabels([]),
	readings: SITE_READINGS,
	chainNames: { point: 'lat' },
};

export function siteClashLabels(districts: ReadonlyArray<{ id: string; name: string }>): ClashLabels {
	return {
		name: { label: m.companies_site_name() },
		address: { label: m.companies_address() },
		postalCode: { label: m.companies_postal_code() },
		city: { label: m.companies_city() },
		pNumber: { label: m.companies_p_number() },
		point: { label: m.companies_point() },
		district: {
			label: m.companies_district(),
			words: (value) => districts.find(({ id }) => id === value)?.name ?? m.companies_no_district(),
		},
		...clashLabelsOf(HEADS),
		isMain: { label: m.companies_is_main(), words: () => m.shell_clash_yes() },
		isProtected: { label: m.companies_protected(), words: () => m.shell_clash_yes() },
		startedOn: { label: m.companies_started_on(), words: formatDay },
		ceasedOn: { label: m.companies_ceased_on(), words: formatDay },
	};
}
