import { type ReactNode, useEffect, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { newId } from '#db/new-id.ts';
import { Button } from './button.tsx';
import { classes } from './class-names.ts';
import { CONTROL, type ControlProps, type FieldMeta, type Option } from './field.tsx';
import { ErrorLine, FieldFrame } from './field-frame.tsx';
import { Icon } from './icon.tsx';

/** One row of a list as the form was given it: text per field, a list where several can be chosen. */
export type RowValues = Readonly<Record<string, string | readonly string[]>>;

/** The rows a form's list field came with, whether from the record, a draft or what was refused. */
export function rowsIn(given: unknown): RowValues[] {
	if (!Array.isArray(given)) return [];
	return given.flatMap((row: unknown) => {
		if (typeof row !== 'object' || row === null) return [{}];
		const fields = Object.entries(row).flatMap(([field, value]): Array<[string, string | readonly string[]]> => {
			if (typeof value === 'string') return [[field, value]];
			if (Array.isArray(value)) return [[field, value.filter((one): one is string => typeof one === 'string')]];
			return typeof value === 'number' ? [[field, String(value)]] : [];
		});
		return [Object.fromEntries(fields)];
	});
}

export const textIn = (row: RowValues, field: string): string => {
	const value = row[field];
	return typeof value === 'string' ? value : '';
};
export const choicesIn = (row: RowValues, field: string): readonly string[] => {
	const value = row[field];
	return typeof value === 'string' ? [value] : (value ?? []);
};

/** The rows of a list while they are edited; without scripts the ones the page came with. */
export function useRows(meta: FieldMeta) {
	const [rows, setRows] = useState<RowValues[]>(() => rowsIn(meta.initialValue));
	// Adding and taking away need the script; before it they would be dead buttons.
	const [isLive, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	return {
		rows,
		isLive,
		add: () => setRows([...rows, { id: newId() }]),
		remove: (id: string) => setRows(rows.filter((row) => textIn(row, 'id') !== id)),
	};
}

/** Names, ids and errors of one row's fields, as the server knows them. */
export function rowFields(meta: FieldMeta, at: number) {
	const nameOf = (field: string) => `${meta.name}[${at}].${field}`;
	return {
		nameOf,
		idOf: (field: string) => `${meta.formId}-${nameOf(field)}`,
		errorsOf: (field: string): string[] | undefined => meta.allErrors[nameOf(field)],
		/** What the last try carried: moved on by an answer that showed a later version. */
		sent: (field: string): string => textIn(rowsIn(meta.value)[at] ?? {}, field),
	};
}
export type RowFields = ReturnType<typeof rowFields>;

interface RowFieldProps {
	fields: RowFields;
	field: string;
	label: string;
	className?: string;
	hint?: string;
	/** Another fault than the server's, seen while typing. */
	fault?: string | undefined;
	children: (control: ControlProps) => ReactNode;
}

/** One field of a row with its label and error. */
export function RowField({ fields, field, label, className, hint, fault, children }: RowFieldProps) {
	const errors = fault ? [fault] : fields.errorsOf(field);
	const id = fields.idOf(field);
	return (
		<FieldFrame controlId={id} label={label} hint={hint} errors={errors} errorId={`${id}-error`} required={undefined} className={className}>
			{children({
				id,
				name: fields.nameOf(field),
				required: undefined,
				'aria-invalid': errors?.length ? true : undefined,
				'aria-describedby': classes(hint && `${id}-hint`, `${id}-error`),
			})}
		</FieldFrame>
	);
}

interface RowSelectProps extends Omit<RowFieldProps, 'children' | 'fault'> {
	options: readonly Option[];
	/** What stands for nothing chosen. */
	blank?: string;
	/** What is chosen at first … */
	chosen?: string;
	/** … or is chosen now, where the page follows the choice. */
	value?: string;
	onChosen?: (value: string) => void;
}

/** One of several in a row. */
export function RowSelect({ options, blank, chosen, value, onChosen, ...field }: RowSelectProps) {
	return (
		<RowField {...field}>
			{(control) => (
				<select
					{...control}
					defaultValue={chosen}
					value={value}
					onInput={onChosen && ((event) => onChosen(event.currentTarget.value))}
					className={CONTROL}
				>
					{blank && <option value="">{blank}</option>}
					{options.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
			)}
		</RowField>
	);
}

/** One row more, where the script can add it. */
export const AddRow = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
	<p className="pb-3">
		<Button type="button" size="sm" icon="plus" onClick={onAdd}>
			{label}
		</Button>
	</p>
);

/** Chips and the like with an error of their own. */
export function RowChoice({ fields, field, children }: { fields: RowFields; field: string; children: ReactNode }) {
	const id = fields.idOf(field);
	return (
		<div id={id} tabIndex={-1}>
			{children}
			<ErrorLine id={`${id}-error`} errors={fields.errorsOf(field)} />
		</div>
	);
}

interface FoldProps {
	title: string;
	hint: string;
	/** Open from the start: something in it is filled in or wrong. */
	isUsed: boolean;
	/** Takes the cursor when somebody opens the fold. */
	firstId?: string | undefined;
	children: ReactNode;
}

/** What a talk may yield besides its note, folded away until it does. */
export function HarvestFold({ title, hint, isUsed, firstId, children }: FoldProps) {
	return (
		<details
			open={isUsed}
			className="group mb-4 rounded-lg border border-line bg-surface"
			onToggle={(event) => {
				// The fold's own summary was pressed; one that is open from the start must not take the cursor from the page.
				if (!event.currentTarget.open || !firstId || document.activeElement?.parentElement !== event.currentTarget) return;
				document.getElementById(firstId)?.focus();
			}}
		>
			<summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-lg px-4 font-medium hover:bg-well">
				<Icon name="next" className="text-muted transition-transform group-open:rotate-90" />
				<span className="shrink-0">{title}</span>
				<span className="min-w-0 truncate font-normal text-muted text-sm max-sm:hidden">{hint}</span>
			</summary>
			<div className="border-line border-t px-4 pt-4 pb-1">{children}</div>
		</details>
	);
}

interface RowFrameProps {
	/** Says which row this is. */
	legend: string;
	/** Takes away a row that was never saved. */
	onRemove?: (() => void) | undefined;
	children: ReactNode;
}

export function RowFrame({ legend, onRemove, children }: RowFrameProps) {
	return (
		<fieldset className="min-w-0 border-line not-first:border-t not-first:pt-4">
			<legend className="sr-only">{legend}</legend>
			{children}
			{onRemove && (
				<p className="-mt-2 pb-3 text-right">
					<Button type="button" variant="quiet" size="sm" icon="close" onClick={onRemove} aria-label={`${m.dialogues_row_remove()}: ${legend}`}>
						{m.dialogues_row_remove()}
					</Button>
				</p>
			)}
		</fieldset>
	);
}

/** A saved row is taken out with the next save, which can still be thought better of. */
export function RemoveSaved({ fields, label }: { fields: RowFields; label: string }) {
	return (
		<label className="flex min-h-11 items-center gap-2.5 pb-2 text-muted text-sm md:min-h-8">
			<input type="checkbox" name={fields.nameOf('removed')} className="size-5 shrink-0 md:size-4.5" />
			{label}
		</label>
	);
}
