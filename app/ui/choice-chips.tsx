import { type ReactNode, useId } from 'react';
import { classes } from './class-names.ts';
import type { FieldMeta, Option } from './field.tsx';
import { ErrorLine, RequiredMark } from './field-frame.tsx';

interface ChipsProps {
	legend: string;
	options: ReadonlyArray<Option>;
	hint?: ReactNode;
	/** Several may be chosen: checkboxes instead of radio buttons. */
	multiple?: boolean;
	/** The field of a conform form; without it, `name` and `chosen` stand for themselves. */
	meta?: FieldMeta;
	name?: string;
	chosen?: readonly string[];
	/** On a phone one row that scrolls sideways, for chips that are a shortcut and not the field itself. */
	isStrip?: boolean;
	className?: string;
}

/** A short list where one press chooses: real radio buttons or checkboxes, drawn as chips. */
export function ChoiceChips({ legend, options, hint, multiple = false, meta, name, chosen = [], isStrip = false, className }: ChipsProps) {
	const own = useId();
	const id = meta?.id ?? own;
	const invalid = Boolean(meta?.errors?.length);
	const describedBy = classes(invalid && meta?.errorId, Boolean(hint) && `${id}-hint`) || undefined;
	return (
		<fieldset id={id} tabIndex={-1} aria-describedby={describedBy} className={classes('min-w-0', className)}>
			<legend className="mb-1.5 flex items-baseline gap-2 font-medium text-sm">
				{legend}
				{meta?.required && <RequiredMark />}
			</legend>
			{hint && (
				<p id={`${id}-hint`} className="-mt-0.5 mb-1.5 text-muted text-sm">
					{hint}
				</p>
			)}
			<div
				className={classes(
					'flex gap-2 md:gap-1.5',
					isStrip ? '-mx-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:flex-wrap md:overflow-visible md:px-0' : 'flex-wrap',
				)}
			>
				{chipsOf({ options, multiple, meta, name, chosen, id }).map((chip, at) => (
					<ChoiceChip key={chip.value} {...chip} label={options[at]?.label ?? ''} />
				))}
			</div>
			{meta && <ErrorLine id={meta.errorId} errors={meta.errors} />}
		</fieldset>
	);
}

/** One chip, for a group whose choices are fields of their own. */
export function ChoiceChip({ label, ...control }: Chip & { label: string }) {
	return (
		<label className="chip">
			<input {...control} />
			{label}
		</label>
	);
}

interface Chip {
	type: 'checkbox' | 'radio';
	id: string;
	name: string;
	value: string;
	form?: string;
	required?: boolean;
	defaultChecked?: boolean;
}

function chipsOf({
	options,
	multiple,
	meta,
	name = '',
	chosen,
	id,
}: Required<Pick<ChipsProps, 'options' | 'multiple' | 'chosen'>> & Pick<ChipsProps, 'meta' | 'name'> & { id: string }): Chip[] {
	const type = multiple ? 'checkbox' : 'radio';
	if (!meta) return options.map(({ value }) => ({ type, id: `${id}-${value}`, name, value, defaultChecked: chosen.includes(value) }));
	// Each read of conform's metadata has its price: once for the group, not for every chip. `required` on every checkbox would
	// ask for all of them, and `aria-invalid` belongs to the group.
	const { name: fieldName, formId: form, required, initialValue } = meta;
	const isChosen = (value: string) => (multiple && Array.isArray(initialValue) ? initialValue.includes(value) : initialValue === value);
	return options.map(({ value }) => ({
		...{ type, id: `${id}-${value}`, name: fieldName, value, form },
		required: multiple ? undefined : required || undefined,
		defaultChecked: isChosen(value),
	}));
}
