import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { SubjectField } from '#app/subjects/components/subject-field.tsx';
import { TouchNotice } from '#app/touches/components/touch-notice.tsx';
import { channelOptions } from '#app/touches/labels.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { latePart } from '#app/ui/late-part.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import type { AboutSubjects } from '../about.server.ts';
import type { DialogueFields, TalkFormGiven } from '../dialogue-fields.ts';
import type { FormSubjects } from '../form-page.server.ts';
import { HarvestParts } from './harvest-parts.tsx';
import { pressKeys } from './keys.ts';
import { GoalOffers, TopicsField } from './topics-and-goals.tsx';
import { useAbout } from './use-about.ts';

// In the page from the start, their scripts a moment later: the cursor is in the first field meanwhile.
const DraftNotice = latePart(() => import('#app/drafts/components/draft-notice.tsx').then((part) => part.DraftNotice));
const KeepDraft = latePart(() => import('#app/drafts/components/keep-draft.tsx').then((part) => part.KeepDraft));
const MoreFields = latePart(() => import('./more-fields.tsx').then((part) => part.default));
const MoreSubjects = latePart(() => import('#app/subjects/components/more-subjects.tsx').then((part) => part.default));
const NewFirm = latePart(() => import('#app/subjects/components/new-firm.tsx').then((part) => part.default));
const NextSteps = latePart(() => import('#app/follow-ups/components/next-steps.tsx').then((part) => part.NextSteps));
const PeopleMet = latePart(() => import('./people-met.tsx').then((part) => part.default));

interface DialogueFormProps extends TalkFormGiven {
	isNew: boolean;
	/** How it keeps what is typed. */
	kept: KeptForm;
	values: Partial<DialogueFields>;
	lastResult: SubmissionResult<string[]> | undefined;
	/** Id or version, and what tells of an earlier try, a draft or another's change. */
	head: ReactNode;
	subjects: FormSubjects;
	about: AboutSubjects;
	/** Files of the talk, where they can be added. */
	files?: ReactNode;
	cancel: string;
}

/** The one form for a talk and what follows from it. Field order is tab order: whom, note, follow-up, and then what is preset. */
export function DialogueForm({
	isNew,
	kept,
	values,
	lastResult,
	head,
	subjects,
	recent,
	topics,
	goals,
	units,
	colleagues,
	met,
	today,
	canCreateFirm,
	mayTakeStance,
	newFirmId,
	files,
	cancel,
	...given
}: DialogueFormProps) {
	const isSaving = useNavigation().state === 'submitting';
	const [form, fields] = useForm<DialogueFields>({ id: 'talk', lastResult, defaultValue: values });
	const [first, setFirst] = useState(subjects.first);
	const [more, setMore] = useState<FormSubjects['more']>(subjects.more);
	const [isNewFirm, setNewFirm] = useState(subjects.isNew);
	const [typed, setTyped] = useState(String(fields.firm.initialValue ?? subjects.first?.name ?? ''));
	const [topicIds, setTopicIds] = useState<readonly string[]>(values.topicIds ?? []);
	const [goalIds, setGoalIds] = useState<readonly string[]>(values.goalIds ?? []);
	const refs = useMemo(() => [first, ...more].flatMap((subject) => subject?.ref ?? []), [first, more]);
	const about = useAbout(refs, given.about);

	const proposed = new Set(topics.filter(({ id }) => topicIds.includes(id)).flatMap(({ goalNos }) => goalNos));
	const offers = goals.filter(({ id, no }) => proposed.has(no) && !goalIds.includes(id));
	const unitName = units.find(({ unitId }) => unitId === values.unitId)?.unitName ?? units[0]?.unitName ?? '';
	const personMetas = { person: fields.person, personTitle: fields.personTitle, personPhone: fields.personPhone };
	const people = about.people.map(({ contactId, name }) => ({ id: contactId, name }));
	const focusNote = () => document.getElementById(fields.note.id)?.focus();

	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} onKeyDown={pressKeys} noValidate>
			<ErrorSummary form={form} />
			<UnsentNotice />
			<DraftNotice {...kept} />
			{head}
			<SubjectField
				meta={fields.firm}
				subject={first}
				onSubject={setFirst}
				isNew={isNewFirm}
				onNew={setNewFirm}
				text={typed}
				onText={setTyped}
				onDone={focusNote}
				recent={recent}
				choices={subjects.choices}
				isUnknown={subjects.isUnknown}
				canCreate={canCreateFirm}
			/>
			{isNewFirm && (
				<Suspense>
					<NewFirm
						id={textOf(lastResult, 'newFirmId') ?? newFirmId}
						isSeen={subjects.isNew}
						typed={typed}
						nameMeta={fields.newFirmName}
						personMetas={personMetas}
						onKnown={(firm) => {
							setNewFirm(false);
							setTyped(firm.name);
							setFirst(firm);
						}}
					/>
				</Suspense>
			)}
			<TouchNotice touches={about.touches} />
			<TextArea
				label={m.dialogues_note()}
				hint={m.dialogues_note_hint()}
				meta={fields.note}
				rows={4}
				autoCapitalize="sentences"
				spellCheck
				enterKeyHint="enter"
			/>
			<NextSteps fields={fields} today={today} people={people} mayBeNone={!met.hasFollowUps} />
			<HarvestParts
				fields={fields}
				choices={about.harvest}
				topics={topics}
				mayTakeStance={mayTakeStance}
				savedStanceIds={met.stanceIds}
				today={today}
				files={files}
			/>
			<PeopleMet meta={fields.contactIds} personMetas={isNewFirm ? null : personMetas} people={about.people} met={met.contacts} refs={refs} />
			<MoreSubjects meta={fields.also} first={first} subjects={subjects.more} choices={subjects.alsoChoices} onSubjects={setMore} />
			<ChoiceChips legend={m.dialogues_channel()} meta={fields.channel} options={channelOptions()} />
			<div className="flex flex-wrap gap-x-4">
				<DateField label={m.dialogues_held_on()} meta={fields.heldOn} max={today} className="grow basis-36 md:grow-0" />
				<TextField label={m.dialogues_held_at_time()} meta={fields.heldAtTime} type="time" className="grow basis-28 md:grow-0" />
				{first && first.sites.length > 1 && (
					<SelectField
						key={first.ref}
						label={m.dialogues_site()}
						meta={fields.siteId}
						// A new talk names the main address by default; an old one keeps naming the site it was at.
						blank={isNew ? m.dialogues_site_main() : undefined}
						options={first.sites.map(({ id, label }) => ({ value: id, label }))}
						className="grow basis-56"
					/>
				)}
			</div>
			<TopicsField meta={fields.topicIds} choices={topics} onChosen={setTopicIds} />
			<GoalOffers
				goals={offers}
				onTake={({ id }) => document.querySelector<HTMLInputElement>(`input[name="goalIds"][value="${id}"]:not(:checked)`)?.click()}
			/>
			<MoreFields fields={fields} goals={goals} units={units} unitName={unitName} colleagues={colleagues} onGoals={setGoalIds} />
			<FormActions>
				<Button variant="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
					{isSaving ? m.shell_saving() : isNew ? m.dialogues_save() : m.dialogues_save_changes()}
				</Button>
				<a href={cancel} className="inline-flex min-h-11 items-center rounded-md px-3 text-muted hover:text-text md:min-h-9">
					{m.shell_cancel()}
				</a>
				<span className="hidden text-muted text-sm lg:inline">{m.dialogues_save_keys()}</span>
				<KeepDraft {...kept} label={first?.name ?? (typed.trim() || null)} />
			</FormActions>
		</Form>
	);
}

/** A field the form carries beside its own, as it was last sent or typed. */
function textOf(lastResult: SubmissionResult<string[]> | undefined, name: string): string | undefined {
	const value = lastResult?.initialValue?.[name];
	return typeof value === 'string' ? value : undefined;
}
