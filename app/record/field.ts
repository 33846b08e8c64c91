import { type Shown, shownAs } from '#app/http/merge.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Column } from '#app/lists/column.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { Option } from '#app/ui/field.tsx';

/*
 * A field of a record, said once: `<feature>/fields.ts` is a table of them. From it come the form's schema
 * (`schema.server.ts`) and its controls (`components/record-fields.tsx`), the values shown, what a merge reads and calls them,
 * the columns written, the words of the history and what can be put back. Browser-safe.
 */

/** How a value is typed, and what it must be. */
export type Control =
	| LineControl
	/** Several texts, one a line. */
	| { is: 'lines'; longest: number; most: number }
	| { is: 'day' }
	/** A whole number of heads. */
	| { is: 'heads' }
	| { is: 'tick' }
	/** A word of a closed list. */
	| { is: 'word'; of: readonly string[]; first: string; called: (word: string) => string; error: () => string }
	/** A code of a list that the page brings along, by the field's name. */
	| { is: 'code'; pattern?: RegExp; longest?: number; blank: () => string; error?: () => string };

/** One line of text. */
export interface LineControl {
	is: 'line';
	longest: number;
	/** Must be filled in; the sentence when it is not. */
	required?: () => string;
	/** What is stored of what was typed; null = it is not understood, and `error` says so. */
	read?: (typed: string, known: Known) => string | null;
	error?: (typed: string) => string;
	/** Looked for in this list of the page's choices while typing. */
	suggests?: string;
	keyboard?: 'numeric' | 'url' | 'email' | 'tel';
}

/** What reading needs to know beside the text. */
export interface Known {
	divisions: ReadonlySet<string>;
}

export interface Field {
	label: () => string;
	/** What the history calls it, where that is another word. */
	storedLabel?: () => string;
	hint?: () => string;
	/** Its column, where that has another name. */
	column?: string;
	control: Control;
	/** The part of the form it stands in. */
	section: string;
	isWide?: boolean;
	/** Asked for when the record is made, too. */
	isFirst?: boolean;
	/** What the form shows of what is stored. */
	show?: (stored: string) => string;
	/** How it is read where several texts mean the same. */
	reading?: (typed: string) => string;
	/** A stored value in the words of the history. */
	words?: (stored: string) => string;
	/** How a file brings it: the headings that name it, without blanks, signs and case, and what its cells must be. */
	import?: { headings: string; fits?: (text: string) => boolean };
	/** Its column in the list of its records and in what is exported of it. */
	list?: Pick<Column<never>, 'from' | 'isExportOnly'> & { label?: () => string };
}

export type Fields = Readonly<Record<string, Field>>;

/** A table with the names of its fields, its columns and its controls kept for the types that follow from it. */
export const fieldTable = <const Table extends Fields>(table: Table): Table => table;

/** The column each field is stored in. */
export type ColumnsOf<Table extends Fields> = {
	[Name in keyof Table & string]: Table[Name] extends { column: infer Column extends string } ? Column : Name;
}[keyof Table & string];

/** The names of the fields that are asked for first. */
export type FirstOf<Table extends Fields> = { [Name in keyof Table & string]: Table[Name] extends { isFirst: true } ? Name : never }[keyof Table &
	string];

/** What a form gives for each kind of control. */
export type Typed<C extends Control> = C extends { is: 'line'; required: unknown }
	? string
	: C extends { is: 'line' | 'day' | 'code' }
		? string | null
		: C extends { is: 'lines' }
			? string[]
			: C extends { is: 'heads' }
				? number | null
				: C extends { is: 'tick' }
					? boolean
					: C extends { is: 'word'; of: readonly (infer Word)[] }
						? Word
						: never;

export const columnOf = (name: string, field: Field | undefined): string => field?.column ?? name;

/** The field that is stored in this column. */
const namedByColumn = (table: Fields, column: string): string => Object.keys(table).find((name) => columnOf(name, table[name]) === column) ?? column;

/** A stored value as its control carries it. */
function asShown({ control, show }: Field, stored: unknown): string | null {
	if (control.is === 'tick') return stored ? 'on' : '';
	if (stored === null || stored === undefined) return null;
	if (Array.isArray(stored)) return stored.join('\n');
	const text = String(stored);
	return show ? show(text) : text;
}

type Values<Table extends Fields> = Record<keyof Table & string, string | null>;

/** A row as its form shows it. */
export const valuesOf = <Table extends Fields>(table: Table, row: Readonly<Record<string, unknown>>): Values<Table> =>
	// Its keys are the table's.
	Object.fromEntries(Object.entries(table).map(([name, field]) => [name, asShown(field, row[columnOf(name, field)])])) as Values<Table>;

/** The same with the field of one column as it stood before. */
export function valuesBack(table: Fields, row: Readonly<Record<string, unknown>>, { field: column, before }: { field: string; before: unknown }) {
	const name = namedByColumn(table, column);
	const field = table[name];
	return { ...valuesOf(table, row), ...(field && { [name]: asShown(field, before) }) };
}

/** A record's edit form as data (`app/editing`): what it shows of a row, how that is read and called. */
export const editableOf = <Table extends Fields>(kind: string, table: Table) => ({
	kind,
	shown: (row: Row<Table> & { version: number }): Shown => rowAsShown(table, row),
	labels: () => clashLabelsOf(table),
	readings: readingsOf(table),
	chainNames: chainNamesOf(table),
});

type Row<Table extends Fields> = Readonly<Record<ColumnsOf<Table>, unknown>>;

const rowAsShown = (table: Fields, row: Readonly<Record<string, unknown>> & { version: number }): Shown => shownAs(row.version, valuesOf(table, row));

/** Texts that mean the same, by field. */
const readingsOf = (table: Fields): Record<string, (typed: string) => string> =>
	Object.fromEntries(Object.entries(table).flatMap(([name, { reading }]) => (reading ? [[name, reading]] : [])));

/** Names of fields in the audit chain, where it is another one. */
const chainNamesOf = (table: Fields): Record<string, string> =>
	Object.fromEntries(Object.entries(table).flatMap(([name, { column }]) => (column ? [[name, column]] : [])));

export type Choices = Readonly<Record<string, readonly Option[]>>;

/** Labels and, where a control carries codes, words. */
export const clashLabelsOf = (table: Fields, choices: Choices = {}): ClashLabels =>
	Object.fromEntries(Object.entries(table).map(([name, field]) => [name, { label: field.label(), ...wordsIn(field, choices[name]) }]));

function wordsIn({ control }: Field, options: readonly Option[] = []) {
	switch (control.is) {
		case 'day':
			return { words: formatDay };
		case 'tick':
			return { words: () => m.shell_clash_yes() };
		case 'word':
			return { words: (word: string) => control.called(word) };
		case 'code':
			return { words: (code: string) => options.find(({ value }) => value === code)?.label ?? code };
		default:
			return {};
	}
}

/** The names of those that are asked for first, in their order. */
export const firstOf = <Table extends Fields>(table: Table): Array<FirstOf<Table>> =>
	// The ones that say so.
	Object.keys(table).filter((name) => table[name]?.isFirst) as Array<FirstOf<Table>>;

/** The fields of one part of the form, in their order. */
export const inSection = <Table extends Fields>(table: Table, section: string): Array<keyof Table & string> =>
	Object.keys(table).filter((name) => table[name]?.section === section);

type First<Table extends Fields> = { [Name in FirstOf<Table>]: Typed<Table[Name]['control']> };
type FirstColumns<Table extends Fields> = {
	[Name in FirstOf<Table> as Table[Name] extends { column: infer Column extends string } ? Column : Name]: Typed<Table[Name]['control']>;
};

/** The columns of what was typed when the record was made. */
export function firstColumns<Table extends Fields>(table: Table, input: First<Table>): FirstColumns<Table> {
	const typed: Readonly<Record<string, unknown>> = input;
	// By the names of their columns.
	return Object.fromEntries(
		Object.entries(table).flatMap(([name, field]) => (field.isFirst ? [[columnOf(name, field), typed[name]]] : [])),
	) as FirstColumns<Table>;
}

type Imported<Table extends Fields> = {
	[Name in keyof Table as Table[Name] extends { import: object } ? Name : never]: Field & { import: NonNullable<Field['import']> };
};

/** Those fields of a table that files bring. */
export const importedIn = <Table extends Fields>(table: Table): Imported<Table> =>
	// The ones that say so.
	Object.fromEntries(Object.entries(table).filter(([, field]) => field.import)) as Imported<Table>;

/** The names of the fields that stand in the list of their records. */
export type ListedOf<Table extends Fields> = { [Name in keyof Table & string]: Table[Name] extends { list: object } ? Name : never }[keyof Table &
	string];
type Listed<Table extends Fields> = Partial<Record<ListedOf<Table>, string | undefined>>;

const listedOf = <Table extends Fields>(table: Table): Array<ListedOf<Table>> =>
	// The ones that say so.
	Object.keys(table).filter((name) => table[name]?.list) as Array<ListedOf<Table>>;

/** The columns of a list that its fields declare. */
export const listColumns = <Table extends Fields>(table: Table): Array<Column<Listed<Table>>> =>
	listedOf(table).map((name) => ({
		key: name,
		label: table[name]?.list?.label ?? table[name]?.label ?? (() => name),
		text: (row) => row[name],
		look: 'quiet',
		from: table[name]?.list?.from,
		isExportOnly: table[name]?.list?.isExportOnly,
	}));

/** What those columns show of a row. */
export const listedValues = <Table extends Fields>(table: Table, row: Readonly<Record<string, unknown>>): Listed<Table> =>
	// By the same names.
	Object.fromEntries(
		listedOf(table).map((name) => [name, (table[name] && asShown(table[name], row[columnOf(name, table[name])])) || undefined]),
	) as Listed<Table>;

type ListedColumns<Table extends Fields> = ColumnsOf<{ [Name in ListedOf<Table>]: Table[Name] }>;

/** The columns of the table they are read from. */
export const listedIn = <Table extends Fields, Rows extends object>(table: Table, rows: Rows): Pick<Rows, keyof Rows & ListedColumns<Table>> =>
	// Of the table's own.
	Object.fromEntries(Object.entries(rows).filter(([column]) => listedOf(table).some((name) => columnOf(name, table[name]) === column))) as Pick<
		Rows,
		keyof Rows & ListedColumns<Table>
	>;
