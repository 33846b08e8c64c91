import { useFetcher, useNavigate } from '@remix-run/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Option } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { type Filter, isFiltered, type List, type ListState, paramsOf } from '../list.ts';

export interface Filtered {
	state: ListState;
	/** Words for chosen values that only the database knows. */
	names: Readonly<Record<string, string | undefined>>;
	/** Choices of the database, where the filters stand open. */
	choices?: Readonly<Record<string, Option[] | undefined>> | undefined;
}

type Declared = Pick<List<never>, 'path' | 'filterLabel' | 'search' | 'filters' | 'sorts'>;

/**
 * One field to search and the filters that are set; "+ Filter" opens all of them. A plain GET form: without scripts the
 * button asks for the page with its filters open, with them the choices are fetched when they are wanted.
 */
export function ListFilters({ list, shown }: { list: Declared; shown: Filtered }) {
	const { state } = shown;
	const { form, choices, wanted, onSubmit, apply, close } = useFilterForm(list, shown);
	const all = Object.entries<Filter>(list.filters);
	const active = all.filter(([name]) => state.is[name]);
	return (
		// biome-ignore lint/a11y/useSemanticElements: <search> would be one element more around the form.
		<form
			ref={form}
			action={list.path()}
			aria-label={list.filterLabel()}
			role="search"
			className="filters"
			data-screen-only
			onSubmit={onSubmit}
			onChange={(event) => event.target instanceof HTMLSelectElement && apply()}
			onKeyDown={(event) => event.key === 'Escape' && close()}
		>
			{list.search && (
				<div>
					<button type="submit" aria-label={m.shell_filter_apply()}>
						<Icon name="search" />
					</button>
					<input
						type="search"
						name="q"
						defaultValue={state.q}
						aria-label={list.search.label()}
						placeholder={list.search.hint?.() ?? list.search.label()}
						autoComplete="off"
					/>
				</div>
			)}
			{active.map(([name, filter]) => (
				<span key={name}>
					<button type="submit" name="filters" value={name} aria-expanded={choices !== undefined && wanted === name}>
						{`${filter.label()}: ${wordFor(filter, state.is[name] ?? '', shown.names[name])}`}
					</button>
					<a
						href={list.path(paramsOf({ ...state, is: { ...state.is, [name]: undefined }, after: null, before: null }, list))}
						aria-label={m.shell_filter_remove({ filter: filter.label() })}
					>
						<Icon name="close" size={12} />
					</a>
				</span>
			))}
			<button type="submit" name="filters" value="all" aria-expanded={choices !== undefined}>
				<Icon name="plus" size={14} />
				{m.shell_filter()}
			</button>
			{isFiltered(state) && <a href={list.path({ sort: paramsOf(state, list).sort })}>{m.shell_filter_reset()}</a>}
			{choices ? (
				<fieldset>
					<legend className="sr-only">{list.filterLabel()}</legend>
					{all.map(([name, filter]) => (
						<FilterControl key={name} {...{ name, filter, state }} options={choices[name] ?? filter.options?.() ?? []} />
					))}
					<button type="submit">{m.shell_filter_apply()}</button>
				</fieldset>
			) : (
				active.map(([name]) => <input key={name} type="hidden" name={name} value={state.is[name]} />)
			)}
			{state.sort !== list.sorts[0] && <input type="hidden" name="sort" value={state.sort} />}
		</form>
	);
}

/** What scripts add: choices fetched when they are wanted, each choice applied at once, no empty words in the address. */
function useFilterForm(list: Declared, { state, choices: given }: Filtered) {
	const navigate = useNavigate();
	const fetcher = useFetcher<{ shown: Filtered }>();
	const form = useRef<HTMLFormElement>(null);
	const [wanted, setWanted] = useState<string | null>(null);
	const choices = given ?? (wanted === null ? undefined : fetcher.data?.shown.choices);
	const isOpen = choices !== undefined;
	// The controls follow the address, whatever led there; what has the focus keeps it.
	useEffect(() => {
		for (const control of form.current?.elements ?? [])
			if ((control instanceof HTMLSelectElement || control instanceof HTMLInputElement) && control.type !== 'hidden')
				control.value = control.name === 'q' ? state.q : (state.is[control.name] ?? '');
	}, [state]);
	useEffect(() => {
		if (!isOpen || wanted === null) return;
		const fields = form.current?.querySelector('fieldset');
		(fields?.querySelector<HTMLElement>(`[name="${wanted}"]`) ?? fields?.querySelector<HTMLElement>('select, input'))?.focus();
		const leave = ({ target }: Event) => target instanceof Node && !form.current?.contains(target) && setWanted(null);
		document.addEventListener('pointerdown', leave);
		return () => document.removeEventListener('pointerdown', leave);
	}, [wanted, isOpen]);

	function apply() {
		const pairs = form.current ? [...new FormData(form.current)] : [];
		const words = pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
		navigate(list.path(Object.fromEntries(words)), { preventScrollReset: true });
	}
	function close() {
		if (wanted === null) return;
		setWanted(null);
		form.current?.querySelector<HTMLElement>('[name="filters"][value="all"]')?.focus();
	}
	function onSubmit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
		if (!(pressed instanceof HTMLButtonElement) || pressed.name !== 'filters') return apply();
		if (wanted !== null && pressed.value === 'all') return close();
		if (!choices) fetcher.load(list.path({ ...paramsOf(state, list), filters: 'open' }));
		setWanted(pressed.value);
	}
	return { form, choices, wanted, onSubmit, apply, close };
}

const wordFor = (filter: Filter, value: string, name: string | undefined): string =>
	name ?? filter.shown?.(value) ?? filter.options?.().find((option) => option.value === value)?.label ?? value;

interface ControlProps {
	name: string;
	filter: Filter;
	state: ListState;
	options: readonly Option[];
}

/** One filter; a value that is none of its choices (several industries) stands as a choice of its own. */
function FilterControl({ name, filter, state, options }: ControlProps) {
	const value = state.is[name] ?? '';
	const isFitting = value !== '' || (filter.fits?.(state) ?? true);
	if (!isFitting || (options.length === 0 && !filter.isTyped)) return null;
	const own = value && options.every((option) => option.value !== value) ? [{ value, label: wordFor(filter, value, undefined) }] : [];
	return (
		// biome-ignore lint/a11y/noLabelWithoutControl: the control is one of the two below.
		<label>
			{filter.label()}
			{filter.isTyped ? (
				<input name={name} defaultValue={value} autoComplete="off" />
			) : (
				<select name={name} defaultValue={value}>
					<option value="">{filter.any?.() ?? m.shell_filter_any()}</option>
					{[...own, ...options].map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
			)}
		</label>
	);
}
