import type { ReactNode } from 'react';
import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { type Option, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { TITLE_MAX } from '../issue.ts';
import { issueClashLabels } from '../issue-values.ts';

type Fields = Record<'title' | 'topicId' | 'districtId' | 'ownerId' | 'outcome', string>;

interface IssueFormProps extends RecordFormGiven<Fields> {
	topics: readonly Option[];
	districts: readonly Option[];
	/** Who can follow it; a new one is its writer's. */
	people?: readonly Option[];
	/** What came of it, where it is closed. */
	hasOutcome?: boolean;
	/** What goes along unseen. */
	hidden?: ReactNode;
	save: string;
	cancel: string;
}

/** A matter: what it is, on which topic, where, and who follows it. */
export function IssueForm({ topics, districts, people, hasOutcome = false, hidden, save, cancel, ...given }: IssueFormProps) {
	const { fields, frame } = useRecordForm<Fields>('issue', given);
	return (
		<RecordForm {...frame} labels={issueClashLabels({ topics, districts, people: people ?? [] })} save={save} cancel={cancel}>
			{hidden}
			<TextField
				label={m.dialogues_issue_title()}
				hint={m.dialogues_issue_title_hint()}
				meta={fields.title}
				maxLength={TITLE_MAX}
				autoComplete="off"
				autoCapitalize="sentences"
				autoFocus={!fields.title.initialValue}
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
		</RecordForm>
	);
}
