import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { divisionNames, industryChoices } from '#app/districts/industries.server.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
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
import { COMPANY_READINGS, companyAsShown, valuesOf } from '../company-values.ts';
import { CompanyForm } from '../components/company-form.tsx';
import { COMPANY_CHAIN_NAMES, companyFieldLabel } from '../field-labels.ts';
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
	const kept = await keptEdit(request, viewer, { form: 'company', recordId: company.id, label: company.name, baseVersion: company.version });
	return {
		kept,
		id: company.id,
		name: company.name,
		base: baseOf(companyAsShown(company)),
		values: valuesOf(company),
		choices: { industries, forms: companyForms(), statuses: [...own, ...listed] },
		constraint: constraintOf(companyForm(new Set(divisions.keys()))),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'company')) throw forbidden();
	const { id } = await companyFor(viewer, params.companyId);
	const subject = { kind: 'company', id } as const;
	const schema = companyForm(new Set((await divisionNames()).keys()));
	return mergeAndSave(
		await formOf(request),
		async () => companyAsShown(await companyFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, schema);
			if (edit.clashes.length > 0)
				return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit, COMPANY_CHAIN_NAMES) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseCompany(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			if (answer.kind === 'known') return redirectWith(request, paths.company(answer.id), { key: 'company_known' });
			const flash = await togetherFlash(viewer, subject, edit.takenOver, companyFieldLabel, COMPANY_CHAIN_NAMES);
			return redirectWith(request, paths.company(id), flash);
		},
		COMPANY_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditCompany() {
	const { kept, id, name, base, values, choices, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_edit_title({ name })} back={{ to: paths.company(id), label: name }}>
			<CompanyForm
				id={id}
				base={base}
				values={values}
				choices={choices}
				constraint={constraint}
				kept={kept}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
			/>
		</Page>
	);
}
