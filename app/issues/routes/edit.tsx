import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { issueFormChoices } from '../choices.server.ts';
import { reviseIssue } from '../commands.server.ts';
import { IssueForm } from '../components/issue-form.tsx';
import { issueForm } from '../issue-form.server.ts';
import { issueAsShown, issueClashLabels, issueFieldLabel, issueValues } from '../issue-values.ts';
import { issueFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issue_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'issue')) throw forbidden();
	const issue = await issueFor(viewer, params.issueId);
	const { topics, districts, people } = await issueFormChoices(viewer, issue.owner);
	// A topic put away since stays choosable: saving must not change what nobody touched.
	const own = issue.topic && !topics.some(({ value }) => value === issue.topicId) ? [{ value: issue.topic.id, label: issue.topic.nameDa }] : [];
	return {
		id: issue.id,
		version: issue.version,
		// One raised in a talk is taken out there.
		mayRemove: issue.raisedInId === null,
		title: issue.title,
		hasOutcome: issue.state === 'resolved',
		choices: { topics: [...own, ...topics], districts, people },
		values: issueValues(issue),
		base: baseOf(issueAsShown(issue)),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'issue')) throw forbidden();
	const { id } = await issueFor(viewer, params.issueId);
	const subject = { kind: 'issue', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => issueAsShown(await issueFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, issueForm());
			if (edit.clashes.length > 0) return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			const answer = await reviseIssue(viewer, id, submission.value);
			if (answer.kind === 'conflict') return null;
			return redirectWith(request, paths.issue(id), await togetherFlash(viewer, subject, edit.takenOver, issueFieldLabel));
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditIssue() {
	const { id, version, mayRemove, title, choices, values, base, hasOutcome } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.dialogues_issue_edit_title()} back={{ to: paths.issue(id), label: title }}>
			<IssueForm
				{...choices}
				values={values}
				hasOutcome={hasOutcome}
				lastResult={answer?.result}
				head={
					<>
						<BaseField base={base} lastResult={answer?.result} />
						<ConflictPanel conflict={answer?.conflict} labels={issueClashLabels(choices)} formId="issue" />
						{/* A control the merge compares has to be there, also where it is not asked. */}
						{!hasOutcome && <input type="hidden" name="outcome" value={values.outcome} />}
					</>
				}
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
