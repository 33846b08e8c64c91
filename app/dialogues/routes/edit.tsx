import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Page } from '#app/ui/page.tsx';
import { useHeld } from '#app/ui/use-held.ts';
import { isId } from '#db/new-id.ts';
import { reviseDialogue } from '../commands.server.ts';
import { DialogueForm } from '../components/dialogue-form.tsx';
import { revisionForm } from '../dialogue-form.server.ts';
import { peopleOfForm, subjectsShown, talkFormGiven } from '../form-given.server.ts';
import { subjectsOf, subjectsRestored, talkOfForm } from '../form-page.server.ts';
import { harvestOf } from '../harvest-choices.server.ts';
import { dialogueFor } from '../queries.server.ts';
import { aboutPage, savedOrRefused } from '../talk-saving.server.ts';
import { talkAsShown, talkClashLabels, talkFieldLabel, talkValues } from '../talk-shown.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'dialogue');
	const talk = await dialogueFor(viewer, params.dialogueId);
	if (!talk.isRevisable) throw forbidden();
	const [given, shown, harvest] = await Promise.all([talkFormGiven(viewer), subjectsShown(viewer, talk), harvestOf(viewer, talk.id)]);
	const label = talk.subjects[0]?.name ?? m.dialogues_edit_title();
	const kept = await keptEdit(request, viewer, { form: 'dialogue', recordId: talk.id, label, baseVersion: talk.version });
	const { restored } = kept;
	const subjects = restored ? await subjectsRestored(viewer, restored) : subjectsOf(shown.first, shown.more);
	const others = (await peopleOfForm(viewer, restored)).filter(({ id }) => talk.contacts.every((person) => person.id !== id));
	// Colleagues who have left stay tickable on the talks they took part in.
	const left = talk.colleagues.filter(({ id }) => given.colleagues.every((colleague) => colleague.id !== id));
	const stanceIds = harvest.stances.map(({ id }) => id).slice(0, -1);
	return {
		kept,
		id: talk.id,
		given: {
			...given,
			colleagues: [...left.map((colleague) => ({ ...colleague, unitName: '' })), ...given.colleagues],
			recent: [],
			met: { contacts: [...talk.contacts, ...others], hasFollowUps: talk.followUps.length > 0, stanceIds },
		},
		subjects,
		about: await aboutPage(viewer, subjects, talk.id),
		base: baseOf(talkAsShown(talk, shown)),
		values: { ...talkValues(talk, shown), hasNoNextStep: talk.hasNoNextStep, version: talk.version, ...harvest },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'dialogue');
	const { dialogueId: id } = params;
	if (!isId(id) || !(await dialogueFor(viewer, id)).isRevisable) throw isId(id) ? forbidden() : notFound();
	const schema = revisionForm();
	const subject = { kind: 'dialogue', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => {
			const talk = await dialogueFor(viewer, id);
			return talkAsShown(talk, await subjectsShown(viewer, talk));
		},
		async (edit) => {
			const read = await talkOfForm(viewer, edit.form, schema);
			const page = async () => ({ subjects: read.page, about: await aboutPage(viewer, read.page, id) });
			if (edit.clashes.length > 0) {
				const result = read.talk ? read.reply({}) : read.result;
				return data({ ...(await page()), result, conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			}
			if (!read.talk) return data({ ...(await page()), result: read.result, conflict: null }, { status: 400 });
			const { talk } = read;
			const { saved, refusal } = await savedOrRefused(edit.form, schema, () => reviseDialogue(viewer, id, talk));
			if (refusal) return data({ ...(await page()), result: refusal.result, conflict: null }, { status: refusal.status });
			if (saved.kind === 'conflict') return null;
			const flash = await togetherFlash(viewer, subject, edit.takenOver, talkFieldLabel);
			return redirectWith(request, paths.dialogue(id), edit.takenOver.length > 0 ? flash : { key: 'dialogue_revised' });
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditDialogue() {
	const { kept: opened, id, given, base, values, ...loaded } = useLoaderData<typeof loader>();
	const kept = useHeld(opened, undefined, ({ recordId }) => recordId);
	const answer = useAnswer<typeof action>();
	const { subjects, about } = answer ?? loaded;
	return (
		<Page title={m.dialogues_edit_title()} back={{ to: paths.dialogue(id), label: m.dialogues_edit_back() }}>
			<DialogueForm
				{...given}
				isNew={false}
				kept={kept}
				values={values}
				subjects={subjects}
				about={about}
				lastResult={answer?.result ?? kept.restored}
				head={
					<>
						<BaseField base={base} lastResult={answer?.result ?? kept.restored} />
						<ConflictPanel conflict={answer?.conflict} labels={talkClashLabels({ units: given.units, first: subjects.first })} formId="talk" />
					</>
				}
				cancel={paths.dialogue(id)}
			/>
		</Page>
	);
}
