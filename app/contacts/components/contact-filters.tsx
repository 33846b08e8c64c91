import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FilterBar, FilterSearch, FilterSelect } from '#app/ui/filter-bar.tsx';
import { type ContactFilters as Filters, isFiltered } from '../list-filters.ts';

/** The filters of the list; a firm named by its own page stays until a name is typed or the filters are reset. */
export function ContactFilters({ filters, company }: { filters: Filters; company: { id: string; name: string } | null }) {
	return (
		<FilterBar label={m.contacts_filter_label()} reset={isFiltered(filters) ? paths.contacts() : undefined}>
			<FilterSearch label={m.contacts_filter_search()} value={filters.q} placeholder={m.contacts_filter_search_hint()} />
			<FilterSearch name="firm" label={m.contacts_filter_firm()} value={company?.name ?? filters.firm} />
			<FilterSelect
				name="role"
				label={m.contacts_filter_role()}
				value={filters.isWithoutRole ? 'none' : ''}
				any={m.contacts_filter_any()}
				options={[{ value: 'none', label: m.contacts_no_role() }]}
			/>
		</FilterBar>
	);
}
