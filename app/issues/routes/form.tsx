import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeAsked } from '#app/dialogues/place-asked.server.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { issueFormChoices } from '../choices.server.ts';
import { raiseIssue, reviseIssue } from '../commands.server.ts';
import { IssueForm } from '../components/issue-form.tsx';
import { issueForm, newIssueForm } from '../issue-form.server.ts';
import { ISSUE_EDIT } from '../issue-values.ts';
import { issueFor } from '../queries.server.ts';

const titleOf = (isNew: boolean) => (isNew ? m.dialogues_issue_raise() : m.dialogues_issue_edit_title());

export const meta: MetaFunction = ({ params }) => [{ title: `${titleOf(!params.issueId)} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	if (!params.issueId) {
		const asked = new URL(request.url).searchParams;
		const [{ company, landowner }, { topics, districts }] = await Promise.all([placeAsked(viewer, asked), issueFormChoices(viewer)]);
		const district = districts.find(({ value }) => value === asked.get('district'));
		return {
			...(await openNew(request, viewer, 'issue', { label: company?.name ?? landowner?.name ?? null })),
			...{ topics, districts, values: { districtId: district?.value ?? '' } },
			place: { company, landowner, dialogueId: null },
			back: { to: paths.issues(), label: m.dialogues_issues() },
		};
	}
	const issue = await issueFor(viewer, params.issueId);
	const { topics, districts, people } = await issueFormChoices(viewer, issue.owner);
	// A topic put away since stays choosable: saving must not change what nobody touched.
	const own = issue.topic && !topics.some(({ value }) => value === issue.topicId) ? [{ value: issue.topic.id, label: issue.topic.nameDa }] : [];
	return {
		...(await openEdit(request, viewer, ISSUE_EDIT, { id: issue.id, row: issue, label: issue.title })),
		// One raised in a talk is taken out there.
		mayRemove: issue.raisedInId === null,
		back: { to: paths.issue(issue.id), label: issue.title },
		hasOutcome: issue.state === 'resolved',
		topics: [...own, ...topics],
		districts,
		people,
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	if (!params.issueId)
		return saveNew(request, newIssueForm(), async (input) => {
			const { kind, id } = await raiseIssue(viewer, input);
			return { kind, to: paths.issue(id), flash: { key: 'issue_raised' } };
		});
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

export default function Issue() {
	const { back, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	if ('place' in opened) {
		const { place } = opened;
		const hidden = (
			<>
				<input type="hidden" name="companyId" value={place.company?.id ?? ''} />
				<input type="hidden" name="landownerId" value={place.landowner?.id ?? ''} />
			</>
		);
		return (
			<Page title={titleOf(true)} back={back} meta={<PlaceLinks place={place} />}>
				<IssueForm {...opened} answer={answer} hidden={hidden} save={m.dialogues_issue_save_new()} cancel={back.to} />
			</Page>
		);
	}
	const { id, version, values, hasOutcome, mayRemove } = opened;
	return (
		<Page title={titleOf(false)} back={back}>
			<IssueForm
				{...opened}
				answer={answer}
				// A control the merge compares has to be there, also where it is not asked.
				hidden={!hasOutcome && <input type="hidden" name="outcome" value={String(values.outcome)} />}
				save={m.dialogues_issue_save()}
				cancel={back.to}
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
