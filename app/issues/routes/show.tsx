import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { formatDay, formatNumber, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { channelIcon, channelLabel } from '#app/touches/labels.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { reopenIssue, resolveIssue } from '../commands.server.ts';
import { IssueState } from '../components/issue-list.tsx';
import { ResolveIssue } from '../components/resolve-issue.tsx';
import { issueStateForm } from '../issue-form.server.ts';
import { issueFor, talksNaming } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown?.issue.title ?? m.dialogues_issues()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'issue');
	const issue = await issueFor(viewer, params.issueId);
	return { issue, talks: await talksNaming(viewer, issue.id), mayRevise: can(viewer, 'record', 'issue') };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	const { id } = await issueFor(viewer, params.issueId);
	const submission = submitted(await formOf(request), issueStateForm());
	if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 });
	const { deed, outcome } = submission.value;
	if (deed === 'reopen') {
		await reopenIssue(viewer, id);
		return redirectWith(request, paths.issue(id), { key: 'issue_reopened' });
	}
	await resolveIssue(viewer, id, outcome);
	return redirectWith(request, paths.issue(id), { key: 'issue_resolved', undo: { action: paths.issue(id), fields: { deed: 'reopen' } } });
}

export const clientAction = keepWhenOffline;

export default function Issue() {
	const { issue, talks, mayRevise } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<RecordPage
			title={issue.title}
			back={{ to: paths.issues(), label: m.dialogues_issues() }}
			badges={
				<>
					<IssueState issue={issue} />
					{issue.topic && <Badge>{named(issue.topic)}</Badge>}
					<PlaceLinks place={issue} />
				</>
			}
			deeds={
				mayRevise && (
					<>
						<ButtonLink to={paths.editIssue(issue.id)} icon="edit">
							{m.upkeep_edit()}
						</ButtonLink>
						{issue.state === 'resolved' && (
							<Form method="post">
								<Button name="deed" value="reopen" variant="quiet" icon="undo">
									{m.dialogues_issue_reopen()}
								</Button>
							</Form>
						)}
					</>
				)
			}
			facts={[
				{ label: m.dialogues_issue_opened(), value: formatDay(issue.openedOn) },
				{ label: m.dialogues_issue_owner(), value: issue.owner.name },
				{ label: m.dialogues_list_title(), value: formatNumber(talks.length) },
			]}
		>
			<Columns side={mayRevise && issue.state === 'open' && <ResolveIssue lastResult={answer?.result} outcome={issue.outcome} />}>
				{issue.outcome && (
					<Section title={m.dialogues_issue_outcome()}>
						<p className="max-w-prose whitespace-pre-line">{issue.outcome}</p>
					</Section>
				)}
				<Section title={m.dialogues_issue_talks()} none={talks.length === 0 && m.dialogues_issue_no_talks()}>
					{talks.length > 0 && (
						<RowList label={m.dialogues_issue_talks()}>
							{talks.map((talk) => (
								<Row
									key={talk.id}
									href={paths.dialogue(talk.id)}
									title={formatDay(talk.heldOn)}
									leading={<Icon name={channelIcon(talk.channel)} />}
									meta={
										<>
											<span>{channelLabel(talk.channel)}</span>
											<span>
												{talk.authorName}, {talk.unitName}
											</span>
										</>
									}
								/>
							))}
						</RowList>
					)}
				</Section>
			</Columns>
		</RecordPage>
	);
}
