import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { asColumn, type Column, type ToldColumn, withFurther } from '../column.ts';
import { type List, type ListState, paramsOf } from '../list.ts';

interface ListTableProps<Row> {
	list: Pick<List<Row>, 'path' | 'title' | 'columns' | 'sorts' | 'href'>;
	rows: readonly Row[];
	state: ListState;
	hidden?: readonly string[];
	further?: readonly ToldColumn[] | undefined;
}

/** The rows of a list under its columns. How a column looks the table says once; a row is a plain `<tr>` of bare cells. */
export function ListTable<Row extends { id: string }>({ list, rows, state, hidden = [], further = [] }: ListTableProps<Row>) {
	const columns = withFurther(list.columns, further.map(asColumn)).filter(({ key, isExportOnly }) => !isExportOnly && !hidden.includes(key));
	const at = (which: (column: Column<Row>) => boolean) =>
		columns.flatMap((column, place) => (which(column) ? [place + 1] : [])).join(' ') || undefined;
	return (
		<div className="overflow-x-auto rounded-lg border border-line bg-surface">
			<table
				className="data-table list"
				data-end={at(({ look }) => look === 'end')}
				data-quiet={at(({ look }) => look === 'quiet')}
				data-wrap={at(({ look }) => look === 'wrap')}
				data-fit={at(({ look }) => look === 'fit' || look === 'deeds')}
				data-lg={at(({ from }) => from === 'lg')}
				data-xl={at(({ from }) => from === 'xl')}
			>
				<caption className="sr-only">{list.title()}</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<Heading key={column.key} {...{ column, list, state }} />
						))}
					</tr>
				</thead>
				<tbody>{rows.map((row) => rowOf(row, columns, list.href(row)))}</tbody>
			</table>
		</div>
	);
}

/** Called, not rendered: fifty rows are no components. */
function rowOf<Row extends { id: string }>(row: Row, columns: readonly Column<Row>[], href: string | null | undefined) {
	return (
		<tr key={row.id}>
			{columns.map((column, at) => (
				<td key={column.key} data-label={column.isNamed ? column.label() : undefined} title={at > 0 ? wholeOf(column, row) : undefined}>
					{at === 0 ? nameOf(row, column, href) : column.cell ? column.cell(row) : column.text(row)}
				</td>
			))}
		</tr>
	);
}

/** Names longer than this may be cut: the whole stands under the pointer. */
const LONG = 24;
/** Other cells are cut sooner. */
const LONG_IN_CELL = 17;

function wholeOf<Row>({ text, look }: Column<Row>, row: Row): string | undefined {
	const whole = String(text(row) ?? '');
	return whole.length > LONG_IN_CELL && look !== 'wrap' ? whole : undefined;
}

function nameOf<Row>(row: Row, { text, cell }: Column<Row>, href: string | null | undefined): ReactNode {
	const name = String(text(row) ?? '');
	const title = name.length > LONG ? name : undefined;
	const link = href ? (
		<a href={href} title={title} data-row="">
			{name}
		</a>
	) : (
		<b title={title}>{name}</b>
	);
	const beside = cell?.(row);
	return beside ? (
		<span>
			{link}
			{beside}
		</span>
	) : (
		link
	);
}

/** A heading that can be pressed orders the list: first its own way, then the other. */
function Heading<Row>({ column, list, state }: { column: Column<Row> } & Pick<ListTableProps<Row>, 'list' | 'state'>) {
	const label = column.label();
	const { sort } = column;
	if (!sort) return <th scope="col">{column.look === 'deeds' ? <span className="sr-only">{label}</span> : label}</th>;
	const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
	const isActive = state.sort === sort || state.sort === other;
	const to = state.sort === sort ? other : sort;
	return (
		<th scope="col" aria-sort={isActive ? (state.sort.startsWith('-') ? 'descending' : 'ascending') : undefined}>
			<a href={list.path(paramsOf({ ...state, sort: to, after: null, before: null }, list))} title={m.shell_sort_by({ column: label })}>
				{label}
			</a>
		</th>
	);
}
