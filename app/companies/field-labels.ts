import type { ChainNames } from '#app/editing/editable.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { KNOWLEDGE_OVERRIDES } from '#db/vocabulary.ts';
import { knowledgeLabel } from './labels.ts';

// What the fields of the forms of firms and sites are called where they are spoken of: in a clash of two edits, in the
// message after a merged save.

export const COMPANY_CHAIN_NAMES: ChainNames = { industry: 'industryCode' };

export const SITE_CHAIN_NAMES: ChainNames = { point: 'lat' };

/** A firm's field by name, as its form labels it. */
export const companyFieldLabel = (field: string): string => companyClashLabels({ forms: [], statuses: [] })[field]?.label ?? field;

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

/** A site's field by name, as its form labels it. */
export const siteFieldLabel = (field: string): string => siteClashLabels([])[field]?.label ?? field;

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
