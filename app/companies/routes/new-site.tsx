import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { SiteForm } from '../components/site-form.tsx';
import { companyFor } from '../queries.server.ts';
import { refusalOf } from '../site-answer.server.ts';
import { openSite } from '../site-commands.server.ts';
import { siteForm } from '../site-form.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_new_site_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'site');
	const [{ id, name }, districts] = await Promise.all([companyFor(viewer, params.companyId), districtChoices(viewer)]);
	return {
		...(await openNew(request, viewer, 'site', { label: name, schema: siteForm() })),
		...{ company: { id, name }, values: { name }, districts },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'site');
	const company = await companyFor(viewer, params.companyId);
	return saveNew(request, siteForm(), async (input) => {
		const answer = await openSite(viewer, company.id, input);
		return 'siteId' in answer ? refusalOf(answer) : { kind: answer.kind, to: paths.site(answer.id), flash: { key: 'site_opened' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewSite() {
	const { company, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const back = paths.company(company.id);
	return (
		<Page title={m.companies_new_site_title()} back={{ to: back, label: company.name }}>
			<SiteForm {...opened} answer={answer} taken={answer?.taken} isMain={false} deed={m.companies_new_site_action()} cancel={back} />
		</Page>
	);
}
