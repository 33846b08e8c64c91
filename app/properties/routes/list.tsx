import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ToLandowners } from '#app/landowners/components/land-tabs.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '#app/ui/filter-bar.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { PropertyTable } from '../components/property-table.tsx';
import { filtersFrom, paramsOf } from '../list-filters.ts';
import { hasProperties, propertiesPage } from '../property-list.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_properties_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const asked = filtersFrom(new URL(request.url).searchParams);
	const districts = await districtChoices(viewer);
	const district = districts.find(({ slug }) => slug === asked.district);
	const filters = district ? asked : { ...asked, district: null };
	const page = await propertiesPage(viewer, filters, district?.id ?? null);
	return {
		filters,
		districts,
		rows: page.rows.map(({ sortName: _sort, districtId, ...row }) => ({ ...row, district: districts.find(({ id }) => id === districtId) ?? null })),
		total: page.total,
		isCapped: page.isCapped,
		next: page.next && paths.properties(paramsOf({ ...filters, before: null, after: page.next })),
		previous: page.previous && paths.properties(paramsOf({ ...filters, after: null, before: page.previous })),
		isEmpty: page.rows.length === 0 && !(await hasProperties(viewer)),
		mayCreate: can(viewer, 'create', 'property'),
	};
}

export default function Properties() {
	const { filters, districts, rows, total, isCapped, next, previous, isEmpty, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate ? (
		<ButtonLink to={paths.newProperty()} variant="primary" icon="plus">
			{m.landowners_new_property_action()}
		</ButtonLink>
	) : undefined;
	const isFiltered = Boolean(filters.q || filters.district);
	const figure = `${formatNumber(total)}${isCapped ? '+' : ''}`;
	return (
		<Page
			title={m.landowners_properties_title()}
			actions={
				<>
					{!isEmpty && create}
					<ToLandowners />
				</>
			}
			meta={isEmpty ? undefined : m.landowners_properties_count_text({ count: total, figure })}
			wide
		>
			{isEmpty ? (
				<EmptyState title={m.landowners_properties_none_title()} text={m.landowners_properties_none_text()} action={create} />
			) : (
				<>
					<FilterBar label={m.landowners_properties_filter_label()} reset={isFiltered ? paths.properties() : undefined}>
						<FilterSearch label={m.landowners_filter_search()} value={filters.q} placeholder={m.landowners_properties_search_hint()} />
						<FilterSelect
							name="district"
							label={m.landowners_district()}
							value={filters.district ?? ''}
							any={m.landowners_filter_any()}
							options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
						/>
					</FilterBar>
					{rows.length > 0 ? (
						<PropertyTable rows={rows} />
					) : (
						<EmptyState
							title={m.landowners_properties_no_hits_title()}
							text={m.landowners_no_hits_text()}
							action={isFiltered ? <ButtonLink to={paths.properties()}>{m.landowners_clear_filters()}</ButtonLink> : undefined}
						/>
					)}
					<KeysetPages previous={previous} next={next} label={m.landowners_properties_pages()} />
				</>
			)}
		</Page>
	);
}
