import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';

// The list of sites in use: what a district's figures of sites, heads and knowledge open. Browser-safe.

export interface SiteRow {
	id: string;
	name: string;
	company: { id: string; name: string };
	place: string;
	district?: string | undefined;
	industry?: string | undefined;
	/** The figure that sums are made of. */
	headcount: number | null;
	heads: string | null;
}

export const SITE_LIST = {
	name: 'sites',
	path: paths.sites,
	title: m.companies_sites,
	filterLabel: m.companies_sites_filter_label,
	pagesLabel: m.companies_sites_pages,
	count: m.companies_sites_count,
	filters: {
		district: { label: m.companies_district, accepts: /^[a-z0-9-]{1,80}$/ },
		heads: {
			label: m.companies_heads,
			accepts: ['known'],
			options: () => [{ value: 'known', label: m.companies_sites_heads_known() }],
		},
		knowledge: {
			label: m.companies_knowledge,
			accepts: ['yes', 'known', 'unknown'],
			options: () => [
				{ value: 'yes', label: m.companies_sites_knowledge_yes() },
				{ value: 'known', label: m.companies_sites_knowledge_known() },
				{ value: 'unknown', label: m.companies_sites_knowledge_unknown() },
			],
		},
	},
	sorts: ['name'],
	href: ({ id }) => paths.site(id),
	columns: [
		{ key: 'site', label: m.companies_address, text: ({ place, name }) => place || name },
		{
			key: 'firm',
			label: m.companies_name,
			text: ({ company }) => company.name,
			cell: ({ company }) => <a href={paths.company(company.id)}>{company.name}</a>,
		},
		{ key: 'district', label: m.companies_district, text: ({ district }) => district, look: 'quiet', from: 'lg' },
		{ key: 'industry', label: m.companies_industry, text: ({ industry }) => industry, look: 'quiet', from: 'xl' },
		{ key: 'heads', label: m.companies_heads, text: ({ heads }) => heads, look: 'end', isNamed: true },
	],
} as const satisfies List<SiteRow>;
