import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
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
import { SiteForm } from '../components/site-form.tsx';
import { companyFor } from '../queries.server.ts';
import { refusalOf } from '../site-answer.server.ts';
import { openSite } from '../site-commands.server.ts';
import { siteForm } from '../site-form.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_new_site_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'site')) throw forbidden();
	const [company, districts] = await Promise.all([companyFor(viewer, params.companyId), districtChoices(viewer)]);
	const kept = await keptNew(request, viewer, { form: 'site', label: company.name });
	return { kept, company: { id: company.id, name: company.name }, districts, constraint: constraintOf(siteForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'site')) throw forbidden();
	const company = await companyFor(viewer, params.companyId);
	const submission = submitted(await formOf(request), siteForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), taken: null, earlier: null }, { status: 400 });
	const answer = await openSite(viewer, company.id, submission.value);
	if (answer.kind === 'kept') return redirectWith(request, paths.site(answer.id), { key: 'site_opened' });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.site(answer.id), freshId: newId() };
		return data({ result: submission.reply(), taken: null, earlier }, { status: 409 });
	}
	const { faults, taken } = refusalOf(answer);
	return data({ result: submission.reply(faults), taken, earlier: null }, { status: 409 });
}

export const clientAction = keepWhenOffline;

export default function NewSite() {
	const { kept, company, districts, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_new_site_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<SiteForm
				id={kept.recordId}
				kept={kept}
				values={{ name: company.name }}
				districts={districts}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				taken={answer?.taken ?? null}
				earlier={answer?.earlier ?? null}
				isMain={false}
				deed={m.companies_new_site_action()}
				cancel={paths.company(company.id)}
			/>
		</Page>
	);
}
