import { useState } from 'react';
import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { TouchNotice } from '#app/touches/components/touch-notice.tsx';
import { nearOnes, type Touches } from '#app/touches/touches.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { SelectField, TextField } from '#app/ui/field.tsx';
import { followUpClashLabels } from '../follow-up-values.ts';
import { kindOptions } from '../labels.ts';
import { DayWordsField } from './day-words-field.tsx';

/** The fields by name; what the server reads stands in `follow-up-form.server.ts`. */
type Fields = Record<'kind' | 'text' | 'due' | 'dueAtTime' | 'assigneeId' | 'contactId' | 'goAheadReason' | 'unitId', string>;

interface FollowUpFormProps extends RecordFormGiven<Fields> {
	/** People of the firm or owner. */
	contacts: ReadonlyArray<{ id: string; name: string }>;
	/** Who it can be for. */
	people: ReadonlyArray<{ id: string; name: string }>;
	/** Units it can be written down for; none where a talk decides it. */
	units: ReadonlyArray<{ unitId: string; unitName: string }>;
	/** Colleagues round the day; null where it hangs on nobody, so that no visit can be planned. */
	touches: Touches | null;
	/** The day that stands already: it may be over. */
	standingDay: string | null;
	today: string;
	cancel: string;
}

/** Shown while the visit is chosen, by style alone: it works before the script and without it. */
const OF_VISIT = 'hidden group-has-[[value=visit]:checked]/form:block';

/** A task, a promise or a planned visit: what, when, to whom, who. */
export function FollowUpForm({ contacts, people, units, touches, standingDay, today, cancel, ...given }: FollowUpFormProps) {
	const { fields, frame } = useRecordForm<Fields>('follow-up', given);
	const [line, setLine] = useState(String(fields.text.initialValue ?? ''));
	const asksWhy = touches !== null && (nearOnes(touches).length > 0 || Boolean(fields.goAheadReason.errors || fields.goAheadReason.initialValue));
	const kinds = kindOptions().filter(({ value }) => value !== 'visit' || touches !== null);
	return (
		<RecordForm
			{...frame}
			labels={followUpClashLabels({ people, contacts, units })}
			save={m.dialogues_follow_up_save()}
			cancel={cancel}
			className="group/form"
		>
			<ChoiceChips legend={m.dialogues_follow_up_kind()} meta={fields.kind} options={kinds} />
			{touches && (
				<div className={OF_VISIT}>
					<TouchNotice touches={touches} />
				</div>
			)}
			<TextField
				label={m.dialogues_follow_up_text()}
				hint={m.dialogues_follow_up_text_hint()}
				meta={fields.text}
				autoComplete="off"
				autoCapitalize="sentences"
				onInput={(event) => setLine(event.currentTarget.value)}
			/>
			<div className="flex flex-wrap gap-x-4">
				<DayWordsField meta={fields.due} line={line} today={today} kept={standingDay} className="grow basis-64" />
				{touches && (
					<div className={OF_VISIT}>
						<TextField
							label={m.dialogues_held_at_time()}
							hint={'\u00a0'}
							meta={fields.dueAtTime}
							type="time"
							className="max-md:[&_[id$=-hint]]:hidden md:max-w-36"
						/>
					</div>
				)}
			</div>
			{asksWhy && (
				<div className={fields.goAheadReason.errors || fields.goAheadReason.initialValue ? undefined : OF_VISIT}>
					<TextField label={m.dialogues_guard_reason()} hint={m.dialogues_guard_reason_hint()} meta={fields.goAheadReason} autoComplete="off" />
				</div>
			)}
			<div className="flex flex-wrap gap-x-4">
				{contacts.length > 0 && (
					<SelectField
						label={m.dialogues_follow_up_to()}
						meta={fields.contactId}
						blank={m.dialogues_follow_up_to_nobody()}
						options={contacts.map(({ id, name }) => ({ value: id, label: name }))}
						className="grow basis-56"
					/>
				)}
				<SelectField
					label={m.dialogues_follow_up_assignee()}
					meta={fields.assigneeId}
					options={people.map(({ id, name }) => ({ value: id, label: name }))}
					className="grow basis-56"
				/>
				{units.length > 1 && (
					<SelectField
						label={m.dialogues_unit()}
						meta={fields.unitId}
						options={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
						className="grow basis-56"
					/>
				)}
			</div>
		</RecordForm>
	);
}
