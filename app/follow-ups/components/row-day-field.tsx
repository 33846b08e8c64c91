import { useState } from 'react';
import { readDay } from '#app/days/day-words.ts';
import { formatDayShort } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { CONTROL } from '#app/ui/field.tsx';
import { RowField, type RowFields } from '#app/ui/form-rows.tsx';
import { useLeft } from '#app/ui/use-left.ts';
import { refusalText } from '../labels.ts';

/** A day in words; what was understood stands under it while it is typed, and is what gets stored. */
export function RowDayField({
	fields,
	field,
	label,
	given,
	today,
	className,
}: {
	fields: RowFields;
	field: string;
	label: string;
	given: string;
	today: string;
	className?: string;
}) {
	const [text, setText] = useState(given);
	const { isLeft, ...leaving } = useLeft();
	const reading = readDay(text, today);
	const fault =
		!text.trim() || reading.kind === 'day' || !isLeft
			? undefined
			: reading.kind === 'refused'
				? refusalText(reading, today)
				: m.dialogues_need_by_unread();
	return (
		<RowField fields={fields} field={field} label={label} className={className} fault={fault}>
			{(control) => (
				<>
					<input
						{...control}
						value={text}
						onInput={(event) => setText(event.currentTarget.value)}
						{...leaving}
						placeholder={m.dialogues_need_by_placeholder()}
						autoComplete="off"
						className={CONTROL}
					/>
					<output htmlFor={control.id} className="block text-muted text-sm">
						{reading.kind === 'day' ? formatDayShort(reading.on, today) : ''}
					</output>
				</>
			)}
		</RowField>
	);
}
