import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { issueFormChoices } from '../choices.server.ts';
import { reviseIssue } from '../commands.server.ts';
import { IssueForm } from '../components/issue-form.tsx';
import { issueForm } from '../issue-form.server.ts';
import { ISSUE_EDIT } from '../issue-values.ts';
import { issueFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issue_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	const issue = await issueFor(viewer, params.issueId);
	const { topics, districts, people } = await issueFormChoices(viewer, issue.owner);
	// A topic put away since stays choosable: saving must not change what nobody touched.
	const own = issue.topic && !topics.some(({ value }) => value === issue.topicId) ? [{ value: issue.topic.id, label: issue.topic.nameDa }] : [];
	return {
		...(await openEdit(request, viewer, ISSUE_EDIT, { id: issue.id, row: issue, label: issue.title })),
		// One raised in a talk is taken out there.
		mayRemove: issue.raisedInId === null,
		title: issue.title,
		hasOutcome: issue.state === 'resolved',
		topics: [...own, ...topics],
		districts,
		people,
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	const { id } = await issueFor(viewer, params.issueId);
	return saveEdit(request, viewer, ISSUE_EDIT, {
		id,
		read: () => issueFor(viewer, id),
		schema: issueForm(),
		save: (input) => reviseIssue(viewer, id, input),
		page: paths.issue(id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditIssue() {
	const { mayRemove, title, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { id, version, values, hasOutcome } = opened;
	return (
		<Page title={m.dialogues_issue_edit_title()} back={{ to: paths.issue(id), label: title }}>
			<IssueForm
				{...opened}
				answer={answer}
				// A control the merge compares has to be there, also where it is not asked.
				hidden={!hasOutcome && <input type="hidden" name="outcome" value={String(values.outcome)} />}
				save={m.dialogues_issue_save()}
				cancel={paths.issue(id)}
			/>
			{mayRemove && (
				<RemoveEntry
					action={paths.removal('issue', id)}
					version={version}
					label={m.dialogues_issue_remove()}
					text={m.dialogues_issue_remove_text()}
				/>
			)}
		</Page>
	);
}
