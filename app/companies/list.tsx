import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ARCHIVED } from '#app/lists/archived.ts';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import type { ListedOf } from '#app/record/field.ts';
import { SIZE_CLASSES, STATUS_GROUPS, type StatusGroup } from '#db/vocabulary.ts';
import { CompanyBadges } from './components/company-badges.tsx';
import type { COMPANY_FIELDS } from './fields.ts';
import { statusGroupLabel } from './labels.ts';
import { sizeLabel, sizeLowerBound } from './size.ts';

// The list of firms: its filters, its orders, its columns. Browser-safe.

/** A firm in the list; what is usual or unknown is left out. */
export interface CompanyRow extends Partial<Record<ListedOf<typeof COMPANY_FIELDS>, string | undefined>> {
	id: string;
	name: string;
	district?: Pick<DistrictChoice, 'name' | 'colour'> | undefined;
	industry?: string | undefined;
	heads?: string | undefined;
	lastTalkOn?: string | undefined;
	isProtected?: boolean | undefined;
	statusGroup?: StatusGroup | undefined;
}

/** A class and all above it, from the second class to the last but one; then each class alone. */
const FROM = SIZE_CLASSES.flatMap((sizeClass, rank) => (rank === 0 || sizeClass.endsWith('999999') ? [] : [sizeLowerBound(rank)]));
const BOUNDS = SIZE_CLASSES.map((_, rank) => sizeLowerBound(rank));

/** "from-10" = ten heads or more, "is-10" = the class that begins at ten, "unknown": as the address says it. */
export function sizeFrom(word: string | undefined): { rank: number; andAbove: boolean } | undefined {
	const [, kind, bound] = word?.match(/^(from|is)-(\d+)$/) ?? [];
	return kind ? { rank: BOUNDS.indexOf(Number(bound)), andAbove: kind === 'from' } : undefined;
}

export const COMPANY_SORTS = ['name', '-name', 'talk', '-talk', 'size', '-size'] as const;

export const COMPANY_LIST = {
	name: 'companies',
	path: paths.companies,
	title: m.companies_title,
	filterLabel: m.companies_filter_label,
	pagesLabel: m.companies_pages,
	count: m.companies_count,
	search: { label: m.companies_filter_search, hint: m.companies_filter_search_hint },
	filters: {
		district: { label: m.companies_district, accepts: /^[a-z0-9-]{1,80}$/ },
		division: {
			label: m.companies_industry,
			accepts: /^(\d\d|unknown)(,(\d\d|unknown)){0,99}$/,
			shown: (codes) => (codes.includes(',') ? m.companies_filter_several({ count: codes.split(',').length }) : undefined),
		},
		size: {
			label: m.companies_heads,
			accepts: [...BOUNDS.flatMap((bound) => [`from-${bound}`, `is-${bound}`]), 'unknown'],
			options: () => [
				...FROM.map((count) => ({ value: `from-${count}`, label: m.companies_filter_from({ count }) })),
				...SIZE_CLASSES.map((sizeClass, rank) => ({
					value: `is-${sizeLowerBound(rank)}`,
					label: m.companies_filter_exactly({ heads: sizeLabel(sizeClass) }),
				})),
				{ value: 'unknown', label: m.companies_unknown_size() },
			],
		},
		status: {
			label: m.companies_status,
			accepts: [...STATUS_GROUPS, 'all'],
			any: m.companies_filter_not_ceased,
			options: () => [
				...STATUS_GROUPS.map((group) => ({ value: group, label: statusGroupLabel(group) })),
				{ value: 'all', label: m.companies_filter_all_statuses() },
			],
		},
		protection: {
			label: m.companies_protection,
			accepts: ['yes', 'no'],
			options: () => [
				{ value: 'yes', label: m.companies_protected() },
				{ value: 'no', label: m.companies_not_protected() },
			],
		},
		mine: {
			label: m.companies_filter_responsible,
			accepts: ['yes'],
			options: () => [{ value: 'yes', label: m.companies_filter_mine() }],
		},
		// One of the colleagues, gone ones too.
		responsible: { label: m.companies_filter_responsible_person, accepts: /^[0-9a-f-]{36}$/ },
		archived: ARCHIVED,
	},
	sorts: COMPANY_SORTS,
	href: ({ id }) => paths.company(id),
	columns: [
		{ key: 'name', label: m.companies_name, text: ({ name }) => name, cell: marksOf, sort: 'name' },
		{
			key: 'district',
			label: m.companies_district,
			text: ({ district }) => district?.name,
			cell: ({ district }) => district && DistrictMark(district),
		},
		{ key: 'industry', label: m.companies_industry, text: ({ industry }) => industry, look: 'quiet', from: 'xl' },
		{ key: 'size', label: m.companies_heads, text: ({ heads }) => heads, look: 'end', isNamed: true, sort: '-size' },
		{
			key: 'talk',
			label: m.companies_last_talk,
			text: ({ lastTalkOn }) => lastTalkOn && formatDay(lastTalkOn),
			cell: ({ lastTalkOn }) => (lastTalkOn ? formatDay(lastTalkOn) : <small>{m.companies_never()}</small>),
			look: 'end',
			isNamed: true,
			sort: 'talk',
		},
	],
} as const satisfies List<CompanyRow>;

function marksOf({ isProtected = false, statusGroup = 'active' }: CompanyRow) {
	return isProtected || statusGroup !== 'active' ? CompanyBadges({ isProtected, statusGroup, isShort: true }) : null;
}
