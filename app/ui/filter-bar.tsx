import { Form, useSubmit } from '@remix-run/react';
import { Children, isValidElement, type ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from './button.tsx';
import { classes } from './class-names.ts';
import type { Option } from './field.tsx';
import { Icon } from './icon.tsx';

/**
 * Filters of a list as a GET form: the state stands in the URL, and the button works without JavaScript. With it,
 * a choice in a list applies at once. `reset` is the unfiltered list, given only while something is filtered. On a
 * phone more than two lists fold away, open while something is filtered.
 */
export function FilterBar({ label, reset, children }: { label: string; reset?: string | undefined; children: ReactNode }) {
	const submit = useSubmit();
	const parts = Children.toArray(children);
	const lists = parts.filter((part) => isValidElement(part) && part.type === FilterSelect);
	const rest = parts.filter((part) => !lists.includes(part));
	return (
		<Form
			method="get"
			aria-label={label}
			role="search"
			className="mb-4 flex flex-wrap items-end gap-x-2.5 gap-y-2.5"
			data-screen-only
			onChange={(event) => event.target instanceof HTMLSelectElement && submit(event.currentTarget, { preventScrollReset: true })}
		>
			{rest}
			{lists.length > FEW ? (
				<details className="filter-fold group order-3 basis-full md:order-2" open={reset !== undefined}>
					<summary className="inline-flex min-h-11 items-center gap-1.5 rounded-md pr-2 text-muted hover:text-text">
						<Icon name="next" size={14} className="transition-transform group-open:rotate-90" />
						{m.shell_filters()}
					</summary>
					<div className="flex flex-wrap gap-2.5 md:contents">{lists}</div>
				</details>
			) : (
				lists
			)}
			<Button className="order-3 max-md:[details:not([open])~&]:hidden">{m.shell_filter_apply()}</Button>
			{reset && (
				<a
					href={reset}
					className="order-4 inline-flex min-h-11 items-center rounded-md text-muted underline underline-offset-2 hover:text-text md:min-h-9"
				>
					{m.shell_filter_reset()}
				</a>
			)}
		</Form>
	);
}

/** So many lists stay in sight on a phone. */
const FEW = 2;

const CONTROL = 'min-h-11 rounded-md border border-strong-line bg-surface text-text placeholder:text-muted md:min-h-9';

/** One filter; `any` is the line for "all". */
export function FilterSelect({
	name,
	label,
	value = '',
	any,
	options,
}: {
	name: string;
	label: string;
	value?: string;
	any: string;
	options: readonly Option[];
}) {
	return (
		<label className="order-3 min-w-0 grow basis-36 md:order-2 md:max-w-44 md:basis-27">
			<span className="mb-1 block whitespace-nowrap font-medium text-muted text-xs">{label}</span>
			<select key={value} name={name} defaultValue={value} className={classes(CONTROL, 'w-full px-1.5', value && 'font-medium ring-1 ring-accent')}>
				<option value="">{any}</option>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</label>
	);
}
