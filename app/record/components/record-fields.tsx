import { CheckboxField, DateField, type FieldMeta, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import type { Choices, Field, Fields } from '../field.ts';

interface Props<Table extends Fields, Name extends keyof Table & string> {
	table: Table;
	/** Which of them, in this order. */
	names: readonly Name[];
	metas: Readonly<Record<Name, FieldMeta>>;
	choices?: Choices;
}

/** Controls of a record's fields, as their table declares them. */
export function RecordFields<Table extends Fields, Name extends keyof Table & string>({ table, names, metas, choices = {} }: Props<Table, Name>) {
	return names.map((name) => {
		const field = table[name];
		return field && <ControlOf key={name} field={field} meta={metas[name]} options={choices[name] ?? []} />;
	});
}

function ControlOf({ field, meta, options }: { field: Field; meta: FieldMeta; options: Choices[string] }) {
	const { control } = field;
	const texts = { label: field.label(), hint: field.hint?.(), meta, ...(field.isWide && { className: 'sm:col-span-2' }) };
	switch (control.is) {
		case 'line':
			return (
				<>
					<TextField
						{...texts}
						autoComplete="off"
						list={control.suggests}
						{...(control.keyboard === 'tel' ? { type: 'tel' } : { inputMode: control.keyboard })}
					/>
					{control.suggests && (
						<datalist id={control.suggests}>
							{options.map(({ value }) => (
								<option key={value} value={value} />
							))}
						</datalist>
					)}
				</>
			);
		case 'lines':
			return <TextArea {...texts} rows={2} />;
		case 'day':
			return <DateField {...texts} />;
		case 'heads':
			return <TextField {...texts} inputMode="numeric" autoComplete="off" />;
		case 'tick':
			return <CheckboxField {...texts} />;
		case 'word':
			return <SelectField {...texts} options={control.of.map((value) => ({ value, label: control.called(value) }))} />;
		case 'code':
			return <SelectField {...texts} options={options} blank={control.blank()} />;
	}
}
