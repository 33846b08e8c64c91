import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { companiesByIds } from '#app/companies/queries.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { ContactFilters } from '../components/contact-filters.tsx';
import { ContactTable } from '../components/contact-table.tsx';
import { contactsPage, hasContacts } from '../contact-list.server.ts';
import { filtersFrom, paramsOf } from '../list-filters.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const asked = filtersFrom(new URL(request.url).searchParams);
	const [company] = asked.companyId ? await companiesByIds(viewer, [asked.companyId]) : [];
	// A firm that is not there (any more) filters nothing, like every other unknown value.
	const filters = { ...asked, companyId: company?.id ?? null };
	const page = await contactsPage(viewer, filters);
	return {
		filters,
		company: company ? { id: company.id, name: company.name } : null,
		rows: page.rows,
		total: page.total,
		isCapped: page.isCapped,
		next: page.next && paths.contacts(paramsOf({ ...filters, before: null, after: page.next })),
		previous: page.previous && paths.contacts(paramsOf({ ...filters, after: null, before: page.previous })),
		isEmpty: page.rows.length === 0 && !(await hasContacts(viewer)),
		mayCreate: can(viewer, 'create', 'contact'),
	};
}

export default function Contacts() {
	const { filters, company, rows, total, isCapped, next, previous, isEmpty, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate && (
		<ButtonLink to={paths.newContact(company ? { company: company.id } : {})} variant="primary" icon="plus">
			{m.contacts_new_action()}
		</ButtonLink>
	);
	const figure = `${formatNumber(total)}${isCapped ? '+' : ''}`;
	return (
		<Page
			title={m.contacts_title()}
			actions={isEmpty ? undefined : create}
			meta={isEmpty ? undefined : m.contacts_count({ count: total, figure })}
			wide
		>
			{isEmpty ? (
				<EmptyState title={m.contacts_none_title()} text={m.contacts_none_text()} action={create || undefined} />
			) : (
				<>
					<ContactFilters filters={filters} company={company} />
					{rows.length === 0 ? (
						<EmptyState
							title={m.contacts_no_hits_title()}
							text={m.contacts_no_hits_text()}
							action={<ButtonLink to={paths.contacts()}>{m.contacts_clear_filters()}</ButtonLink>}
						/>
					) : (
						<ContactTable rows={rows} />
					)}
					<KeysetPages previous={previous} next={next} label={m.contacts_pages()} />
				</>
			)}
		</Page>
	);
}
