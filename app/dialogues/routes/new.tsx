import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attachmentsOf } from '#app/attachments/commands.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { holdVisit } from '#app/follow-ups/held-visits.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { recentFirms } from '#app/subjects/firms.server.ts';
import { ofFirm } from '#app/subjects/hits.server.ts';
import { latePart } from '#app/ui/late-part.tsx';
import { Page } from '#app/ui/page.tsx';
import { useHeld } from '#app/ui/use-held.ts';
import { newId } from '#db/new-id.ts';
import { logDialogue } from '../commands.server.ts';
import { DialogueForm } from '../components/dialogue-form.tsx';
import { EarlierNotice } from '../components/earlier-notice.tsx';
import { dialogueForm } from '../dialogue-form.server.ts';
import { peopleOfForm, presetBy, talkFormGiven } from '../form-given.server.ts';
import { subjectsOf, subjectsRestored, talkOfForm } from '../form-page.server.ts';
import { blankHarvest } from '../harvest-choices.server.ts';
import { loggedBefore } from '../logged-before.server.ts';
import { aboutPage, pageAfter, savedOrRefused } from '../talk-saving.server.ts';

const AttachmentsField = latePart(() => import('#app/attachments/components/attachments-field.tsx').then((part) => part.default));

export const meta: MetaFunction = () => [{ title: `${m.dialogues_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'log', 'dialogue');
	const [preset, recent, given, kept] = await Promise.all([
		presetBy(viewer, new URL(request.url).searchParams),
		recentFirms(viewer),
		talkFormGiven(viewer),
		keptNew(request, viewer, { form: 'dialogue', label: null }),
	]);
	const { first, siteId, contactIds } = preset;
	const { restored } = kept;
	const subjects = restored ? await subjectsRestored(viewer, restored) : subjectsOf(first);
	const values = {
		channel: first?.kind === 'landowner' || first?.kind === 'property' ? 'landowner_meeting' : 'visit',
		heldOn: today(),
		confidentiality: 'open',
		siteId,
		contactIds,
	};
	return {
		kept,
		given: {
			...given,
			recent: recent.map(ofFirm),
			met: { contacts: await peopleOfForm(viewer, restored, contactIds), hasFollowUps: false, stanceIds: [] },
		},
		subjects,
		about: await aboutPage(viewer, subjects),
		// Files go up as they are chosen: a draft has its own.
		files: restored ? await attachmentsOf(viewer, kept.recordId) : [],
		values: { ...values, unitId: given.units[0]?.unitId ?? null, ...blankHarvest() },
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'log', 'dialogue');
	const form = await formOf(request);
	const schema = dialogueForm();
	const read = await talkOfForm(viewer, form, schema);
	const page = async () => ({ subjects: read.page, about: await aboutPage(viewer, read.page), earlier: null });
	if (!read.talk) return data({ ...(await page()), result: read.result }, { status: 400 });
	const { talk } = read;
	const { saved, refusal } = await savedOrRefused(form, schema, async () => (await loggedBefore(viewer, talk)) ?? (await logDialogue(viewer, talk)));
	if (refusal) return data({ ...(await page()), result: refusal.result }, { status: refusal.status });
	// A form sent before: once its writer has been told, one more save with the id given here is a talk of its own.
	if (saved.state !== 'saved') {
		const earlier = { id: saved.id, state: saved.state, freshId: newId() };
		return data({ ...(await page()), result: read.reply({}), earlier }, { status: 409 });
	}
	await holdVisit(viewer, new URL(request.url).searchParams.get('followUp'), saved.id);
	const dueOn = talk.followUps.find((followUp) => followUp.dueOn)?.dueOn;
	return redirectWith(request, pageAfter(saved), {
		key: 'dialogue_logged',
		params: dueOn ? { day: formatDayShort(dueOn, today()) } : undefined,
		undo: { action: paths.dialogueWithdrawal(saved.id), fields: {} },
	});
}

export const clientAction = keepWhenOffline;

export default function NewDialogue() {
	const { kept: opened, given, values, files, ...loaded } = useLoaderData<typeof loader>();
	const kept = useHeld(opened, undefined, ({ recordId }) => recordId);
	const answer = useAnswer<typeof action>();
	const { subjects, about } = answer ?? loaded;
	const posted = answer?.result.initialValue?.id;
	// The id the form went under: the page loads another one beside a refused form.
	const id = useHeld(kept.recordId, answer?.earlier?.freshId ?? (typeof posted === 'string' ? posted : undefined));
	return (
		<Page title={m.dialogues_new_title()}>
			{answer?.earlier && <EarlierNotice {...answer.earlier} />}
			<DialogueForm
				{...given}
				isNew
				kept={{ ...kept, recordId: id, draft: answer?.earlier ? null : kept.draft }}
				values={values}
				subjects={subjects}
				about={about}
				lastResult={answer?.result ?? kept.restored}
				head={<input type="hidden" name="id" value={id} />}
				files={<AttachmentsField dialogueId={id} files={files} />}
				cancel={subjects.first?.kind === 'company' ? paths.company(subjects.first.id) : paths.myDay()}
			/>
		</Page>
	);
}
