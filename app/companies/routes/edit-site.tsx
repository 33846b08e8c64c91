import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { SiteForm } from '../components/site-form.tsx';
import { siteFor } from '../queries.server.ts';
import { refusalOf } from '../site-answer.server.ts';
import { reviseSite } from '../site-commands.server.ts';
import { SITE_EDIT } from '../site-edit.ts';
import { siteForm } from '../site-form.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.companies_edit_title({ name: shown.name }) : m.companies_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'site');
	const [site, districts] = await Promise.all([siteFor(viewer, params.siteId), districtChoices(viewer)]);
	const { id, name, isMain } = site;
	return { ...(await openEdit(request, viewer, SITE_EDIT, { id, row: site, label: name, schema: siteForm() })), name, isMain, districts };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'site');
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

export default function EditSite() {
	const { name, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const page = paths.site(opened.id);
	return (
		<Page title={m.companies_edit_title({ name })} back={{ to: page, label: name }}>
			<SiteForm {...opened} answer={answer} taken={answer?.taken} deed={m.companies_save()} cancel={page} />
		</Page>
	);
}
