import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { companyByNumber } from '#app/companies/queries.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { ToProperties } from '../components/land-tabs.tsx';
import { LandownerFilters } from '../components/landowner-filters.tsx';
import { LandownerTable } from '../components/landowner-table.tsx';
import { hasLandowners, landownersPage } from '../landowner-list.server.ts';
import { filtersFrom, isFiltered, paramsOf } from '../list-filters.ts';
import { landownerOfCompany } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const asked = filtersFrom(new URL(request.url).searchParams);
	const firm = asked.q ? await companyByNumber(viewer, asked.q) : null;
	const role = firm && (await landownerOfCompany(viewer, firm.id));
	if (role) throw redirect(paths.landowner(role.id));
	const districts = await districtChoices(viewer);
	const district = districts.find(({ slug }) => slug === asked.district);
	// A district that is not there (any more) filters nothing, like every other unknown value.
	const filters = district ? asked : { ...asked, district: null };
	const page = await landownersPage(viewer, filters, district?.id ?? null);
	// When an owner was last talked to is part of the talk's heading.
	const seesTalks = can(viewer, 'see', 'dialogue');
	return {
		filters,
		districts,
		rows: page.rows.map(({ sortName: _sort, ...row }) => ({ ...row, lastTalkOn: seesTalks ? row.lastTalkOn : null })),
		total: page.total,
		isCapped: page.isCapped,
		next: page.next && paths.landowners(paramsOf({ ...filters, before: null, after: page.next })),
		previous: page.previous && paths.landowners(paramsOf({ ...filters, after: null, before: page.previous })),
		isEmpty: page.rows.length === 0 && !(await hasLandowners(viewer)),
		seesTalks,
		mayCreate: can(viewer, 'create', 'landowner'),
	};
}

export default function Landowners() {
	const { filters, districts, rows, total, isCapped, next, previous, isEmpty, seesTalks, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate ? (
		<ButtonLink to={paths.newLandowner()} variant="primary" icon="plus">
			{m.landowners_new_action()}
		</ButtonLink>
	) : undefined;
	const figure = `${formatNumber(total)}${isCapped ? '+' : ''}`;
	return (
		<Page
			title={m.landowners_title()}
			actions={
				<>
					{!isEmpty && create}
					<ToProperties />
				</>
			}
			meta={isEmpty ? undefined : m.landowners_count({ count: total, figure })}
			wide
		>
			{isEmpty ? (
				<EmptyState title={m.landowners_none_title()} text={m.landowners_none_text()} action={create} />
			) : (
				<>
					<LandownerFilters filters={filters} districts={districts} />
					{rows.length > 0 ? (
						<LandownerTable rows={rows} seesTalks={seesTalks} />
					) : (
						<EmptyState
							title={m.landowners_no_hits_title()}
							text={m.landowners_no_hits_text()}
							action={isFiltered(filters) ? <ButtonLink to={paths.landowners()}>{m.landowners_clear_filters()}</ButtonLink> : undefined}
						/>
					)}
					<KeysetPages previous={previous} next={next} label={m.landowners_pages()} />
				</>
			)}
		</Page>
	);
}
