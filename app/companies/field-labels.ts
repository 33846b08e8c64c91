import type { Editable } from '#app/editing/editable.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { KNOWLEDGE_OVERRIDES } from '#db/vocabulary.ts';
import { COMPANY_READINGS, companyAsShown } from './company-values.ts';
import { knowledgeLabel } from './labels.ts';
import { SITE_READINGS, siteAsShown } from './site-values.ts';

// What the fields of the forms of firms and sites are called where they are spoken of: in a clash of two edits, in the
// message after a merged save.

export const COMPANY: Editable<Parameters<typeof companyAsShown>[0]> = {
	kind: 'company',
	shown: companyAsShown,
	labels: () => companyClashLabels({ forms: [], statuses: [] }),
	readings: COMPANY_READINGS,
	chainNames: { industry: 'industryCode' },
};

export const SITE: Editable<Parameters<typeof siteAsShown>[0]> = {
	kind: 'site',
	shown: siteAsShown,
	labels: () => siteClashLabels([]),
	readings: SITE_READINGS,
	chainNames: { point: 'lat' },
};

/** Labels and, where the form carries codes, words. */
export function companyClashLabels({ forms, statuses }: Record<'forms' | 'statuses', ReadonlyArray<{ value: string; label: string }>>): ClashLabels {
	return {
		name: { label: m.companies_name() },
		cvr: { label: m.companies_cvr() },
		alternativeNames: { label: m.companies_alternative_names() },
		formCode: { label: m.companies_form(), words: labelIn(forms) },
		industry: { label: m.companies_industry_code() },
		phone: { label: m.companies_phone() },
		email: { label: m.companies_email() },
		website: { label: m.companies_website() },
		isProtected: { label: m.companies_protected(), words: () => m.shell_clash_yes() },
		status: { label: m.companies_status(), words: labelIn(statuses) },
		foundedOn: { label: m.companies_founded_on(), words: formatDay },
		ceasedOn: { label: m.companies_ceased_on(), words: formatDay },
		headcount: { label: m.companies_headcount() },
		headcountOn: { label: m.companies_headcount_on(), words: formatDay },
		headcountSource: { label: m.companies_headcount_source() },
		knowledgeOverride: {
			label: m.companies_knowledge(),
			words: (value) => knowledgeLabel(KNOWLEDGE_OVERRIDES.find((one) => one === value) ?? 'auto'),
		},
		knowledgeReason: { label: m.companies_knowledge_reason() },
	};
}

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
		headcount: { label: m.companies_headcount() },
		headcountOn: { label: m.companies_headcount_on(), words: formatDay },
		headcountSource: { label: m.companies_headcount_source() },
		isMain: { label: m.companies_is_main(), words: () => m.shell_clash_yes() },
		isProtected: { label: m.companies_protected(), words: () => m.shell_clash_yes() },
		startedOn: { label: m.companies_started_on(), words: formatDay },
		ceasedOn: { label: m.companies_ceased_on(), words: formatDay },
	};
}

const labelIn = (options: ReadonlyArray<{ value: string; label: string }>) => (value: string) =>
	options.find((option) => option.value === value)?.label ?? value;
