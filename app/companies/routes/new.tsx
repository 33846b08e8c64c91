import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { divisionNames, industryChoices } from '#app/districts/industries.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { registerCompany } from '../commands.server.ts';
import { newCompanyForm } from '../company-form.server.ts';
import { NewCompanyForm } from '../components/new-company-form.tsx';
import { companyForms } from '../register-codes.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'company')) throw forbidden();
	const search = new URL(request.url).searchParams;
	const [districts, industries, divisions] = await Promise.all([districtChoices(viewer), industryChoices(), divisionNames()]);
	return {
		kept: await keptNew(request, viewer, { form: 'company', label: null }),
		start: { name: (search.get('name') ?? '').slice(0, 200), cvr: (search.get('cvr') ?? '').slice(0, 40) },
		choices: { districts, industries, forms: companyForms() },
		constraint: constraintOf(newCompanyForm(new Set(divisions.keys()))),
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'company')) throw forbidden();
	const divisions = await divisionNames();
	const submission = submitted(await formOf(request), newCompanyForm(new Set(divisions.keys())));
	if (submission.status !== 'success') return data({ result: submission.reply(), lookAlikes: [], taken: null, earlier: null }, { status: 400 });
	const answer = await registerCompany(viewer, submission.value);
	switch (answer.kind) {
		case 'registered':
			return redirectWith(request, pageAfter(request, answer.id), { key: 'company_registered', params: { name: submission.value.name } });
		case 'known':
			return redirectWith(request, pageAfter(request, answer.id), { key: 'company_known' });
		case 'differs': {
			const earlier = { to: paths.company(answer.id), freshId: newId() };
			return data({ result: submission.reply(), lookAlikes: [], taken: null, earlier }, { status: 409 });
		}
		case 'look-alikes':
			return data({ result: submission.reply(), lookAlikes: answer.firms, taken: null, earlier: null }, { status: 409 });
		case 'p-number-taken': {
			const text = m.companies_error_p_number_taken({ name: answer.companyName });
			return data(
				{
					result: submission.reply({ fieldErrors: { pNumber: [text] } }),
					lookAlikes: [],
					taken: { to: paths.company(answer.companyId), name: answer.companyName },
					earlier: null,
				},
				{ status: 409 },
			);
		}
	}
}

/** The firm's page, or the talk form for whoever came from there: a word in the address, never an address in it. */
const pageAfter = ({ url }: Request, company: string) =>
	new URL(url).searchParams.get('next') === 'talk' ? paths.newDialogue({ company }) : paths.company(company);

export const clientAction = keepWhenOffline;

export default function NewCompany() {
	const { kept, start, choices, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_new_title()} back={{ to: paths.companies(), label: m.companies_title() }}>
			<NewCompanyForm
				// The id stays while the form does: whoever presses twice registers once.
				id={kept.recordId}
				kept={kept}
				start={start}
				choices={choices}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				lookAlikes={answer?.lookAlikes ?? []}
				taken={answer?.taken ?? null}
				earlier={answer?.earlier ?? null}
			/>
		</Page>
	);
}
