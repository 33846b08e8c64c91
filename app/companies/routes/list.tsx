import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { divisions } from '#app/districts/industries.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { companiesPage } from '../company-list.server.ts';
import { CompanyFilters } from '../components/company-filters.tsx';
import { CompanyTable } from '../components/company-table.tsx';
import { filtersFrom, isFiltered, paramsOf } from '../list-filters.ts';
import { companyByNumber, hasCompanies } from '../queries.server.ts';
import { cvrFrom } from '../register-numbers.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	// When a firm was last talked to is part of the talk's heading.
	const seesTalks = can(viewer, 'see', 'dialogue');
	const wished = filtersFrom(new URL(request.url).searchParams);
	const asked = seesTalks || !wished.sort.endsWith('talk') ? wished : { ...wished, sort: 'name' as const, after: null, before: null };
	const exact = asked.q ? await companyByNumber(viewer, asked.q) : null;
	if (exact) throw redirect(paths.company(exact.id));
	const [districts, industries] = await Promise.all([districtChoices(viewer), divisions()]);
	const district = districts.find(({ slug }) => slug === asked.district);
	// A district that is not there (any more) filters nothing, like every other unknown value.
	const filters = district || asked.district === 'none' ? asked : { ...asked, district: null };
	const page = await companiesPage(viewer, filters, filters.district === null ? undefined : (district?.id ?? null));
	const names = new Map(industries.map(({ code, name }) => [code, name]));
	const rows = page.rows.map(({ id, name, cvr, districtId, industryText, division, headcount, sizeClass, lastTalkOn, isProtected, statusGroup }) => ({
		id,
		name,
		cvr,
		district: districts.find((one) => one.id === districtId) ?? null,
		industry: industryText ?? names.get(division ?? '') ?? null,
		headcount,
		sizeClass,
		lastTalkOn: seesTalks ? lastTalkOn : null,
		isProtected,
		statusGroup,
	}));
	return {
		filters,
		districts,
		divisions: industries,
		rows,
		total: page.total,
		isCapped: page.isCapped,
		next: page.next && paths.companies(paramsOf({ ...filters, before: null, after: page.next })),
		previous: page.previous && paths.companies(paramsOf({ ...filters, after: null, before: page.previous })),
		isEmpty: rows.length === 0 && !(await hasCompanies(viewer)),
		unknownCvr: cvrFrom(filters.q),
		seesTalks,
		mayCreate: can(viewer, 'create', 'company'),
		mayImport: can(viewer, 'run', 'import'),
	};
}

export default function Companies() {
	const {
		filters,
		districts,
		divisions: industries,
		rows,
		total,
		isCapped,
		next,
		previous,
		isEmpty,
		seesTalks,
		mayCreate,
	} = useLoaderData<typeof loader>();
	const create = mayCreate ? (
		<ButtonLink to={paths.newCompany()} variant="primary" icon="plus">
			{m.companies_new_action()}
		</ButtonLink>
	) : undefined;
	const figure = `${formatNumber(total)}${isCapped ? '+' : ''}`;
	return (
		<Page
			title={m.companies_title()}
			actions={isEmpty ? undefined : create}
			meta={isEmpty ? undefined : m.companies_count({ count: total, figure })}
			wide
		>
			{isEmpty ? (
				<NoneYet />
			) : (
				<>
					<CompanyFilters filters={filters} districts={districts} divisions={industries} />
					{rows.length === 0 ? <NoHits /> : <CompanyTable rows={rows} filters={filters} seesTalks={seesTalks} />}
					<KeysetPages previous={previous} next={next} label={m.companies_pages()} />
				</>
			)}
		</Page>
	);
}

function NoneYet() {
	const { mayCreate, mayImport } = useLoaderData<typeof loader>();
	return (
		<EmptyState
			title={m.companies_none_title()}
			text={
				<>
					{m.companies_none_text()}
					{mayImport && <code className="mt-2 block text-sm">npm run import -- companies FILE --preview</code>}
				</>
			}
			action={
				mayCreate ? (
					<ButtonLink to={paths.newCompany()} variant="primary" icon="plus">
						{m.companies_new_action()}
					</ButtonLink>
				) : undefined
			}
		/>
	);
}

function NoHits() {
	const { filters, unknownCvr, mayCreate } = useLoaderData<typeof loader>();
	const isHiding = filters.status !== 'all' && Boolean(filters.q);
	return (
		<EmptyState
			title={m.companies_no_hits_title()}
			text={unknownCvr ? m.companies_no_hits_cvr() : m.companies_no_hits_text()}
			action={
				<>
					{unknownCvr && mayCreate && <ButtonLink to={paths.newCompany({ cvr: unknownCvr })}>{m.companies_new_action()}</ButtonLink>}
					{isHiding && <ButtonLink to={paths.companies(paramsOf({ ...filters, status: 'all' }))}>{m.companies_search_ceased()}</ButtonLink>}
					{isFiltered(filters) && <ButtonLink to={paths.companies()}>{m.companies_clear_filters()}</ButtonLink>}
				</>
			}
		/>
	);
}
