import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { divisionNames, industryChoices } from '#app/districts/industries.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import type { Taken } from '#app/ui/taken-notice.tsx';
import { registerCompany } from '../commands.server.ts';
import { newCompanyForm } from '../company-form.server.ts';
import { NewCompanyForm } from '../components/new-company-form.tsx';
import type { LookAlike } from '../look-alikes.server.ts';
import { companyForms } from '../register-codes.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'company');
	const search = new URL(request.url).searchParams;
	const [districts, industries, divisions] = await Promise.all([districtChoices(viewer), industryChoices(), divisionNames()]);
	return {
		...(await openNew(request, viewer, 'company', { label: null, schema: newCompanyForm(new Set(divisions.keys())) })),
		values: { name: (search.get('name') ?? '').slice(0, 200), cvr: (search.get('cvr') ?? '').slice(0, 40) },
		choices: { districts, industries, forms: companyForms() },
	};
}

interface More {
	lookAlikes: LookAlike[];
	taken: Taken;
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'company');
	return saveNew(request, newCompanyForm(new Set((await divisionNames()).keys())), async (input) => {
		const answer = await registerCompany(viewer, input);
		switch (answer.kind) {
			case 'saved':
				return { kind: 'saved', to: pageAfter(request, answer.id), flash: { key: 'company_registered', params: { name: input.name } } };
			case 'differs':
				return { kind: 'differs', to: paths.company(answer.id) };
			case 'known':
				return redirectWith(request, pageAfter(request, answer.id), { key: 'company_known' });
			case 'look-alikes':
				return refused<More>({}, { lookAlikes: answer.firms });
			case 'p-number-taken': {
				const { companyId, companyName: name } = answer;
				return refused<More>({ pNumber: m.companies_error_p_number_taken({ name }) }, { taken: { to: paths.company(companyId), name } });
			}
		}
	});
}

/** The firm's page, or the talk form for whoever came from there: a word in the address, never an address in it. */
const pageAfter = ({ url }: Request, company: string) =>
	new URL(url).searchParams.get('next') === 'talk' ? paths.newDialogue({ company }) : paths.company(company);

export const clientAction = keepWhenOffline;

export default function NewCompany() {
	const opened = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_new_title()} back={{ to: paths.companies(), label: m.companies_title() }}>
			<NewCompanyForm {...opened} answer={answer} lookAlikes={answer?.lookAlikes ?? []} taken={answer?.taken} />
		</Page>
	);
}
