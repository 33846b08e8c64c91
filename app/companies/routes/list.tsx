import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { paramsOf } from '#app/lists/list.ts';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { companyList } from '../company-list.server.ts';
import { COMPANY_LIST } from '../list.tsx';
import { companyByNumber } from '../queries.server.ts';
import { cvrFrom } from '../register-numbers.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const q = new URL(request.url).searchParams.get('q') ?? '';
	const exact = q ? await companyByNumber(viewer, q) : null;
	if (exact) throw redirect(paths.company(exact.id));
	return {
		shown: await listShown(viewer, companyList, request),
		unknownCvr: cvrFrom(q),
		mayCreate: can(viewer, 'create', 'company'),
		mayImport: can(viewer, 'run', 'import'),
	};
}

export default function Companies() {
	const { shown, unknownCvr, mayCreate, mayImport } = useLoaderData<typeof loader>();
	const { q, is } = shown.state;
	const create = mayCreate && (
		<ButtonLink to={paths.newCompany()} variant="primary" icon="plus">
			{m.companies_new_action()}
		</ButtonLink>
	);
	return (
		<ListPage
			list={COMPANY_LIST}
			shown={shown}
			actions={!shown.isNone && create}
			none={{
				title: m.companies_none_title(),
				text: (
					<>
						{m.companies_none_text()}
						{mayImport && <code className="mt-2 block text-sm">npm run import -- companies FILE --preview</code>}
					</>
				),
				action: create,
			}}
			noHits={{
				title: m.companies_no_hits_title(),
				text: unknownCvr ? m.companies_no_hits_cvr() : m.companies_no_hits_text(),
				actions: (
					<>
						{unknownCvr && mayCreate && <ButtonLink to={paths.newCompany({ cvr: unknownCvr })}>{m.companies_new_action()}</ButtonLink>}
						{q && is.status !== 'all' && (
							<ButtonLink to={paths.companies({ ...paramsOf(shown.state, COMPANY_LIST), status: 'all' })}>{m.companies_search_ceased()}</ButtonLink>
						)}
					</>
				),
			}}
		/>
	);
}
