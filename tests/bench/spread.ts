/** What one thing measured many times came to, in milliseconds. */
export interface Spread {
	times: number;
	median: number;
	p95: number;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);

export const medianOf = (values: readonly number[]): number => at(inOrder(values), 0.5);

/** Median and 95th percentile; other work on the machine moves both, so they are for comparing within a run. */
export function spreadOf(milliseconds: readonly number[]): Spread {
	const sorted = inOrder(milliseconds);
	return { times: sorted.length, median: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

/** Runs `work` and answers how long it took. */
export async function timed(work: () => unknown): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
