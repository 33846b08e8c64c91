import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { divisionNames, industryChoices } from '#app/districts/industries.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseCompany } from '../commands.server.ts';
import { companyForm } from '../company-form.server.ts';
import { valuesOf } from '../company-values.ts';
import { CompanyForm } from '../components/company-form.tsx';
import { companyFor } from '../queries.server.ts';
import { companyForms, registerStatuses } from '../register-codes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.companies_edit_title({ name: shown.name }) : m.companies_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'company')) throw forbidden();
	const [company, industries, divisions] = await Promise.all([companyFor(viewer, params.companyId), industryChoices(), divisionNames()]);
	const listed = registerStatuses();
	// A status in another register's words stays choosable: saving must not change what nobody touched.
	const own = company.status && !listed.some(({ value }) => value === company.status) ? [{ value: company.status, label: company.status }] : [];
	return {
		id: company.id,
		name: company.name,
		version: company.version,
		values: valuesOf(company),
		choices: { industries, forms: companyForms(), statuses: [...own, ...listed] },
		constraint: constraintOf(companyForm(new Set(divisions.keys()))),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'company')) throw forbidden();
	const { id } = await companyFor(viewer, params.companyId);
	const divisions = await divisionNames();
	const submission = submitted(await formOf(request), companyForm(new Set(divisions.keys())));
	if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
	if (submission.value.id !== id) throw badRequest();
	const answer = await reviseCompany(viewer, submission.value);
	switch (answer.kind) {
		case 'revised':
			return redirectWith(request, paths.company(id), { key: 'saved' });
		case 'known':
			return redirectWith(request, paths.company(answer.id), { key: 'company_known' });
		case 'conflict':
			return data({ result: submission.reply(), conflict: answer.edition }, { status: 409 });
	}
}

export const clientAction = keepWhenOffline;

export default function EditCompany() {
	const { id, name, version, values, choices, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_edit_title({ name })} back={{ to: paths.company(id), label: name }}>
			<CompanyForm
				id={id}
				version={version}
				values={values}
				choices={choices}
				constraint={constraint}
				lastResult={answer?.result}
				conflict={answer?.conflict}
			/>
		</Page>
	);
}
