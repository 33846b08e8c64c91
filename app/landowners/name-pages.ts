import type { NamePlace } from './list-filters.ts';

export const PAGE_SIZE = 50;
/** Counting stops here and says "1.000+". */
export const COUNT_CAP = 1_000;

/** One page of a list by name, from rows read one beyond it (backwards for the page before). */
export function namePage<Row extends { sortName: string; id: string }>(
	found: readonly Row[],
	{ after, before }: { after: NamePlace | null; before: NamePlace | null },
	total: number,
) {
	const isBackwards = before !== null;
	const hasMore = found.length > PAGE_SIZE;
	const rows = isBackwards ? found.slice(0, PAGE_SIZE).reverse() : found.slice(0, PAGE_SIZE);
	const [first, last] = [rows[0], rows.at(-1)];
	const placeOf = (row: Row): NamePlace => [row.sortName, row.id];
	return {
		rows,
		total: Math.min(total, COUNT_CAP),
		isCapped: total > COUNT_CAP,
		previous: first && (isBackwards ? hasMore : after !== null) ? placeOf(first) : null,
		next: last && (isBackwards || hasMore) ? placeOf(last) : null,
	};
}
