import { useState } from 'react';
import { formatDayShort } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge } from '#app/ui/badge.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { useLeft } from '#app/ui/use-left.ts';
import { readWords } from '../follow-up-words.ts';
import { refusalText } from '../labels.ts';
import { DayChips } from './day-chips.tsx';

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
	const { isLeft, ...leaving } = useLeft();
	const reading = readWords({ text: line || '…', due }, today, kept);
	const refusal = reading.kind === 'refused' && reading.field === 'due' && isLeft ? [refusalText(reading, today)] : undefined;
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
				{...leaving}
				aria-describedby={`${meta.id}-hint ${meta.id}-reading ${meta.errorId}`}
				aria-invalid={errors ? true : undefined}
				autoComplete="off"
				className={CONTROL}
			/>
			<div className="mt-1.5 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 md:min-h-7">
				<DayChips offered={reading.kind === 'refused' && reading.field === 'due' ? reading.days : []} today={today} onDay={setDue} />
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
