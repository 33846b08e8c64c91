import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { CompanyHit } from '#app/companies/hits.server.ts';
import { useUnsent } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { VersionField, type VersionFieldProps } from '#app/ui/version-field.tsx';
import { channelOptions } from '../labels.ts';
import { FirmField } from './firm-field.tsx';
import { FollowUpField } from './follow-up-field.tsx';
import { keepText, useKeptText } from './kept-text.ts';
import { MoreFields } from './more-fields.tsx';
import { type GoalChoice, GoalOffers, type TopicChoice, TopicsField } from './topics-and-goals.tsx';
import { useUnsaved } from './use-unsaved.ts';

/** The fields by name; what the server reads stands in `dialogue-form.server.ts`. */
export interface DialogueFields {
	id: string;
	version: number;
	firm: string;
	siteId: string | null;
	unitId: string | null;
	channel: string;
	heldOn: string;
	heldAtTime: string | null;
	note: string | null;
	followUp: string | null;
	assessment: string | null;
	confidentiality: string;
	confidentialityReason: string | null;
	topicIds: string[];
	goalIds: string[];
	hasNoNextStep: boolean;
}

export interface DialogueFormProps {
	isNew: boolean;
	values: Partial<DialogueFields>;
	lastResult: SubmissionResult<string[]> | undefined;
	conflict?: VersionFieldProps['conflict'];
	/** The id the next save goes under, when the form's own belongs to a talk taken back. */
	freshId?: string | undefined;
	firm: CompanyHit | null;
	recent: readonly CompanyHit[];
	/** Firms to choose from, when what was typed could mean several. */
	choices: readonly CompanyHit[];
	topics: readonly TopicChoice[];
	goals: readonly GoalChoice[];
	/** The viewer's units with field work. */
	units: ReadonlyArray<{ unitId: string; unitName: string }>;
	today: string;
	viewerId: string;
	canCreateFirm: boolean;
	/** A firm's name as typed that nobody knows: it can be created on the way. */
	unknownFirm?: string | undefined;
	cancel: string;
}

/** The one form for a talk and what follows from it. Field order is tab order: firm, note, follow-up, and then what is preset. */
export function DialogueForm({
	isNew,
	values,
	lastResult,
	conflict,
	freshId,
	recent,
	choices,
	topics,
	goals,
	units,
	today,
	viewerId,
	canCreateFirm,
	unknownFirm,
	cancel,
	...given
}: DialogueFormProps) {
	const navigation = useNavigation();
	const isSaving = navigation.state === 'submitting';
	const [form, fields] = useForm<DialogueFields>({ id: 'talk', lastResult, defaultValue: values });
	const [firm, setFirm] = useState(given.firm);
	const [topicIds, setTopicIds] = useState<readonly string[]>(values.topicIds ?? []);
	const [goalIds, setGoalIds] = useState<readonly string[]>(values.goalIds ?? []);
	const markUnsaved = useUnsaved();

	// An answered form is unsaved again, and so is one that never arrived; an accepted one has left this page.
	const unsent = useUnsent();
	useEffect(() => markUnsaved(lastResult !== undefined || unsent !== null), [lastResult, unsent, markUnsaved]);
	const kept = useKeptText(isNew ? viewerId : null);
	useEffect(() => {
		const note = document.getElementById(fields.note.id);
		if (!kept) return;
		if (note instanceof HTMLTextAreaElement && !note.value) note.value = kept.note;
		markUnsaved(true);
	}, [kept, fields.note.id, markUnsaved]);

	function keepForLater() {
		keepText(viewerId, { note: typedIn(fields.note.id), followUp: typedIn(fields.followUp.id) });
		markUnsaved(false);
	}

	const proposed = new Set(topics.filter(({ id }) => topicIds.includes(id)).flatMap(({ goalNos }) => goalNos));
	const offers = goals.filter(({ id, no }) => proposed.has(no) && !goalIds.includes(id));
	const unitName = units.find(({ unitId }) => unitId === values.unitId)?.unitName ?? units[0]?.unitName ?? '';

	return (
		<Form
			method="post"
			id={form.id}
			onSubmit={(event) => {
				form.onSubmit(event);
				markUnsaved(false);
			}}
			onInput={() => markUnsaved(true)}
			onKeyDown={submitOnCtrlEnter}
			noValidate
		>
			<ErrorSummary form={form} />
			<UnsentNotice />
			{unknownFirm && canCreateFirm && (
				<p className="mb-4">
					<ButtonLink to={paths.newCompany({ name: unknownFirm, next: 'talk' })} icon="plus" onClick={keepForLater}>
						{m.dialogues_firm_create({ name: unknownFirm })}
					</ButtonLink>
				</p>
			)}
			{isNew ? (
				<input type="hidden" name="id" value={freshId ?? idPosted(lastResult) ?? values.id} />
			) : (
				<VersionField version={values.version ?? 0} lastResult={lastResult} conflict={conflict} saved={cancel} />
			)}
			<FirmField
				meta={fields.firm}
				firm={firm}
				onFirm={setFirm}
				onDone={() => document.getElementById(fields.note.id)?.focus()}
				recent={recent}
				choices={choices}
				canCreate={canCreateFirm}
				onLeave={keepForLater}
			/>
			<TextArea label={m.dialogues_note()} hint={m.dialogues_note_hint()} meta={fields.note} rows={4} autoCapitalize="sentences" />
			{kept && <p className="mb-3 text-muted text-sm">{m.dialogues_draft_restored()}</p>}
			{isNew && <FollowUpField key={kept?.followUp} meta={fields.followUp} today={today} kept={kept?.followUp} />}
			<ChoiceChips legend={m.dialogues_channel()} meta={fields.channel} options={channelOptions()} />
			<div className="flex flex-wrap gap-x-4">
				<DateField label={m.dialogues_held_on()} meta={fields.heldOn} max={today} className="grow basis-36 md:grow-0" />
				<TextField label={m.dialogues_held_at_time()} meta={fields.heldAtTime} type="time" className="grow basis-28 md:grow-0" />
				{firm && firm.sites.length > 1 && (
					<SelectField
						key={firm.id}
						label={m.dialogues_site()}
						meta={fields.siteId}
						// A new talk names the main address by default; an old one keeps naming the site it was at.
						blank={isNew ? m.dialogues_site_main() : undefined}
						options={firm.sites.map(({ id, label }) => ({ value: id, label }))}
						className="grow basis-56"
					/>
				)}
			</div>
			<TopicsField meta={fields.topicIds} choices={topics} onChosen={setTopicIds} />
			<GoalOffers
				goals={offers}
				onTake={({ id }) => document.querySelector<HTMLInputElement>(`input[name="goalIds"][value="${id}"]:not(:checked)`)?.click()}
			/>
			<MoreFields fields={fields} goals={goals} units={units} unitName={unitName} isNew={isNew} onGoals={setGoalIds} />
			<FormActions>
				<Button variant="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
					{isSaving ? m.dialogues_saving() : isNew ? m.dialogues_save() : m.dialogues_save_changes()}
				</Button>
				<a href={cancel} className="inline-flex min-h-11 items-center rounded-md px-3 text-muted hover:text-text md:min-h-9">
					{m.dialogues_cancel()}
				</a>
				<span className="ml-auto hidden text-muted text-sm md:inline">{m.dialogues_save_keys()}</span>
			</FormActions>
		</Form>
	);
}

/** The id the form went under: the page loads another one beside a refused form. */
const idPosted = (lastResult: SubmissionResult<string[]> | undefined) =>
	typeof lastResult?.initialValue?.id === 'string' ? lastResult.initialValue.id : undefined;

function typedIn(id: string): string {
	const control = document.getElementById(id);
	return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value : '';
}

function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>) {
	if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	event.currentTarget.requestSubmit();
}
