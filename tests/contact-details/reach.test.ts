import { describe, expect, it } from 'vitest';
import { firstPhoneKey, phoneKeys } from '#app/contact-details/phones.server.ts';
import { hasNumber } from '#app/contact-details/phones.ts';
import { numbersIn, phoneShown } from '#app/contact-details/reach.ts';

describe('a telephone field', () => {
	it.each([
		['43 12 34 56 lok. 7', [['tel:+4543123456', '43 12 34 56', 'lok. 7']]],
		[
			'43 12 34 57 / 20 30 40 51',
			[
				['tel:+4543123457', '43 12 34 57', ''],
				['tel:+4520304051', '20 30 40 51', ''],
			],
		],
		['+45 43123458 ext. 12', [['tel:+4543123458', '43 12 34 58', 'lok. 12']]],
		['70101234 (vagt)', [['tel:+4570101234', '70 10 12 34', 'vagt']]],
		['+46 8 123 456 78', [['tel:+46812345678', '+46 8 123 456 78', '']]],
		['1813', [['tel:1813', '1813', '']]],
	])('%s is dialled number by number, and shows what stands with each', (typed, expected) => {
		expect(numbersIn(typed).map(({ tel, shown, note }) => [tel, shown, note])).toEqual(expected);
	});

	it('stands in one line where there is room for one', () => {
		expect(phoneShown('43123457/20304051 mobil')).toBe('43 12 34 57 / 20 30 40 51 mobil');
	});

	it('is found by each of its numbers, and looked up by the first', () => {
		expect(phoneKeys('43 12 34 57 / +46 8 123 456 78')).toEqual(['43123457', '46812345678']);
		expect(firstPhoneKey('70/10/12/34')).toBe('70101234');
		expect(firstPhoneKey('1813')).toBe('1813');
		expect(firstPhoneKey(null)).toBeNull();
	});

	it('is refused only when there is no number in it', () => {
		expect(['43 12 34 57 / 20 30 40 51', '70101234 (vagt)', '1813'].every(hasNumber)).toBe(true);
		expect(['spørg Ib', '', '12'].some(hasNumber)).toBe(false);
	});
});
