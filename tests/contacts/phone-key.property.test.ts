import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneKey } from '#db/phone-key.ts';

const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '  ');
/** Invented ones begin with a zero. */
const danish = fc
	.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }))
	.map(([first, rest]) => `${first}${String(rest).padStart(7, '0')}`);
/** The digits of a number with a gap behind any of them. */
const spread = (digits: string) =>
	fc.array(gap, { minLength: digits.length, maxLength: digits.length }).map((gaps) => [...digits].map((digit, at) => digit + gaps[at]).join(''));

describe('a telephone number in whatever format', () => {
	it('meets itself: with or without the Danish code, gaps, brackets and a word before it', () => {
		const before = fc.constantFrom('', '+45', '+45 ', '0045', '0045 ', '(+45) ', '00 45-', 'tlf. ', 'Mobil: +45 ');
		const after = fc.constantFrom('', ' lok. 12', ' (direkte)', ' / 44 55 66 77');
		fc.assert(
			fc.property(
				danish.chain((digits) => fc.tuple(fc.constant(digits), spread(digits), before, after)),
				([digits, written, prefix, suffix]) => {
					expect(phoneKey(`${prefix}${written}${suffix}`)).toBe(digits);
				},
			),
		);
	});

	it('keeps other countries’ codes, so that they are never taken for Danish numbers', () => {
		const abroad = fc.tuple(fc.constantFrom('46', '47', '49', '298', '299', '1', '44'), danish);
		fc.assert(
			fc.property(
				abroad.chain(([code, rest]) => fc.tuple(fc.constant(code + rest), spread(rest), fc.constant(code))),
				([key, written, code]) => {
					expect(phoneKey(`+${code} ${written}`)).toBe(key);
					expect(phoneKey(`00${code}${written}`)).toBe(key);
				},
			),
		);
	});

	it('is its own key, and never breaks on any text', () => {
		const signs = fc.constantFrom('0', '4', '5', '9', '+', ' ', '-', '(', ')', 'a', '/', '\u0663', '９', '\u0000', '💥');
		fc.assert(
			fc.property(fc.array(signs, { maxLength: 20 }), (text) => {
				const key = phoneKey(text.join(''));
				if (key === null) return;
				expect(key).toMatch(/^\d+$/);
				expect(phoneKey(key)).toBe(key);
			}),
		);
	});

	it.each([
		[null, null],
		['', null],
		['ingen', null],
		['43 12 34 56', '43123456'],
		['00 93 31 22', '00933122'],
		['+45 43-12-34-56', '43123456'],
		['+46 70-123 45 67', '46701234567'],
	])('reads %j as %j', (phone, key) => {
		expect(phoneKey(phone)).toBe(key);
	});
});
