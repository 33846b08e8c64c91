// Shares of a property, exact: whole numbers only, since a third is no decimal number. Browser-safe.

/** A part of a property: `of` parts in `in`, in lowest terms, above nothing and at most the whole. */
export interface Share {
	of: number;
	in: number;
}

/** Largest number of parts; the land register's longest fractions stay far below it. */
const MOST_PARTS = 10_000_000;

const SIGNS: Readonly<Record<string, string>> = {
	...{ '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4', '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5', '⅙': '1/6' },
	...{ '⅚': '5/6', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8', '⅞': '7/8', '⁄': '/', '∕': '/' },
};
const COUNTS = ['en|et|én|ét|a|an|one', 'to|two', 'tre|three', 'fire|four', 'fem|five', 'seks|six', 'syv|seven', 'otte|eight', 'ni|nine', 'ti|ten'];
/** Names of a part, from the half on. */
const PARTS = [
	...['halv|halve|halvt|halvdel|halvdelen|half', 'tredjedele?|thirds?', 'fjerdedele?|kvart|kvarte|quarters?|fourths?', 'femtedele?|fifths?'],
	...['sjettedele?|sixths?', 'syvendedele?|sevenths?', 'ottendedele?|eighths?', 'niendedele?|ninths?', 'tiendedele?|tenths?'],
];
const WHOLE = /^(?:(?:det )?hele|alt|hele ejendommen|the whole|all of it|all|whole)$/;
const numberIn = (list: readonly string[], word: string) => list.findIndex((words) => new RegExp(`^(?:${words})$`).test(word)) + 1;

/**
 * A share as people write it, in lowest terms: "2/6", "1 af 3", "33,33 %", "33 1/3 %", "0,5", "en tredjedel", "halvdelen",
 * "½". Null for anything else, nothing and more than the whole; "50/50", which is said of two halves, and a bare number,
 * which may be a part or a per cent, are not guessed at.
 */
export function shareFrom(typed: string): Share | null {
	const text = typed
		.toLowerCase()
		.replace(/(\d?)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁄∕])/g, (_, digit: string, sign: string) => `${digit}${digit && SIGNS[sign] !== '/' ? ' ' : ''}${SIGNS[sign]}`)
		.replace(/(?:pct\.?|procent|per ?cent|percent)$/, '%')
		.replace(/\s*\/\s*|\s+(?:ud af|out of|af|of)\s+(?=\d)/g, '/')
		.replace(/\s*%/, '%')
		.replace(/\s+/g, ' ')
		.trim();
	if (text === '50/50') return null;
	return fractionIn(text) ?? perCentIn(text) ?? decimalIn(text) ?? inWords(text);
}

function fractionIn(text: string): Share | null {
	const [, of, parts] = text.match(/^(\d{1,8})\/(\d{1,8})(?:[ -]?dele?)?$/) ?? [];
	return of && parts ? shareOf(Number(of), Number(parts)) : null;
}

function perCentIn(text: string): Share | null {
	const [, whole, decimals = ''] = text.match(/^(\d{1,3})(?:[.,](\d{1,5}))?%$/) ?? [];
	if (whole) return shareOf(Number(whole + decimals), 100 * 10 ** decimals.length);
	const [, ones = '0', of, parts] = text.match(/^(?:(\d{1,2}) )?(\d{1,3})\/(\d{1,3})%$/) ?? [];
	return of && parts ? shareOf(Number(ones) * Number(parts) + Number(of), 100 * Number(parts)) : null;
}

function decimalIn(text: string): Share | null {
	const [, one, decimals] = text.match(/^([01])?[.,](\d{1,7})$/) ?? [];
	return decimals ? shareOf(Number((one ?? '0') + decimals), 10 ** decimals.length) : null;
}

function inWords(text: string): Share | null {
	if (WHOLE.test(text)) return { of: 1, in: 1 };
	const [, count = 'en', part = ''] = text.match(/^(?:(\d|\p{L}+) )?(\p{L}+)$/u) ?? [];
	if (part === 'trekvart') return { of: 3, in: 4 };
	const of = /^\d$/.test(count) ? Number(count) : numberIn(COUNTS, count);
	const parts = numberIn(PARTS, part);
	return parts > 0 ? shareOf(of, parts + 1) : null;
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
