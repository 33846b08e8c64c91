import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { SiteForm } from '../components/site-form.tsx';
import { companyFor, siteFor } from '../queries.server.ts';
import { refusalOf } from '../site-answer.server.ts';
import { openSite, reviseSite } from '../site-commands.server.ts';
import { SITE_EDIT } from '../site-edit.ts';
import { siteForm } from '../site-form.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.siteId ? 'revise' : 'create', 'site');
	const districts = await districtChoices(viewer);
	const schema = siteForm();
	if (!params.siteId) {
		const { id, name } = await companyFor(viewer, params.companyId);
		const opened = await openNew(request, viewer, 'site', { label: name, schema });
		return {
			...opened,
			values: { name },
			districts,
			isMain: false,
			title: m.companies_new_site_title(),
			back: { to: paths.company(id), label: name },
		};
	}
	const site = await siteFor(viewer, params.siteId);
	const { id, name, isMain } = site;
	const opened = await openEdit(request, viewer, SITE_EDIT, { id, row: site, label: name, schema });
	return { ...opened, districts, isMain, title: m.companies_edit_title({ name }), back: { to: paths.site(id), label: name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.siteId ? 'revise' : 'create', 'site');
	if (!params.siteId) {
		const company = await companyFor(viewer, params.companyId);
		return saveNew(request, siteForm(), async (input) => {
			const answer = await openSite(viewer, company.id, input);
			return 'siteId' in answer ? refusalOf(answer) : { kind: answer.kind, to: paths.site(answer.id), flash: { key: 'site_opened' } };
		});
	}
	const { id } = await siteFor(viewer, params.siteId);
	return saveEdit(request, viewer, SITE_EDIT, {
		id,
		read: () => siteFor(viewer, id),
		schema: siteForm(),
		save: async (input) => {
			const answer = await reviseSite(viewer, input);
			return 'siteId' in answer ? refusalOf(answer) : answer;
		},
		page: paths.site(id),
	});
}

export const clientAction = keepWhenOffline;

export default function Site() {
	const { title, back, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={title} back={back}>
			<SiteForm {...opened} answer={answer} taken={answer?.taken} cancel={back.to} />
		</Page>
	);
}
