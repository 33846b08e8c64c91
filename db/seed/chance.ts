// Chance that falls the same way every time: the same seed gives the same town.

export interface Chance {
	/** 0 ≤ x < 1 */
	next(): number;
	/** Whole number, both ends included. */
	between(low: number, high: number): number;
	/** True in `share` of the cases. */
	happens(share: number): boolean;
	pick<T>(from: readonly T[]): T;
	/** Picks by weight: `[['visit', 4], ['phone', 3]]`. */
	weighted<T>(from: ReadonlyArray<readonly [T, number]>): T;
	/** Up to `count` different ones, in chance order. */
	some<T>(from: readonly T[], count: number): T[];
	/** A UUIDv7 of this moment, shaped as `newId` makes them. */
	id(at: Date): string;
}

/** Mulberry32: small, fast, and good enough for a town that does not exist. */
export function chanceOf(seed: number): Chance {
	let state = seed | 0;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	const pick = <T>(from: readonly T[]): T => {
		const chosen = from[Math.floor(next() * from.length)];
		if (chosen === undefined) throw new Error('Nothing to pick from');
		return chosen;
	};
	const hex = (bits: number) =>
		Math.floor(next() * 2 ** bits)
			.toString(16)
			.padStart(bits / 4, '0');
	return {
		next,
		between,
		pick,
		happens: (share) => next() < share,
		weighted(from) {
			let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of from) {
				left -= weight;
				if (left < 0) return value;
			}
			return pick(from)[0];
		},
		some(from, count) {
			const pool = [...from];
			const chosen = [];
			while (pool.length > 0 && chosen.length < count) chosen.push(...pool.splice(Math.floor(next() * pool.length), 1));
			return chosen;
		},
		id(at) {
			const time = at.getTime().toString(16).padStart(12, '0');
			return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${'89ab'[between(0, 3)]}${hex(12)}-${hex(24)}${hex(24)}`;
		},
	};
}
