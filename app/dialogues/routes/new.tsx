import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { fieldUnits } from '../acting.ts';
import { logDialogue } from '../commands.server.ts';
import { DialogueForm } from '../components/dialogue-form.tsx';
import { EarlierNotice } from '../components/earlier-notice.tsx';
import { dialogueForm } from '../dialogue-form.server.ts';
import { firmById, firmOfSite, recentFirms } from '../firms.server.ts';
import { firmOfForm } from '../form-page.server.ts';
import { programmeChoices } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'log', 'dialogue')) throw forbidden();
	const asked = new URL(request.url).searchParams;
	const siteId = asked.get('site');
	const [firm, recent, programme] = await Promise.all([
		firmById(viewer, asked.get('company')).then((found) => found ?? firmOfSite(viewer, siteId)),
		recentFirms(viewer),
		programmeChoices(),
	]);
	const units = fieldUnits(viewer);
	const values = { id: newId(), channel: 'visit', heldOn: today(), confidentiality: 'open', siteId, unitId: units[0]?.unitId ?? null };
	return { firm, recent, ...programme, units, values, today: today(), viewerId: viewer.id, canCreateFirm: can(viewer, 'create', 'company') };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'log', 'dialogue')) throw forbidden();
	const form = await formOf(request);
	const submission = submitted(form, dialogueForm());
	const meant = await firmOfForm(viewer, form);
	if ('errors' in meant)
		return data(
			{ result: submission.reply({ fieldErrors: { firm: meant.errors } }), choices: meant.choices, firm: null, earlier: null },
			{ status: 400 },
		);
	if (submission.status !== 'success') return data({ result: submission.reply(), choices: [], firm: meant.firm, earlier: null }, { status: 400 });
	const { firm: _typed, siteId, ...input } = submission.value;
	const talk = await logDialogue(viewer, { ...input, companyId: meant.firm.id, siteId: siteId ?? meant.siteId });
	// A form sent before: once its writer has been told, one more save with the id given here is a talk of its own.
	if (talk.state !== 'saved') {
		const earlier = { id: talk.id, state: talk.state, freshId: newId() };
		return data({ result: submission.reply(), choices: [], firm: meant.firm, earlier }, { status: 409 });
	}
	const dueOn = input.followUp?.dueOn;
	return redirectWith(request, paths.company(talk.companyId), {
		key: 'dialogue_logged',
		params: dueOn ? { day: formatDayShort(dueOn, today()) } : undefined,
		undo: { action: paths.dialogueWithdrawal(talk.id), fields: {} },
	});
}

export const clientAction = keepWhenOffline;

export default function NewDialogue() {
	const { values, firm: preset, ...given } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const firm = answer ? answer.firm : preset;
	const choices = answer?.choices ?? [];
	const typed = answer?.result.initialValue?.firm;
	const isUnknown = Boolean(answer?.result.error?.firm) && choices.length === 0;
	return (
		<Page title={m.dialogues_new_title()}>
			{answer?.earlier && <EarlierNotice {...answer.earlier} />}
			<DialogueForm
				{...given}
				isNew
				values={values}
				firm={firm}
				lastResult={answer?.result}
				choices={choices}
				freshId={answer?.earlier?.freshId}
				unknownFirm={isUnknown && typeof typed === 'string' ? typed : undefined}
				cancel={firm ? paths.company(firm.id) : paths.myDay()}
			/>
		</Page>
	);
}
