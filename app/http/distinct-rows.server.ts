import { badRequest } from './errors.ts';

/** Rows of a form under ids of their own, as every form of ours makes them; one id twice is a bad request. */
export function assertDistinct(rows: ReadonlyArray<{ id: string }>): void {
	if (new Set(rows.map(({ id }) => id)).size < rows.length) throw badRequest();
}
