import { useRef, useState } from 'react';
import { formatDayShort } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge } from '#app/ui/badge.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { useLeft } from '#app/ui/use-left.ts';
import { type FollowUpReading, readFollowUp, withDayWords } from '../follow-up-line.ts';
import { refusalText } from '../labels.ts';
import { DayChips } from './day-chips.tsx';

/** One line for what follows; the day it understood stands under it while it is typed, and is what gets stored. */
export function FollowUpField({ meta, today }: { meta: FieldMeta; today: string }) {
	const input = useRef<HTMLInputElement>(null);
	const [line, setLine] = useState(String(meta.initialValue ?? ''));
	const { isLeft, ...leaving } = useLeft();
	const reading = readFollowUp(line, today);
	const refusal = reading.kind === 'refused' && isLeft ? [refusalText(reading, today)] : undefined;

	function setDay(dayWords: string) {
		setLine(withDayWords(line, dayWords, today));
		input.current?.focus();
	}

	return (
		<FieldFrame
			controlId={meta.id}
			label={m.dialogues_follow_up()}
			hint={m.dialogues_follow_up_hint()}
			errors={refusal}
			errorId={meta.errorId}
			required={false}
		>
			<input
				ref={input}
				id={meta.id}
				name={meta.name}
				value={line}
				onInput={(event) => setLine(event.currentTarget.value)}
				{...leaving}
				aria-describedby={`${meta.id}-hint ${meta.id}-reading ${meta.errorId}`}
				aria-invalid={refusal ? true : undefined}
				autoComplete="off"
				autoCapitalize="sentences"
				enterKeyHint="done"
				className={CONTROL}
			/>
			<div className="mt-1.5 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 md:min-h-7">
				<DayChips offered={reading.kind === 'refused' ? reading.days : []} today={today} onDay={setDay} />
				<output id={`${meta.id}-reading`} htmlFor={meta.id}>
					<Reading reading={reading} today={today} />
				</output>
			</div>
		</FieldFrame>
	);
}

/** What a line reads as: its kind and day. */
export function Reading({ reading, today }: { reading: FollowUpReading; today: string }) {
	if (reading.kind !== 'read') return null;
	const { dueOn, kind } = reading.followUp;
	if (!dueOn) return <span className="text-muted text-sm">{m.dialogues_follow_up_undated()}</span>;
	const day = formatDayShort(dueOn, today);
	return (
		<Badge tone="accent" icon="calendar">
			{kind === 'promise'
				? m.dialogues_follow_up_promise_reads({ day })
				: kind === 'visit'
					? m.dialogues_follow_up_visit_reads({ day })
					: m.dialogues_follow_up_reads({ day })}
		</Badge>
	);
}
