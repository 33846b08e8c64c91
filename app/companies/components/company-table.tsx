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
export function CompanyTable({ rows, filters }: { rows: readonly CompanyRow[]; filters: CompanyFilters }) {
	return (
		<Table
			caption={m.companies_title()}
			head={[
				{ key: 'name', label: m.companies_name(), sort: sortBy(filters, 'name', '-name') },
				{ key: 'cvr', label: m.companies_cvr_short() },
				{ key: 'district', label: m.companies_district() },
				{ key: 'industry', label: m.companies_industry() },
				{ key: 'size', label: m.companies_heads(), align: 'end', sort: sortBy(filters, '-size', 'size') },
				{ key: 'talk', label: m.companies_last_talk(), sort: sortBy(filters, 'talk', '-talk') },
			]}
		>
			{rows.map((row) => (
				<tr key={row.id}>
					<td>
						<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
							<RowLink href={paths.company(row.id)}>{row.name}</RowLink>
							<CompanyBadges {...row} />
						</span>
					</td>
					<td data-figures className="whitespace-nowrap text-muted">
						{row.cvr && formatCvr(row.cvr)}
					</td>
					<td>{row.district && <DistrictMark name={row.district.name} colour={row.district.colour} />}</td>
					<td className="max-w-64 truncate text-muted">{row.industry}</td>
					<td data-figures data-align="end" data-label={m.companies_heads()}>
						{headsLabel(row)}
					</td>
					<td data-figures data-label={m.companies_last_talk()} className="whitespace-nowrap">
						{row.lastTalkOn ? formatDay(row.lastTalkOn) : <span className="text-muted">{m.companies_never()}</span>}
					</td>
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
