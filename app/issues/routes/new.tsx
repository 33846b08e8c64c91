import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { placeAsked } from '#app/dialogues/place-asked.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { issueFormChoices } from '../choices.server.ts';
import { raiseIssue } from '../commands.server.ts';
import { IssueForm } from '../components/issue-form.tsx';
import { newIssueForm } from '../issue-form.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issue_raise()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'issue')) throw forbidden();
	const asked = new URL(request.url).searchParams;
	const [{ company, landowner }, { topics, districts }] = await Promise.all([placeAsked(viewer, asked), issueFormChoices(viewer)]);
	const wanted = asked.get('district');
	const district = districts.find(({ value }) => value === wanted);
	return { id: newId(), place: { company, landowner, dialogueId: null }, topics, districts, values: { districtId: district?.value ?? '' } };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'issue')) throw forbidden();
	const submission = submitted(await formOf(request), newIssueForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), earlier: null }, { status: 400 });
	const { id, state } = await raiseIssue(viewer, submission.value);
	if (state === 'differs') return data({ result: submission.reply(), earlier: { to: paths.issue(id), freshId: newId() } }, { status: 409 });
	return redirectWith(request, paths.issue(id), { key: 'issue_raised' });
}

export const clientAction = keepWhenOffline;

export default function NewIssue() {
	const { id, place, ...given } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const posted = answer?.result.initialValue?.id;
	return (
		<Page title={m.dialogues_issue_raise()} back={{ to: paths.issues(), label: m.dialogues_issues() }} meta={<PlaceLinks place={place} />}>
			<IssueForm
				{...given}
				lastResult={answer?.result}
				head={
					<>
						<input type="hidden" name="id" value={answer?.earlier?.freshId ?? (typeof posted === 'string' ? posted : id)} />
						{answer?.earlier && <EarlierNotice {...answer.earlier} />}
						<input type="hidden" name="companyId" value={place.company?.id ?? ''} />
						<input type="hidden" name="landownerId" value={place.landowner?.id ?? ''} />
					</>
				}
				save={m.dialogues_issue_save_new()}
				cancel={paths.issues()}
			/>
		</Page>
	);
}
