// Shares of a property, exact: whole numbers only, since a third is no decimal number. Browser-safe.

/** A part of a property: `of` parts in `in`, in lowest terms, above nothing and at most the whole. */
export interface Share {
	of: number;
	in: number;
}

/** Largest number of parts; the land register's longest fractions stay far below it. */
const MOST_PARTS = 10_000_000;

/** A fraction "2/6" or a per cent "33,33 %" → the share in lowest terms; null for anything else, nothing and more than the whole. */
export function shareFrom(typed: string): Share | null {
	const text = typed.replace(/\s+/g, '');
	const fraction = text.match(/^(\d{1,8})\/(\d{1,8})$/);
	if (fraction) return shareOf(Number(fraction[1]), Number(fraction[2]));
	const perCent = text.match(/^(\d{1,3})(?:[.,](\d{1,4}))?%$/);
	if (!perCent) return null;
	const [, whole = '', decimals = ''] = perCent;
	return shareOf(Number(whole + decimals), 100 * 10 ** decimals.length);
}

/** A share from its two numbers, in lowest terms; null where it is none. */
export function shareOf(of: number | null, parts: number | null): Share | null {
	if (of === null || parts === null || of <= 0 || of > parts || parts > MOST_PARTS) return null;
	const divisor = Number(gcd(BigInt(of), BigInt(parts)));
	return { of: of / divisor, in: parts / divisor };
}

/** As people write it: "1/2", "1/1", a per cent where the parts are hundredths, else the fraction. */
export function formatShare({ of, in: parts }: Share): string {
	if (parts <= 24 || 10_000 % parts !== 0) return `${of}/${parts}`;
	const hundredths = String((of * 10_000) / parts).padStart(3, '0');
	const decimals = hundredths.slice(-2).replace(/0+$/, '');
	return `${hundredths.slice(0, -2)}${decimals && ','}${decimals} %`;
}

/** How the open shares of a property stand to the whole. `by` is what is missing or too much, where it can be named. */
export type Sum = { is: 'whole' | 'none' | 'unknown' } | { is: 'less' | 'more'; by: string };

/** Adds the open shares of a property; null = a share nobody knows, which leaves the sum open unless the others exceed the whole. */
export function sumOf(shares: ReadonlyArray<Share | null>): Sum {
	if (shares.length === 0) return { is: 'none' };
	let [of, parts] = [0n, 1n];
	for (const share of shares) {
		if (!share) continue;
		of = of * BigInt(share.in) + BigInt(share.of) * parts;
		parts *= BigInt(share.in);
		const divisor = gcd(of, parts);
		of /= divisor;
		parts /= divisor;
	}
	if (of > parts) return { is: 'more', by: fraction(of - parts, parts) };
	if (shares.includes(null)) return { is: 'unknown' };
	return of === parts ? { is: 'whole' } : { is: 'less', by: fraction(parts - of, parts) };
}

/** What is left of `share` without `part`; null when nothing is, undefined when the part is larger or the rest too fine to write. */
export function remainderOf(share: Share, part: Share): Share | null | undefined {
	const of = BigInt(share.of) * BigInt(part.in) - BigInt(part.of) * BigInt(share.in);
	if (of < 0n) return undefined;
	if (of === 0n) return null;
	const parts = BigInt(share.in) * BigInt(part.in);
	const divisor = gcd(of, parts);
	return shareOf(Number(of / divisor), Number(parts / divisor)) ?? undefined;
}

const fraction = (of: bigint, parts: bigint): string => {
	const divisor = gcd(of, parts);
	return `${of / divisor}/${parts / divisor}`;
};

function gcd(a: bigint, b: bigint): bigint {
	return b === 0n ? a : gcd(b, a % b);
}
