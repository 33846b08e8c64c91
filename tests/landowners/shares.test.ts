import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatShare, remainderOf, shareFrom, shareOf, sumOf } from '#app/landowners/share.ts';

const share = fc
	.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }))
	.map(([of, parts]) => shareOf(Math.min(of, parts), Math.max(of, parts)) ?? { of: 1, in: 1 });

describe('a share as it is typed', () => {
	it.each([
		['1/2', '1/2'],
		[' 2 / 6 ', '1/3'],
		['50 %', '1/2'],
		['100%', '1/1'],
		['33,33 %', '33,33 %'],
		['33.33%', '33,33 %'],
		['0,5 %', '0,5 %'],
		['1234/5678', '617/2839'],
		['33 1/3 %', '1/3'],
		['33⅓ %', '1/3'],
		['12 ½ pct.', '1/8'],
		['66 2/3 procent', '2/3'],
		['1 af 3', '1/3'],
		['2 ud af 6', '1/3'],
		['1/3-del', '1/3'],
		['0,5', '1/2'],
		['0.25', '1/4'],
		['1,0', '1/1'],
		['50/100', '1/2'],
		['100/100', '1/1'],
		['½', '1/2'],
		['2⁄3', '2/3'],
		['halvdelen', '1/2'],
		['En halv', '1/2'],
		['en tredjedel', '1/3'],
		['To tredjedele', '2/3'],
		['3 fjerdedele', '3/4'],
		['trekvart', '3/4'],
		['en ottendedel', '1/8'],
		['hele', '1/1'],
	])('%s is %s', (typed, shown) => {
		const read = shareFrom(typed);
		expect(read && formatShare(read)).toBe(shown);
	});

	it.each([
		'',
		'0/2',
		'3/2',
		'0 %',
		'101 %',
		'100,01 %',
		'1',
		'50',
		'1/0',
		'-1/2',
		'1/2/3',
		'1e3/2e3',
		'99999999/99999999',
		'50/50',
		'1 1/20',
		'1 1/2',
		'5 0 %',
		'1/3 1/3',
		'1,5',
		'tre halve',
		'nogle tredjedele',
		'halvdelen af marken',
	])('"%s" is refused, not guessed', (typed) => expect(shareFrom(typed)).toBeNull());

	it('reads back as itself', () => {
		fc.assert(
			fc.property(share, (one) => {
				expect(shareFrom(formatShare(one))).toEqual(one);
			}),
		);
	});
});

describe('the shares of a property', () => {
	it('are exact: three thirds are the whole, and so are any parts cut from it', () => {
		expect(sumOf([1, 2, 3].map(() => ({ of: 1, in: 3 })))).toEqual({ is: 'whole' });
		fc.assert(
			fc.property(fc.array(share, { maxLength: 12 }), (cuts) => {
				let rest = shareOf(1, 1);
				const parts = [];
				for (const cut of cuts) {
					const left = rest && remainderOf(rest, cut);
					if (!left) continue;
					parts.push(cut);
					rest = left;
				}
				expect(sumOf([...parts, rest])).toEqual({ is: 'whole' });
			}),
		);
	});

	it('say what is missing and what is too much', () => {
		expect(
			sumOf([
				{ of: 1, in: 2 },
				{ of: 1, in: 3 },
			]),
		).toEqual({ is: 'less', by: '1/6' });
		expect(
			sumOf([
				{ of: 2, in: 3 },
				{ of: 1, in: 2 },
			]),
		).toEqual({ is: 'more', by: '1/6' });
		expect(sumOf([])).toEqual({ is: 'none' });
		expect(sumOf([{ of: 1, in: 2 }, null])).toEqual({ is: 'unknown' });
		expect(sumOf([{ of: 1, in: 1 }, { of: 1, in: 1 }, null])).toEqual({ is: 'more', by: '1/1' });
	});

	it('leave what was not sold, and nothing of a larger part than there is', () => {
		expect(remainderOf({ of: 1, in: 2 }, { of: 1, in: 3 })).toEqual({ of: 1, in: 6 });
		expect(remainderOf({ of: 1, in: 2 }, { of: 2, in: 4 })).toBeNull();
		expect(remainderOf({ of: 1, in: 3 }, { of: 1, in: 2 })).toBeUndefined();
	});
});
