import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FilterBar, FilterSearch, FilterSelect } from '#app/ui/filter-bar.tsx';
import { SIZE_CLASSES, STATUS_GROUPS } from '#db/vocabulary.ts';
import { statusGroupLabel } from '../labels.ts';
import { type CompanyFilters as Filters, isFiltered, paramsOf, sizeToken } from '../list-filters.ts';
import { sizeLabel, sizeLowerBound } from '../size.ts';

interface Props {
	filters: Filters;
	districts: readonly DistrictChoice[];
	divisions: ReadonlyArray<{ code: string; name: string }>;
}

/** The filters of the list; a bar's own choice (several industries, one size class) shows as a choice of its own. */
export function CompanyFilters({ filters, districts, divisions }: Props) {
	const { division } = paramsOf(filters);
	const several =
		filters.divisions.length > 1 && division ? [{ value: division, label: m.companies_filter_several({ count: filters.divisions.length }) }] : [];
	return (
		<FilterBar label={m.companies_filter_label()} reset={isFiltered(filters) ? paths.companies({ sort: paramsOf(filters).sort }) : undefined}>
			<FilterSearch label={m.companies_filter_search()} value={filters.q} placeholder={m.companies_filter_search_hint()} />
			<FilterSelect
				name="district"
				label={m.companies_district()}
				value={filters.district ?? ''}
				any={m.companies_filter_any()}
				options={[...districts.map(({ slug, name }) => ({ value: slug, label: name })), { value: 'none', label: m.companies_no_district() }]}
			/>
			<FilterSelect
				name="division"
				label={m.companies_industry()}
				value={division ?? ''}
				any={m.companies_filter_any()}
				options={[
					...several,
					...divisions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
					{ value: 'unknown', label: m.companies_unknown_industry() },
				]}
			/>
			<FilterSelect
				name="size"
				label={m.companies_heads()}
				value={sizeToken(filters.size) ?? ''}
				any={m.companies_filter_any()}
				options={sizeOptions()}
			/>
			<FilterSelect
				name="status"
				label={m.companies_status()}
				value={filters.status ?? ''}
				any={m.companies_filter_not_ceased()}
				options={[
					...STATUS_GROUPS.map((group) => ({ value: group, label: statusGroupLabel(group) })),
					{ value: 'all', label: m.companies_filter_all_statuses() },
				]}
			/>
			<FilterSelect
				name="protection"
				label={m.companies_protection()}
				value={filters.protection ?? ''}
				any={m.companies_filter_any()}
				options={[
					{ value: 'yes', label: m.companies_protected() },
					{ value: 'no', label: m.companies_not_protected() },
				]}
			/>
			<FilterSelect
				name="mine"
				label={m.companies_filter_responsible()}
				value={filters.isMine ? 'yes' : ''}
				any={m.companies_filter_any()}
				options={[{ value: 'yes', label: m.companies_filter_mine() }]}
			/>
			{filters.sort !== 'name' && <input type="hidden" name="sort" value={filters.sort} />}
		</FilterBar>
	);
}

const sizeOptions = () => [
	...SIZE_CLASSES.flatMap((sizeClass, rank) =>
		rank === 0 || sizeClass.endsWith('999999')
			? []
			: [{ value: `from-${sizeLowerBound(rank)}`, label: m.companies_filter_from({ count: sizeLowerBound(rank) }) }],
	),
	...SIZE_CLASSES.map((sizeClass, rank) => ({
		value: `is-${sizeLowerBound(rank)}`,
		label: m.companies_filter_exactly({ heads: sizeLabel(sizeClass) }),
	})),
	{ value: 'unknown', label: m.companies_unknown_size() },
];
