import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type Option, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { TITLE_MAX } from '../issue.ts';

/** The fields by name; what the server reads stands in `issue-form.server.ts`. */
export interface IssueFormFields {
	title: string;
	topicId: string;
	districtId: string;
	ownerId: string;
	outcome: string;
}

interface IssueFormProps {
	values: Partial<IssueFormFields>;
	lastResult: SubmissionResult<string[]> | undefined;
	/** Id or base, and what tells of another's change. */
	head: ReactNode;
	topics: readonly Option[];
	districts: readonly Option[];
	/** Who can follow it; a new one is its writer's. */
	people?: readonly Option[];
	/** What came of it, where it is closed. */
	hasOutcome?: boolean;
	save: string;
	cancel: string;
}

/** A matter: what it is, on which topic, where, and who follows it. */
export function IssueForm({ values, lastResult, head, topics, districts, people, hasOutcome = false, save, cancel }: IssueFormProps) {
	const isSaving = useNavigation().state === 'submitting';
	const [form, fields] = useForm<IssueFormFields>({ id: 'issue', lastResult, defaultValue: values });
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
			<ErrorSummary form={form} />
			<UnsentNotice />
			{head}
			<TextField
				label={m.dialogues_issue_title()}
				hint={m.dialogues_issue_title_hint()}
				meta={fields.title}
				maxLength={TITLE_MAX}
				autoComplete="off"
				autoCapitalize="sentences"
				autoFocus={!values.title}
			/>
			<div className="flex flex-wrap gap-x-4">
				<SelectField
					label={m.dialogues_issue_topic()}
					meta={fields.topicId}
					blank={m.dialogues_issue_topic_none()}
					options={topics}
					className="grow basis-56"
				/>
				<SelectField
					label={m.dialogues_list_district()}
					meta={fields.districtId}
					blank={m.dialogues_issue_no_district()}
					options={districts}
					className="grow basis-56"
				/>
			</div>
			{people && <SelectField label={m.dialogues_issue_owner()} meta={fields.ownerId} options={people} className="md:max-w-xs" />}
			{hasOutcome && <TextArea label={m.dialogues_issue_outcome()} meta={fields.outcome} rows={3} autoCapitalize="sentences" />}
			<FormActions>
				<Button variant="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
					{isSaving ? m.dialogues_saving() : save}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.dialogues_cancel()}
				</ButtonLink>
			</FormActions>
		</Form>
	);
}
