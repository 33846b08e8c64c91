import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden } from '#app/http/errors.ts';
import type { Option } from '#app/ui/field.tsx';
import type { Column, ToldColumn } from './column.ts';
import { COUNT_CAP, type Order, PAGE_SIZE, pageByKey, type Query } from './keyset.server.ts';
import { isNarrowed, type List, type ListState, paramsOf, stateFrom } from './list.ts';

// Where a list's rows come from. From a declaration and its source follow the page, its choices and its export.

/** How the rows of a state are read. */
export interface Question<Found> {
	read: Query<Found>;
	order: Order;
	count?: () => Promise<number>;
}

export interface Source<Found extends object, Row, Name extends string = string, Sort extends string = string> {
	list: List<Row, Name, Sort>;
	/** Columns that a field table declares: shown behind the first. */
	further?: ReadonlyArray<Column<Row>>;
	/** Left out = everybody who is signed in; what they see of it the scope says. */
	may?: (viewer: Viewer) => boolean;
	/** Columns kept from this viewer; the list is not ordered by them either. */
	hidden?: (viewer: Viewer) => readonly string[];
	/** Choices that the database knows; `value` is the one in the address. What is not among them (any more) filters nothing. */
	choices?: Partial<Record<Name, (viewer: Viewer, value: string | undefined) => Promise<Option[]> | Option[]>>;
	/** Null = nothing can match. */
	ask: (viewer: Viewer, state: ListState<Name, Sort>) => Promise<Question<Found> | null> | Question<Found>;
	/** Whether there is anything at all, whatever the filters; left out = while nothing is narrowed, what is shown. */
	isAny?: (viewer: Viewer) => Promise<boolean>;
	/** What the list shows of these rows. */
	rows: (viewer: Viewer, found: Found[]) => Promise<Row[]> | Row[];
}

/** A source as it is declared, its types read from its list. */
export const source = <Found extends object, Row, Name extends string, Sort extends string>(given: Source<Found, Row, Name, Sort>) => given;

/** A list's state as far as this viewer may ask and the choices are there. 403 for those who may not see the list. */
export async function stateFor<Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Pick<Source<never, never, Name, Sort>, 'may' | 'hidden' | 'choices'> & {
		list: Pick<List<never, Name, Sort>, 'filters' | 'sorts' | 'columns'>;
	},
	search: URLSearchParams,
) {
	if (source.may && !source.may(viewer)) throw forbidden();
	const state = stateFrom(source.list, search);
	const hidden = source.hidden?.(viewer) ?? [];
	const is: Partial<Record<Name, string>> = {};
	const names: Partial<Record<Name, string>> = {};
	for (const name in state.is) {
		const [value, ask] = [state.is[name], source.choices?.[name]];
		const choice = ask && (await ask(viewer, value)).find((option) => option.value === value);
		if (ask && !choice && !source.list.filters[name].shown?.(value ?? '')) continue;
		is[name] = value;
		if (choice) names[name] = choice.label;
	}
	const isSecret = source.list.columns.some(({ key, sort }) => sort && hidden.includes(key) && plain(sort) === plain(state.sort));
	const shown = isSecret ? { ...state, sort: source.list.sorts[0], after: null, before: null } : state;
	return { state: { ...shown, is }, names, hidden };
}

const plain = (sort: string) => sort.replace(/^-/, '');

/** One page of the rows of a state, with the places of its neighbours. */
export async function pageOf<Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	state: ListState<Name, Sort>,
	{ size = PAGE_SIZE, isCounted = true }: { size?: number | undefined; isCounted?: boolean } = {},
) {
	const question = await source.ask(viewer, state);
	if (!question) return { rows: [], total: 0, previous: null, next: null };
	const [page, total] = await Promise.all([pageByKey(question.read, question.order, state, size), isCounted ? question.count?.() : undefined]);
	return { ...page, total, rows: await source.rows(viewer, page.rows) };
}

/** What the page of a list shows, as its address asks for it; the choices of its filters only where they are wanted. */
export async function listShown<Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	request: Request,
) {
	const search = new URL(request.url).searchParams;
	const { state, names, hidden } = await stateFor(viewer, source, search);
	const { rows, total, previous, next } = await pageOf(viewer, source, state);
	const address = (place: Partial<ListState>) => source.list.path(paramsOf({ ...state, after: null, before: null, ...place }, source.list));
	return {
		...{ state, names, hidden, rows },
		further: source.further?.flatMap(({ key, label, look, from, isExportOnly }): ToldColumn[] =>
			isExportOnly ? [] : [{ key, label: label(), look, from }],
		),
		total: total === undefined ? undefined : Math.min(total, COUNT_CAP),
		isCapped: total !== undefined && total > COUNT_CAP,
		isNone: rows.length === 0 && (source.isAny ? !(await source.isAny(viewer)) : !isNarrowed(state)),
		previous: previous && address({ before: previous }),
		next: next && address({ after: next }),
		choices: search.get('filters') ? await choicesOf(viewer, source, state) : undefined,
	};
}

async function choicesOf<Name extends string>(
	viewer: Viewer,
	{ choices = {} }: Pick<Source<never, never, Name>, 'choices'>,
	{ is }: ListState<Name>,
) {
	const found: Partial<Record<Name, Option[]>> = {};
	for (const name in choices) found[name] = await choices[name]?.(viewer, is[name]);
	return found;
}
