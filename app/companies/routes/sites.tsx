import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { siteList } from '../site-list.server.ts';
import { SITE_LIST } from '../site-list.tsx';

export const meta: MetaFunction = () => [{ title: `${m.companies_sites()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, siteList, request) };
}

export default function Sites() {
	const { shown } = useLoaderData<typeof loader>();
	return (
		<ListPage
			list={SITE_LIST}
			shown={shown}
			none={{ title: m.companies_sites_none_title(), text: m.companies_none_text() }}
			noHits={{ title: m.companies_sites_no_hits_title(), text: m.companies_no_hits_text() }}
		/>
	);
}
