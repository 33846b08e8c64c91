import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { isId } from '#db/new-id.ts';
import { fieldUnits } from '../acting.ts';
import { reviseDialogue } from '../commands.server.ts';
import { DialogueForm } from '../components/dialogue-form.tsx';
import { revisionForm } from '../dialogue-form.server.ts';
import { firmById } from '../firms.server.ts';
import { firmOfForm } from '../form-page.server.ts';
import { dialogueFor, programmeChoices } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'dialogue')) throw forbidden();
	const [talk, programme] = await Promise.all([dialogueFor(viewer, params.dialogueId), programmeChoices()]);
	if (!talk.isRevisable) throw forbidden();
	const { version, channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, hasNoNextStep, siteId } = talk;
	return {
		id: talk.id,
		firm: await firmById(viewer, talk.companyId),
		...programme,
		units: fieldUnits(viewer),
		today: today(),
		viewerId: viewer.id,
		values: {
			...{ version, channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, hasNoNextStep, siteId },
			unitId: talk.unit.id,
			topicIds: talk.topics.map(({ id }) => id),
			goalIds: talk.goals.map(({ id }) => id),
		},
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const form = await formOf(request);
	const { dialogueId } = params;
	if (!isId(dialogueId)) throw notFound();
	if (!can(viewer, 'revise', 'dialogue') || !(await dialogueFor(viewer, dialogueId)).isRevisable) throw forbidden();
	const submission = submitted(form, revisionForm());
	const meant = await firmOfForm(viewer, form);
	if ('errors' in meant)
		return data(
			{ result: submission.reply({ fieldErrors: { firm: meant.errors } }), choices: meant.choices, firm: null, conflict: null },
			{ status: 400 },
		);
	if (submission.status !== 'success') return data({ result: submission.reply(), choices: [], firm: meant.firm, conflict: null }, { status: 400 });
	const { firm: _typed, siteId, ...changes } = submission.value;
	const answer = await reviseDialogue(viewer, dialogueId, { ...changes, companyId: meant.firm.id, siteId: siteId ?? meant.siteId });
	if ('edition' in answer) return data({ result: submission.reply(), choices: [], firm: meant.firm, conflict: answer.edition }, { status: 409 });
	return redirectWith(request, paths.dialogue(dialogueId), { key: 'dialogue_revised' });
}

export const clientAction = keepWhenOffline;

export default function EditDialogue() {
	const { id, firm, ...given } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.dialogues_edit_title()} back={{ to: paths.dialogue(id), label: m.dialogues_edit_back() }}>
			<DialogueForm
				{...given}
				isNew={false}
				firm={answer ? answer.firm : firm}
				lastResult={answer?.result}
				conflict={answer?.conflict}
				recent={[]}
				choices={answer?.choices ?? []}
				canCreateFirm={false}
				cancel={paths.dialogue(id)}
			/>
		</Page>
	);
}
