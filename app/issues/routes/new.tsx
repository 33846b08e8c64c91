import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeAsked } from '#app/dialogues/place-asked.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { Page } from '#app/ui/page.tsx';
import { issueFormChoices } from '../choices.server.ts';
import { raiseIssue } from '../commands.server.ts';
import { IssueForm } from '../components/issue-form.tsx';
import { newIssueForm } from '../issue-form.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issue_raise()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	const asked = new URL(request.url).searchParams;
	const [{ company, landowner }, { topics, districts }] = await Promise.all([placeAsked(viewer, asked), issueFormChoices(viewer)]);
	const wanted = asked.get('district');
	const district = districts.find(({ value }) => value === wanted);
	return {
		...(await openNew(request, viewer, 'issue', { label: company?.name ?? landowner?.name ?? null })),
		...{ topics, districts, values: { districtId: district?.value ?? '' } },
		place: { company, landowner, dialogueId: null },
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'issue');
	return saveNew(request, newIssueForm(), async (input) => {
		const { kind, id } = await raiseIssue(viewer, input);
		return { kind, to: paths.issue(id), flash: { key: 'issue_raised' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewIssue() {
	const { place, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.dialogues_issue_raise()} back={{ to: paths.issues(), label: m.dialogues_issues() }} meta={<PlaceLinks place={place} />}>
			<IssueForm
				{...opened}
				answer={answer}
				hidden={
					<>
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
