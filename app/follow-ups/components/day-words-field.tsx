import { useEffect, useState } from 'react';
import { formatDayShort } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { readWords } from '../follow-up-words.ts';
import { refusalText } from '../labels.ts';

interface DayWordsFieldProps {
	meta: FieldMeta;
	/** The line above it: with this field empty, the day is read out of it. */
	line: string;
	today: string;
	/** The day that stands already: it may be over. */
	kept: string | null;
	className?: string;
}

/** A day in words; what it is understood as stands under it while it is typed, and is what gets stored. */
export function DayWordsField({ meta, line, today, kept, className }: DayWordsFieldProps) {
	const [due, setDue] = useState(String(meta.initialValue ?? ''));
	// While somebody is still writing "31/" it is not yet wrong: refusals show once the field is left.
	const [isLeft, setLeft] = useState(true);
	// The chips need the script; before it they would be dead buttons.
	const [isLive, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	const reading = readWords({ text: line || '…', due }, today, kept);
	const refusal =
		reading.kind === 'refused' && reading.field === 'due' && isLeft
			? [reading.reason === 'no_day' ? m.dialogues_follow_up_no_day_read() : refusalText(reading.reason)]
			: undefined;
	const dueOn = reading.kind === 'read' ? reading.words.dueOn : null;
	const errors = refusal ?? (dueOn ? undefined : meta.errors);
	return (
		<FieldFrame
			controlId={meta.id}
			label={m.dialogues_follow_up_due_field()}
			hint={m.dialogues_follow_up_due_hint()}
			errors={errors}
			errorId={meta.errorId}
			required={false}
			className={className}
		>
			<input
				id={meta.id}
				name={meta.name}
				value={due}
				onInput={(event) => setDue(event.currentTarget.value)}
				onFocus={() => setLeft(false)}
				onBlur={() => setLeft(true)}
				aria-describedby={`${meta.id}-hint ${meta.id}-reading ${meta.errorId}`}
				aria-invalid={errors ? true : undefined}
				autoComplete="off"
				className={CONTROL}
			/>
			<div className="mt-1.5 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 md:min-h-7">
				<fieldset aria-label={m.dialogues_follow_up_days()} className="flex gap-1.5">
					{isLive &&
						[m.dialogues_follow_up_in_a_day(), m.dialogues_follow_up_in_a_week(), m.dialogues_follow_up_in_two_weeks()].map((words) => (
							<Button key={words} type="button" size="sm" onClick={() => setDue(words)}>
								{words}
							</Button>
						))}
				</fieldset>
				<output id={`${meta.id}-reading`} htmlFor={meta.id}>
					{dueOn && (
						<Badge tone="accent" icon="calendar">
							{formatDayShort(dueOn, today)}
						</Badge>
					)}
				</output>
			</div>
		</FieldFrame>
	);
}
