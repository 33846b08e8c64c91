import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RowLink, Table } from '#app/ui/table.tsx';
import type { SizeClass, StatusGroup } from '#db/vocabulary.ts';
import { headsLabel } from '../labels.ts';
import { type CompanyFilters, type CompanySort, paramsOf } from '../list-filters.ts';
import { formatCvr } from '../register-numbers.ts';
import { CompanyBadges } from './company-badges.tsx';

export interface CompanyRow {
	id: string;
	name: string;
	cvr: string | null;
	district: DistrictChoice | null;
	industry: string | null;
	headcount: number | null;
	sizeClass: SizeClass | null;
	lastTalkOn: string | null;
	isProtected: boolean;
	statusGroup: StatusGroup;
}

/** Firms as rows; the headings order the list. */
export function CompanyTable({ rows, filters, seesTalks }: { rows: readonly CompanyRow[]; filters: CompanyFilters; seesTalks: boolean }) {
	return (
		<Table
			caption={m.companies_title()}
			head={[
				{ key: 'name', label: m.companies_name(), sort: sortBy(filters, 'name', '-name') },
				{ key: 'cvr', label: m.companies_cvr_short(), from: 'xl' },
				{ key: 'district', label: m.companies_district() },
				{ key: 'industry', label: m.companies_industry(), from: 'xl' },
				{ key: 'size', label: m.companies_heads(), align: 'end', sort: sortBy(filters, '-size', 'size') },
				...(seesTalks ? [{ key: 'talk', label: m.companies_last_talk(), sort: sortBy(filters, 'talk', '-talk') }] : []),
			]}
		>
			{rows.map((row) => (
				<tr key={row.id}>
					{/* The name takes what the others leave, and one line: rows of one height are read fastest. */}
					<td className="md:min-w-36 lg:w-full lg:max-w-0">
						<span className="flex items-center gap-x-2 gap-y-1 max-lg:flex-wrap">
							<RowLink href={paths.company(row.id)} title={row.name} className="min-w-0 lg:truncate">
								{row.name}
							</RowLink>
							<CompanyBadges {...row} isShort />
						</span>
					</td>
					<td data-figures data-from="xl" className="whitespace-nowrap text-muted">
						{row.cvr && formatCvr(row.cvr)}
					</td>
					<td className="md:max-w-32 lg:max-w-44">
						{row.district && <DistrictMark name={row.district.name} colour={row.district.colour} isOneLine />}
					</td>
					<td data-from="xl" className="truncate text-muted md:max-w-40" title={row.industry ?? undefined}>
						{row.industry}
					</td>
					<td data-figures data-align="end" data-label={m.companies_heads()} className="whitespace-nowrap">
						{headsLabel(row)}
					</td>
					{seesTalks && (
						<td data-figures data-label={m.companies_last_talk()} className="whitespace-nowrap">
							{row.lastTalkOn ? formatDay(row.lastTalkOn) : <span className="text-muted">{m.companies_never()}</span>}
						</td>
					)}
				</tr>
			))}
		</Table>
	);
}

/** The heading's link: its own first direction, or the other one while the list already stands that way. */
function sortBy(filters: CompanyFilters, first: CompanySort, second: CompanySort) {
	const to = filters.sort === first ? second : first;
	const isActive = filters.sort === first || filters.sort === second;
	return {
		to: paths.companies(paramsOf({ ...filters, sort: to, after: null, before: null })),
		...(isActive && { direction: filters.sort.startsWith('-') ? ('descending' as const) : ('ascending' as const) }),
	};
}
