import { type FieldMetadata, getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classes } from './class-names.ts';
import { ErrorLine, FieldFrame } from './field-frame.tsx';

/** What conform knows about one field, whatever form it belongs to. */
// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form type; a primitive takes the field of any form.
export type FieldMeta = FieldMetadata<any, any, string[]>;

/** The attributes that tie a control to its label, hint and error. */
export interface ControlProps {
	id: string;
	name: string;
	required: boolean | undefined;
	'aria-invalid': true | undefined;
	'aria-describedby': string | undefined;
}

interface FieldTexts {
	label: string;
	hint?: ReactNode;
	className?: string;
}

export const CONTROL = 'control';

const frameOf = (meta: FieldMeta) => ({ controlId: meta.id, errors: meta.errors, errorId: meta.errorId, required: meta.required });
const aria = (meta: FieldMeta, hint: ReactNode) => (hint ? { ariaDescribedBy: `${meta.id}-hint` } : {});

type TextType = 'text' | 'email' | 'password' | 'number' | 'search' | 'tel' | 'url' | 'time';
type WithMeta<Attributes> = FieldTexts & { meta: FieldMeta } & Omit<Attributes, 'type' | 'name' | 'form' | 'id' | 'defaultValue'>;

/** One line of text; phone, e-mail and number bring up the right keyboard through `type` or `inputMode`. */
export function TextField({
	label,
	hint,
	meta,
	type = 'text',
	className,
	...rest
}: WithMeta<InputHTMLAttributes<HTMLInputElement>> & { type?: TextType }) {
	const { key, ...control } = getInputProps(meta, { type, ...aria(meta, hint) });
	return (
		<FieldFrame label={label} hint={hint} className={className} {...frameOf(meta)}>
			<input key={key} {...control} {...rest} className={CONTROL} />
		</FieldFrame>
	);
}

/** A day, with the browser's own calendar; its value is `YYYY-MM-DD`. */
export function DateField({ label, hint, meta, className, ...rest }: WithMeta<InputHTMLAttributes<HTMLInputElement>>) {
	const { key, ...control } = getInputProps(meta, { type: 'date', ...aria(meta, hint) });
	return (
		<FieldFrame label={label} hint={hint} className={className} {...frameOf(meta)}>
			<input key={key} {...control} {...rest} className={classes(CONTROL, 'md:max-w-48')} />
		</FieldFrame>
	);
}

/** Several lines; grows with what is written where the browser can. */
export function TextArea({ label, hint, meta, className, rows = 4, ...rest }: WithMeta<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
	const { key, ...control } = getTextareaProps(meta, aria(meta, hint));
	return (
		<FieldFrame label={label} hint={hint} className={className} {...frameOf(meta)}>
			<textarea
				key={key}
				{...control}
				{...rest}
				rows={rows}
				// Typed into before React came, its text is another than the server's (`typed-text.ts`).
				suppressHydrationWarning
				className={classes(CONTROL, 'field-sizing-content max-h-[60vh] leading-relaxed')}
				style={{ minHeight: `calc(${rows}lh + 0.875rem)` }}
			/>
		</FieldFrame>
	);
}

export interface Option {
	value: string;
	label: string;
}

/** One of a list. `blank` is the line for "nothing chosen"; leave it out where one must be. */
export function SelectField({
	label,
	hint,
	meta,
	options,
	blank,
	className,
	...rest
}: WithMeta<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly Option[]; blank?: string }) {
	const { key, ...control } = getSelectProps(meta, aria(meta, hint));
	return (
		<FieldFrame label={label} hint={hint} className={className} {...frameOf(meta)}>
			<select key={key} {...control} {...rest} className={CONTROL}>
				{blank !== undefined && <option value="">{blank}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</FieldFrame>
	);
}

/** Yes or no; the whole line can be pressed. */
export function CheckboxField({ label, hint, meta, className, ...rest }: WithMeta<InputHTMLAttributes<HTMLInputElement>>) {
	const { key, ...control } = getInputProps(meta, { type: 'checkbox', ...aria(meta, hint) });
	return (
		<div className={className}>
			<label className="flex min-h-11 items-center gap-2.5 md:min-h-8">
				<input key={key} {...control} {...rest} className="size-5 shrink-0 md:size-4.5" />
				{label}
			</label>
			{hint && (
				<p id={`${meta.id}-hint`} className="-mt-1 pl-7.5 text-muted text-sm md:pl-7">
					{hint}
				</p>
			)}
			<ErrorLine id={meta.errorId} errors={meta.errors} />
		</div>
	);
}
