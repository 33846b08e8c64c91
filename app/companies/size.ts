import { SIZE_CLASSES, type SizeClass } from '#db/vocabulary.ts';

const LOWER = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The register's size class for a number of heads. */
export function sizeClassOf(heads: number): SizeClass {
	const at = LOWER.findLastIndex((lower) => heads >= lower);
	return SIZE_CLASSES[Math.max(at, 0)] ?? 'ANTAL_0_0';
}

/** Position of a class in its order, −1 for unknown: what `sizeRank` stores. */
export const sizeRankOf = (sizeClass: SizeClass | null): number => (sizeClass ? SIZE_CLASSES.indexOf(sizeClass) : -1);

/** The smallest number of heads of the class at this position: what the address of a filtered list says. */
export const sizeLowerBound = (rank: number): number => LOWER[rank] ?? 0;

/** "ANTAL_20_49" → "20–49", "ANTAL_1000_999999" → "1000+", "ANTAL_1_1" → "1". */
export function sizeLabel(sizeClass: SizeClass): string {
	const [, from = '', to = ''] = sizeClass.split('_');
	if (to === '999999') return `${from}+`;
	return from === to ? from : `${from}–${to}`;
}
