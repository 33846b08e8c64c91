import type { Option } from '#app/ui/field.tsx';
import type { Column } from './column.ts';

// A list as it is declared once, and its state as its address says it. Browser-safe.

/** One filter; its value in the address is one word. */
export interface Filter {
	label: () => string;
	/** Which words are understood; any other counts as not given. */
	accepts: RegExp | readonly string[];
	/** Choices known without asking; those of the database come from the list's source. */
	options?: () => Option[];
	/** What the list shows while the filter says nothing; left out = everything. */
	any?: () => string;
	/** A chip's word for a value that is none of the choices. */
	shown?: (value: string) => string | undefined;
	/** Whether it makes sense now; left out = always. */
	fits?: (state: ListState) => boolean;
	/** Typed rather than chosen. */
	isTyped?: boolean;
}

export interface List<Row, Name extends string = string, Sort extends string = string> {
	/** Its word in the address of its export. */
	name: string;
	path: (params?: Record<string, string | undefined>) => string;
	title: () => string;
	/** Names its filters and its pages to screen readers. */
	filterLabel: () => string;
	pagesLabel: () => string;
	count?: (found: { count: number; figure: string }) => string;
	search?: { label: () => string; hint?: () => string };
	filters: Readonly<Record<Name, Filter>>;
	/** The ways it can be ordered, the first unless another is asked for; a leading dash means backwards. */
	sorts: readonly [Sort, ...Sort[]];
	/** The first leads to the record. */
	columns: readonly [Column<Row>, ...Column<Row>[]];
	href: (row: Row) => string | null | undefined;
}

/** What a list shows: the whole state of its address. */
export interface ListState<Name extends string = string, Sort extends string = string> {
	/** As typed. */
	q: string;
	is: Readonly<Partial<Record<Name, string>>>;
	sort: Sort;
	/** The rows behind or before this place; neither = the first page. */
	after: string | null;
	before: string | null;
}

type Declared<Name extends string, Sort extends string> = Pick<List<never, Name, Sort>, 'filters' | 'sorts'>;

/** A list's state from its address; whatever is unknown or malformed counts as not given. */
export function stateFrom<Name extends string, Sort extends string>(
	{ filters, sorts }: Declared<Name, Sort>,
	search: URLSearchParams,
): ListState<Name, Sort> {
	const is: Partial<Record<Name, string>> = {};
	for (const name in filters) {
		const value = textIn(search, name, 400);
		if (value && accepts(filters[name], value)) is[name] = value;
	}
	const sort = sorts.find((one) => one === search.get('sort')) ?? sorts[0];
	const state = { q: textIn(search, 'q'), is, sort, after: search.get('after') || null, before: search.get('before') || null };
	for (const name in is) if (filters[name].fits?.(state) === false) delete is[name];
	return state;
}

/** What is typed or chosen under a name. */
export const textIn = (search: URLSearchParams, name: string, most = 100): string =>
	(search.get(name) ?? '').replaceAll('\0', '').slice(0, most).trim();
const accepts = ({ accepts: words }: Filter, value: string) => (words instanceof RegExp ? words.test(value) : words.includes(value));

/** The address of a state, without empty words; a changed filter or order starts at the first page again. */
export const paramsOf = (
	{ q, is, sort, after, before }: Partial<ListState>,
	{ sorts }: { sorts: readonly string[] },
): Record<string, string | undefined> => ({
	q: q || undefined,
	...is,
	sort: sort === sorts[0] ? undefined : sort,
	after: after ?? undefined,
	before: before ?? undefined,
});

/** True when the state leaves rows out. */
export const isFiltered = ({ q, is }: Pick<ListState, 'q' | 'is'>): boolean => q !== '' || Object.values(is).some(Boolean);

/** True when the page shows less than all there is. */
export const isNarrowed = (state: ListState): boolean => isFiltered(state) || state.after !== null || state.before !== null;
