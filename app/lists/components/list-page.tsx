import type { ReactNode } from 'react';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import type { ToldColumn } from '../column.ts';
import { isNarrowed, type List, paramsOf } from '../list.ts';
import { type Filtered, ListFilters } from './list-filters.tsx';
import { ListTable } from './list-table.tsx';

export interface Shown<Row> extends Filtered {
	rows: readonly Row[];
	hidden: readonly string[];
	further?: readonly ToldColumn[] | undefined;
	total?: number | undefined;
	isCapped: boolean;
	/** There is nothing to filter. */
	isNone: boolean;
	previous: string | null;
	next: string | null;
}

interface ListPageProps<Row> {
	list: List<Row>;
	shown: Shown<Row>;
	actions?: ReactNode;
	/** What is said while there is nothing at all. */
	none: { title: string; text: ReactNode; action?: ReactNode };
	/** What is said where the filters let nothing through. */
	noHits: { title: string; text: string; actions?: ReactNode };
	/** Over everything: the ways to the lists beside it. */
	tabs?: ReactNode;
	/** Between filters and rows. */
	above?: ReactNode;
	/** Rows of a look of their own instead of the table. */
	children?: ReactNode;
}

/** The page of a list: what it is and how much, what narrows it, its rows, the ways on. */
export function ListPage<Row extends { id: string }>({ list, shown, actions, none, noHits, tabs, above, children }: ListPageProps<Row>) {
	const { state, rows, hidden, further, isNone } = shown;
	if (isNone) {
		return (
			<Page title={list.title()} actions={actions} wide>
				<EmptyState {...none} />
			</Page>
		);
	}
	return (
		<Page title={list.title()} actions={actions} meta={<Meta {...{ list, shown }} />} wide>
			{tabs}
			<ListFilters list={list} shown={shown} />
			{above}
			{rows.length === 0 ? (
				<EmptyState
					{...noHits}
					action={
						<>
							{noHits.actions}
							{isNarrowed(state) && <ButtonLink to={list.path()}>{m.shell_filter_clear()}</ButtonLink>}
						</>
					}
				/>
			) : (
				(children ?? <ListTable {...{ list, rows, state, hidden, further }} />)
			)}
			<KeysetPages previous={shown.previous} next={shown.next} label={list.pagesLabel()} />
		</Page>
	);
}

/** How many there are, and the rows of the filters as a file. */
function Meta({ list, shown: { state, total, isCapped } }: { list: Pick<List<never>, 'name' | 'count' | 'sorts'>; shown: Shown<unknown> }) {
	return (
		<>
			{total !== undefined && list.count?.({ count: total, figure: `${formatNumber(total)}${isCapped ? '+' : ''}` })}
			<a
				href={paths.listExport(list.name, paramsOf({ ...state, after: null, before: null }, list))}
				className="inline-flex min-h-6 items-center underline-offset-2 hover:text-text hover:underline"
				data-native
				data-screen-only
			>
				{m.shell_export()}
			</a>
		</>
	);
}
