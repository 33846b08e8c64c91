import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { Timeline } from '../components/timeline.tsx';
import { TALK_LIST } from '../list.tsx';
import { talkList } from '../talk-list.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_list_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, talkList, request) };
}

export default function Dialogues() {
	const { shown } = useLoaderData<typeof loader>();
	return (
		<ListPage
			list={TALK_LIST}
			shown={shown}
			none={{ title: m.dialogues_timeline_empty_title(), text: m.dialogues_timeline_empty_text() }}
			noHits={{ title: m.dialogues_list_none_title(), text: m.dialogues_list_none_text() }}
		>
			<Timeline entries={shown.rows} leadsWithFirm />
		</ListPage>
	);
}
