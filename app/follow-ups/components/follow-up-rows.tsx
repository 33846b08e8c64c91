import { useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { ErrorLine } from '#app/ui/field-frame.tsx';
import { useLeft } from '#app/ui/use-left.ts';
import { MOST_FOLLOW_UPS } from '../follow-up.ts';
import { readFollowUp } from '../follow-up-line.ts';
import { kindOptions, refusalText } from '../labels.ts';
import { Reading } from './follow-up-field.tsx';

interface RowsProps {
	meta: FieldMeta;
	today: string;
	people: ReadonlyArray<{ id: string; name: string }>;
}

interface Row {
	line: string;
	kind: string;
	contactId: string;
}
const BLANK: Row = { line: '', kind: '', contactId: '' };

/** Further follow-ups: a line each, read like the first, with what it is and to whom it was promised. */
export function FollowUpRows({ meta, today, people }: RowsProps) {
	const [rows, setRows] = useState<readonly Row[]>(() => [...rowsOf(meta.initialValue), BLANK]);
	const set = (at: number, given: Partial<Row>) => setRows((before) => before.map((row, place) => (place === at ? { ...row, ...given } : row)));
	return (
		<div className="pb-3">
			<ul className="grid gap-2">
				{rows.map((row, at) => (
					<FollowUpLine
						// biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and their place is their name in the form.
						key={at}
						name={`${meta.name}[${at}]`}
						id={`${meta.id}-${at}`}
						row={row}
						errors={errorsAt(meta, at)}
						{...{ today, people }}
						onRow={(given) => set(at, given)}
					/>
				))}
			</ul>
			{rows.length < MOST_FOLLOW_UPS && (
				<Button type="button" variant="quiet" size="sm" icon="plus" onClick={() => setRows([...rows, BLANK])}>
					{m.dialogues_follow_up_add()}
				</Button>
			)}
		</div>
	);
}

interface LineProps {
	name: string;
	id: string;
	row: Row;
	errors: string[] | undefined;
	today: string;
	people: RowsProps['people'];
	onRow: (given: Partial<Row>) => void;
}

function FollowUpLine({ name, id, row, errors, today, people, onRow }: LineProps) {
	const { isLeft, ...leaving } = useLeft();
	const reading = readFollowUp(row.line, today);
	const refusal = reading.kind === 'refused' && isLeft ? [refusalText(reading, today)] : reading.kind === 'empty' ? errors : undefined;
	return (
		<li className="rounded-lg border border-line bg-surface px-3 pt-2">
			<input
				id={id}
				name={`${name}.line`}
				value={row.line}
				onInput={(event) => onRow({ line: event.currentTarget.value })}
				{...leaving}
				aria-label={m.dialogues_follow_up()}
				aria-describedby={`${id}-error`}
				aria-invalid={refusal ? true : undefined}
				placeholder={m.dialogues_follow_up_hint()}
				autoComplete="off"
				autoCapitalize="sentences"
				enterKeyHint="next"
				className={CONTROL}
			/>
			<div className="mt-1.5 flex flex-wrap items-center gap-2">
				<select
					name={`${name}.kind`}
					value={row.kind}
					onInput={(event) => onRow({ kind: event.currentTarget.value })}
					aria-label={m.dialogues_follow_up_kind()}
					className={`${CONTROL} max-w-44`}
				>
					<option value="">{m.dialogues_follow_up_kind_read()}</option>
					{kindOptions().map(({ value, label }) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</select>
				{people.length > 0 && (
					<select
						name={`${name}.contactId`}
						value={row.contactId}
						onInput={(event) => onRow({ contactId: event.currentTarget.value })}
						aria-label={m.dialogues_follow_up_to()}
						className={`${CONTROL} max-w-56`}
					>
						<option value="">{m.dialogues_follow_up_to_nobody()}</option>
						{people.map((person) => (
							<option key={person.id} value={person.id}>
								{person.name}
							</option>
						))}
					</select>
				)}
				<Reading reading={reading} today={today} />
			</div>
			<ErrorLine id={`${id}-error`} errors={refusal} />
		</li>
	);
}

const textAt = (row: object, key: string): string => {
	const value: unknown = Reflect.get(row, key);
	return typeof value === 'string' ? value : '';
};
const rowsOf = (value: unknown): Row[] =>
	Array.isArray(value)
		? value.flatMap((row: unknown) =>
				typeof row === 'object' && row !== null
					? [{ line: textAt(row, 'line'), kind: textAt(row, 'kind'), contactId: textAt(row, 'contactId') }]
					: [],
			)
		: [];
const errorsAt = (meta: FieldMeta, at: number): string[] | undefined => meta.allErrors[`${meta.name}[${at}].line`];
