import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '#app/days/day-words.ts';
import { addDays, weekdayOf } from '#app/days/days.ts';

// 23 November 2026 is a Monday.
const TODAY = '2026-11-23';
const read = (typed: string, today = TODAY) => {
	const reading = readDay(typed, today);
	return reading.kind === 'day' ? reading.on : reading.kind === 'refused' ? reading.reason : 'none';
};

describe('a day as typed', () => {
	it.each(['1/1/0001', '1.1.1015', '24-12-0202', 'uge 3 1202'])('%s lies in no year that can be meant', (typed) =>
		expect(read(typed)).toBe('no_such_day'),
	);

	it.each([
		['7/12', '2026-12-07'],
		['07/12', '2026-12-07'],
		['7-12', '2026-12-07'],
		['7.12', '2026-12-07'],
		['7.12.', '2026-12-07'],
		['07-12-2026', '2026-12-07'],
		['7.12.26', '2026-12-07'],
		['7/12-2026', '2026-12-07'],
		['7/12 2026', '2026-12-07'],
		['2026-12-07', '2026-12-07'],
		['7. dec', '2026-12-07'],
		['7. dec.', '2026-12-07'],
		['7 december', '2026-12-07'],
		['den 7. december 2026', '2026-12-07'],
		['d. 7/12', '2026-12-07'],
		['7th of December', '2026-12-07'],
		['December 7, 2026', '2026-12-07'],
		['1. maj', '2027-05-01'],
		['1. may', '2027-05-01'],
		['3. okt', '2027-10-03'],
		['3 Oct', '2027-10-03'],
		['23/11', '2026-11-23'],
		['29/2', '2028-02-29'],
		['i dag', '2026-11-23'],
		['I morgen', '2026-11-24'],
		['tomorrow', '2026-11-24'],
		['i overmorgen', '2026-11-25'],
		['om 3 dage', '2026-11-26'],
		['om 2 uger', '2026-12-07'],
		['om to uger', '2026-12-07'],
		['om en uge', '2026-11-30'],
		['om 1 måned', '2026-12-23'],
		['in 2 weeks', '2026-12-07'],
		['in a month', '2026-12-23'],
		['mandag', '2026-11-30'],
		['på mandag', '2026-11-30'],
		['på søndag', '2026-11-29'],
		['on Friday', '2026-11-27'],
		['mandag 7/12', '2026-12-07'],
		['mandag den 7. december', '2026-12-07'],
		['uge 50', '2026-12-07'],
		['i uge 50', '2026-12-07'],
		['uge 48', '2026-11-23'],
		['uge 33', '2027-08-16'],
		['22/8', '2027-08-22'],
		['om fjorten dage', '2026-12-07'],
		['om et år', '2027-11-23'],
		['om et halvt år', '2027-05-23'],
		['torsdag i næste uge', '2026-12-03'],
		['torsdag uge 49', '2026-12-03'],
		['uge 49, torsdag', '2026-12-03'],
		['førstkommende torsdag', '2026-11-26'],
		['primo marts', '2027-03-01'],
		['medio marts', '2027-03-15'],
		['ultimo februar 2028', '2028-02-29'],
		['primo november', '2026-11-23'],
		['uge 53', '2026-12-28'],
		['week 2 2027', '2027-01-11'],
		['næste uge', '2026-11-30'],
		['senest 7/12', '2026-12-07'],
	])('reads %s as %s', (typed, expected) => {
		expect(read(typed)).toBe(expected);
	});

	it.each([
		['31/2', 'no_such_day'],
		['45/1', 'no_such_day'],
		['7/13', 'no_such_day'],
		['0/12', 'no_such_day'],
		['30. februar', 'no_such_day'],
		['29/2-2027', 'no_such_day'],
		['2026-13-01', 'no_such_day'],
		['7/12/2', 'no_such_day'],
		['uge 54', 'no_such_day'],
		['uge 0', 'no_such_day'],
		['uge 53 2027', 'no_such_day'],
		['07122026', 'separators'],
		['7/1226', 'no_such_day'],
		['20261207', 'separators'],
		['071226', 'separators'],
		['næste mandag', 'unclear'],
		['next Friday', 'unclear'],
		['om et par uger', 'unclear'],
		['om 0 uger', 'unclear'],
		['om 1,5 uger', 'unclear'],
		['den 7.', 'unclear'],
		['marts', 'unclear'],
		['i marts', 'unclear'],
		['in March 2027', 'unclear'],
		['denne torsdag', 'unclear'],
		['om 2-3 uger', 'unclear'],
		['om 2 til 3 uger', 'unclear'],
		['om en uges tid', 'unclear'],
		['om halvanden måned', 'unclear'],
		['22/11', 'gone'],
		['uge 47', 'gone'],
		['tirsdag 7/12', 'weekday'],
		['7/12-99', 'too_far'],
		['om 9999 uger', 'too_far'],
	])('refuses %s: %s', (typed, reason) => {
		expect(read(typed)).toBe(reason);
	});

	it.each(['', 'lærlinge', '43221100', '43-22-11-00', '150.000', '7. sal', 'mand', 'uge', '12', 'march on', 'jul', 'til jul', '2–3', 'majs'])(
		'does not take %s for a day',
		(typed) => {
			expect(read(typed)).toBe('none');
		},
	);

	it.each([
		['næste torsdag', ['2026-11-26', '2026-12-03']],
		['next Friday', ['2026-11-27', '2026-12-04']],
		['i marts', ['2027-03-01', '2027-03-31']],
		['i november', ['2026-11-23', '2026-11-30']],
		['om 2-3 uger', ['2026-12-07', '2026-12-14']],
		['om et par dage', ['2026-11-25', '2026-11-26']],
		['om en uges tid', ['2026-11-30']],
		['den 7.', ['2026-12-07']],
		['22/11', ['2027-11-22']],
		['tirsdag 7/12', ['2026-12-07', '2026-12-08']],
		['07122026', ['2026-12-07']],
		['halvanden', undefined],
		['31/2', []],
	])('of %s offers the days it may mean', (typed, days) => {
		const reading = readDay(typed, TODAY);
		expect(reading.kind === 'refused' ? reading.days : undefined).toEqual(days);
	});

	it('counts the running week as today when its Monday has gone by', () => {
		expect(read('uge 48', '2026-11-25')).toBe('2026-11-25');
	});

	it('keeps the last day of a shorter month', () => {
		expect(read('om 1 måned', '2027-01-31')).toBe('2027-02-28');
	});

	const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));

	it('reads every written form of any day as that day', () => {
		fc.assert(
			fc.property(days, (day) => {
				const [year = '', month = '', dayNo = ''] = day.split('-');
				const forms = [
					day,
					`${dayNo}-${month}-${year}`,
					`${Number(dayNo)}/${Number(month)}-${year}`,
					`${Number(dayNo)}.${Number(month)}.${year.slice(2)}`,
				];
				for (const form of forms) expect(read(form, '2024-01-01')).toBe(day);
				const reading = read(`${Number(dayNo)}/${Number(month)}`, day);
				expect(reading).toBe(day);
			}),
		);
	});

	it('never reads a day that is not in the calendar, whatever is typed', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[0-9/. -]{1,12}$/), days, (typed, today) => {
				const on = read(typed, today);
				if (/^\d{4}-/.test(on)) expect(new Date(`${on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(on);
			}),
		);
	});

	it('puts a weekday within the coming seven days', () => {
		fc.assert(
			fc.property(days, fc.constantFrom('mandag', 'torsdag', 'søndag'), (today, weekday) => {
				const on = read(weekday, today);
				expect(on > today && on <= addDays(today, 7)).toBe(true);
				expect(weekdayOf(on)).toBe({ mandag: 1, torsdag: 4, søndag: 7 }[weekday]);
			}),
		);
	});

	it.each(['uge 5 0050', 'uge 53 9999', 'uge 999 9999', 'uge 1 0000', 'uge 0 2027', 'week 54 2027'])('refuses %s, a week of no calendar', (typed) => {
		expect(readDay(typed, TODAY)).toEqual({ kind: 'refused', reason: 'no_such_day', days: [] });
	});

	it('answers to any text at all without failing', () => {
		fc.assert(fc.property(fc.string(), (typed) => ['none', 'day', 'refused'].includes(readDay(typed, TODAY).kind)));
	});
});
