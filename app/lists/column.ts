import type { ReactNode } from 'react';

/**
 * A column of a list, said once: its heading, what a row shows under it, what an export writes. Browser-safe: a plain
 * object, so that a field table can give one.
 */
export interface Column<Row> {
	key: string;
	label: () => string;
	/** What an export writes and a row shows; null where there is nothing to say. */
	text: (row: Row) => string | number | null | undefined;
	/** What a row shows instead; of the first column, what stands beside the name. */
	cell?: (row: Row) => ReactNode;
	/** How its cells look; the table's stylesheet says it, never a cell. Each keeps to one line, cut where room ends, unless it may `wrap` or must `fit`. */
	look?: 'end' | 'quiet' | 'wrap' | 'fit' | 'deeds';
	/** Stays away until there is room for it; the cards of a phone show it. */
	from?: 'lg' | 'xl';
	/** A bare figure that the card of a phone must name. */
	isNamed?: boolean;
	/** The order its heading asks for first, a leading dash meaning backwards; one of the list's `sorts`. */
	sort?: string;
	/** Stands in the export alone. */
	isExportOnly?: boolean;
}

/** A column as the page is told it: nothing of the field table it comes from needs to reach the browser. */
export type ToldColumn = Pick<Column<never>, 'key' | 'look' | 'from'> & { label: string };

/** A told column, whose words the rows carry under its key. */
export const asColumn = ({ label, ...column }: ToldColumn): Column<object> => ({
	...column,
	label: () => label,
	text: (row) => {
		const value: unknown = Reflect.get(row, column.key);
		return typeof value === 'string' ? value : null;
	},
});

/** All columns in their order: what a field table adds stands behind the first, which leads to the record. */
export const withFurther = <Row>([first, ...others]: readonly Column<Row>[], further: readonly Column<Row>[]): Array<Column<Row>> =>
	first ? [first, ...further, ...others] : [];
