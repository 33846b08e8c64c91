import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { issueList } from '../issue-list.server.ts';
import { ISSUE_LIST } from '../list.tsx';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issues()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, issueList, request), mayRaise: can(viewer, 'record', 'issue') };
}

export default function Issues() {
	const { shown, mayRaise } = useLoaderData<typeof loader>();
	return (
		<ListPage
			list={ISSUE_LIST}
			shown={shown}
			actions={
				mayRaise && (
					<ButtonLink to={paths.newIssue()} icon="plus">
						{m.dialogues_issue_raise()}
					</ButtonLink>
				)
			}
			none={{ title: m.dialogues_issues_none_title(), text: m.dialogues_issues_none_text() }}
			noHits={{ title: m.dialogues_issues_none_title(), text: m.dialogues_list_none_text() }}
		/>
	);
}
