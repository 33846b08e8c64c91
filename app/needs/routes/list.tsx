import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { NEED_LIST } from '../list.tsx';
import { needList } from '../need-list.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_needs()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, needList, request) };
}

export default function Needs() {
	const { shown } = useLoaderData<typeof loader>();
	return (
		<ListPage
			list={NEED_LIST}
			shown={shown}
			none={{ title: m.dialogues_needs_none_title(), text: m.dialogues_needs_none_text() }}
			noHits={{ title: m.dialogues_needs_none_title(), text: m.dialogues_list_none_text() }}
		/>
	);
}
