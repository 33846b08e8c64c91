import type { ReactNode } from 'react';
import { classes } from './class-names.ts';

export interface Column {
	key: string;
	label: string;
	align?: 'start' | 'end';
	/** A column that stays away until there is room for it (its cells carry the same `data-from`); the cards of a phone show it. */
	from?: 'lg' | 'xl';
}

/**
 * Rows as plain `<tr>`; the caption says what the table holds (read aloud, not shown). On a phone each row becomes
 * a card: its first cell the heading, the others in one run; `data-label` on a `<td>` names what a bare figure means there.
 */
export function Table({ caption, head, children }: { caption: string; head: readonly Column[]; children: ReactNode }) {
	return (
		<div className="overflow-x-auto rounded-lg border border-line bg-surface">
			<table className="data-table">
				<caption className="sr-only">{caption}</caption>
				<thead>
					<tr>
						{head.map((column) => (
							<th key={column.key} scope="col" data-align={column.align} data-from={column.from}>
								{column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>{children}</tbody>
			</table>
		</div>
	);
}

/** The link of a table row or list item: the whole row can be pressed, other controls in the row stay above it. */
export function RowLink({ href, title, children, className }: { href: string; title?: string; children: ReactNode; className?: string }) {
	return (
		<a href={href} title={title} data-row className={classes('row-name', className)}>
			{children}
		</a>
	);
}
