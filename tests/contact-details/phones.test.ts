import { describe, expect, it } from 'vitest';
import { phonesIn } from '#app/contact-details/phones.server.ts';

const numbers = (typed: string) => phonesIn(typed).phones.map(({ e164 }) => e164);

describe('a telephone number as people write it', () => {
	it.each([
		['70 10 12 34', '+4570101234'],
		['70101234', '+4570101234'],
		['+45 70101234', '+4570101234'],
		['+4570101234', '+4570101234'],
		['0045 70 10 12 34', '+4570101234'],
		['0045-70101234', '+4570101234'],
		['45 70 10 12 34', '+4570101234'],
		['(+45) 70 10 12 34', '+4570101234'],
		['+45 (0) 70 10 12 34', '+4570101234'],
		['70-10-12-34', '+4570101234'],
		['70.10.12.34', '+4570101234'],
		['70/10/12/34', '+4570101234'],
		['7010 1234', '+4570101234'],
		['tlf. 70101234', '+4570101234'],
		['Tlf.nr.: 70 10 12 34', '+4570101234'],
		['70 10 12 34', '+4570101234'],
		['\u202d70101234\u202c', '+4570101234'],
		['70–10–12–34', '+4570101234'],
		['００４５ 70101234', '+4570101234'],
		['00 43 12 34', '+4500431234'],
		['+46 8 123 456 78', '+46812345678'],
		['0046 70 123 45 67', '+46701234567'],
		['46 70 123 45 67', '+46701234567'],
		['+49 (0)461 1234567', '+494611234567'],
		['+44 (0)20 7946 0018', '+442079460018'],
		['+47 22 12 34 56', '+4722123456'],
		['+298 212345', '+298212345'],
	])('%s is %s', (typed, e164) => {
		expect(numbers(typed)).toEqual([e164]);
	});

	it('is shown in pairs at home, with its country code abroad', () => {
		expect(phonesIn('+4570101234').phones[0]?.shown).toBe('70 10 12 34');
		expect(phonesIn('004681234 5678').phones[0]?.shown).toBe('+46 8 123 456 78');
	});

	it('keeps the extension and the words beside the number, out of it', () => {
		expect(phonesIn('70 10 12 34 lok. 7')).toEqual({
			phones: [{ written: '70 10 12 34', e164: '+4570101234', shown: '70 10 12 34', extension: '7', words: '' }],
			unread: [],
		});
		expect(phonesIn('+45 70101234 ext. 12').phones[0]).toMatchObject({ e164: '+4570101234', extension: '12' });
		expect(phonesIn('70101234 (vagt)').phones[0]).toMatchObject({ written: '70101234', words: 'vagt' });
		expect(phonesIn('(+45) 70 10 12 34').phones[0]).toMatchObject({ written: '+45 70 10 12 34' });
		expect(phonesIn('mobil: 70101234').phones[0]).toMatchObject({ written: '70101234', words: 'mobil' });
		expect(phonesIn('70101234, spørg efter Ib').phones[0]).toMatchObject({ words: 'spørg efter Ib' });
	});
});

describe('several numbers in one field', () => {
	it.each([
		'70 10 12 34 / 22334455 mobil',
		'70101234/22334455',
		'70101234; 22334455',
		'70101234, 22 33 44 55',
		'70101234 eller 22334455',
		'70101234 og 22334455',
		'70101234 & 22334455',
		'70101234 22334455',
		'70 10 12 34 22 33 44 55',
		'+45 70 10 12 34 +45 22 33 44 55',
		'tlf. 70101234 mobil 22334455',
		'70101234\n22334455',
		'70101234 | 22334455',
	])('%j is two', (typed) => {
		expect(numbers(typed)).toEqual(['+4570101234', '+4522334455']);
		expect(phonesIn(typed).unread).toEqual([]);
	});

	it('gives the words to the number they stand with', () => {
		expect(phonesIn('70 10 12 34 / 22334455 mobil').phones.map(({ words }) => words)).toEqual(['', 'mobil']);
	});

	it('reads a foreign one beside a Danish one', () => {
		expect(numbers('70101234 / +46 8 123 456 78')).toEqual(['+4570101234', '+46812345678']);
	});
});

describe('what is no number', () => {
	it.each(['0043125', '1234', 'hos naboen'])('%j is handed back', (typed) => {
		expect(phonesIn(typed)).toEqual({ phones: [], unread: [typed] });
	});

	it.each(['4,5E+07', '', '-'])('%j holds none', (typed) => {
		expect(phonesIn(typed).phones).toEqual([]);
	});

	it('leaves the number beside it readable', () => {
		expect(phonesIn('70101234 / 123')).toMatchObject({ phones: [{ e164: '+4570101234' }], unread: ['123'] });
	});
});
