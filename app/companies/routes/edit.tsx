import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { divisionNames, industryChoices } from '#app/districts/industries.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import type { Taken } from '#app/ui/taken-notice.tsx';
import { reviseCompany } from '../commands.server.ts';
import { companyForm } from '../company-form.server.ts';
import { CompanyForm } from '../components/company-form.tsx';
import { COMPANY_EDIT } from '../fields.ts';
import { companyFor } from '../queries.server.ts';
import { companyForms, registerStatuses } from '../register-codes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.companies_edit_title({ name: shown.name }) : m.companies_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'company');
	const [company, industries, divisions] = await Promise.all([companyFor(viewer, params.companyId), industryChoices(), divisionNames()]);
	const { id, name, status } = company;
	const listed = registerStatuses();
	// A status in another register's words stays choosable: saving must not change what nobody touched.
	const own = status && !listed.some(({ value }) => value === status) ? [{ value: status, label: status }] : [];
	return {
		...(await openEdit(request, viewer, COMPANY_EDIT, { id, row: company, label: name, schema: companyForm(new Set(divisions.keys())) })),
		name,
		choices: { industries, forms: companyForms(), statuses: [...own, ...listed] },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'company');
	const { id } = await companyFor(viewer, params.companyId);
	return saveEdit(request, viewer, COMPANY_EDIT, {
		id,
		read: () => companyFor(viewer, id),
		schema: companyForm(new Set((await divisionNames()).keys())),
		save: async (input) => {
			const answer = await reviseCompany(viewer, input);
			if (answer.kind !== 'known') return answer;
			const { id: other, name } = answer;
			return refused<{ taken: Taken }>({ cvr: m.companies_error_cvr_taken({ name }) }, { taken: { to: paths.company(other), name } });
		},
		page: paths.company(id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditCompany() {
	const { name, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_edit_title({ name })} back={{ to: paths.company(opened.id), label: name }}>
			<CompanyForm {...opened} answer={answer} taken={answer?.taken} />
		</Page>
	);
}
