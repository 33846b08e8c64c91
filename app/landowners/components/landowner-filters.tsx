import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FilterBar, FilterSearch, FilterSelect } from '#app/ui/filter-bar.tsx';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';
import { landownerKindLabel } from '../labels.ts';
import { isFiltered, type LandownerFilters as State } from '../list-filters.ts';

/** The filters of the list of owners. */
export function LandownerFilters({ filters, districts }: { filters: State; districts: readonly DistrictChoice[] }) {
	return (
		<FilterBar label={m.landowners_filter_label()} reset={isFiltered(filters) ? paths.landowners() : undefined}>
			<FilterSearch label={m.landowners_filter_search()} value={filters.q} placeholder={m.landowners_filter_search_hint()} />
			<FilterSelect
				name="kind"
				label={m.landowners_kind()}
				value={filters.kind ?? ''}
				any={m.landowners_filter_any()}
				options={LANDOWNER_KINDS.map((kind) => ({ value: kind, label: landownerKindLabel(kind) }))}
			/>
			<FilterSelect
				name="district"
				label={m.landowners_district()}
				value={filters.district ?? ''}
				any={m.landowners_filter_any()}
				options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
			<FilterSelect
				name="responsible"
				label={m.landowners_filter_responsible()}
				value={filters.isMine ? 'mine' : ''}
				any={m.landowners_filter_any()}
				options={[{ value: 'mine', label: m.landowners_filter_mine() }]}
			/>
		</FilterBar>
	);
}
