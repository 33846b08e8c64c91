import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFollowUp, withDayWords } from '#app/follow-ups/follow-up-line.ts';

const TODAY = '2026-11-23';
const read = (line: string) => {
	const reading = readFollowUp(line, TODAY);
	return reading.kind === 'read' ? reading.followUp : reading.kind === 'refused' ? reading.reason : 'empty';
};
const task = (text: string, dueOn: string | null) => ({ text, dueOn, kind: 'task' });

describe('a follow-up typed on one line', () => {
	it.each([
		['ring om lærlinge 7/12', task('ring om lærlinge', '2026-12-07')],
		['Ring om lærlinge, 7. dec.', task('Ring om lærlinge', '2026-12-07')],
		['Ring om lærlinge på mandag den 7. december 2026', task('Ring om lærlinge', '2026-12-07')],
		['Ring om 2 uger', task('Ring', '2026-12-07')],
		['7/12 ring om lærlinge', task('ring om lærlinge', '2026-12-07')],
		['Mandag: ring om lærlinge', task('ring om lærlinge', '2026-11-30')],
		['Ring om lærlinge', task('Ring om lærlinge', null)],
		['Ring på mandag kl. 10.30', task('Ring kl. 10.30', '2026-11-30')],
		['Ring kl. 10.30', task('Ring kl. 10.30', null)],
		['Ring på 43 22 11 00', task('Ring på 43 22 11 00', null)],
		['Søg 150.000', task('Søg 150.000', null)],
		['ring 7/12 om lærlinge', task('ring om lærlinge', '2026-12-07')],
		['Ring på mandag om lærlinge', task('Ring om lærlinge', '2026-11-30')],
		['Ring om 2 uger om lærlinge', task('Ring om lærlinge', '2026-12-07')],
		['Ring 7/12, spørg om lærlinge', task('Ring, spørg om lærlinge', '2026-12-07')],
		['Ring mandag den 7. december kl. 10.30 om lærlinge', task('Ring kl. 10.30 om lærlinge', '2026-12-07')],
		['Ring kl. 10.30 om lærlinge 7/12', task('Ring kl. 10.30 om lærlinge', '2026-12-07')],
		['Mandag 7/12: ring, og send planen d. 7. december', task('ring, og send planen', '2026-12-07')],
		['Find 1.5 ha til dem', task('Find 1.5 ha til dem', null)],
		['Tal om 3.75 pct. rabat', task('Tal om 3.75 pct. rabat', null)],
		['Spørg til 1/2 stilling i morgen', task('Spørg til 1/2 stilling', '2026-11-24')],
		['Læs punkt 4.1 igen', task('Læs punkt 4.1 igen', null)],
		['Send den 12 siders plan', task('Send den 12 siders plan', null)],
		['Find 2-3 lærlingepladser', task('Find 2-3 lærlingepladser', null)],
		['hjælp til 1-2 praktikanter i morgen', task('hjælp til 1-2 praktikanter', '2026-11-24')],
		['Tilbud på 1/3 af grunden', task('Tilbud på 1/3 af grunden', null)],
		['skal bruge 1/2 dag på rundvisning', task('skal bruge 1/2 dag på rundvisning', null)],
		['Del 50/50 med kommunen', task('Del 50/50 med kommunen', null)],
		['Vagten er der 24/7', task('Vagten er der 24/7', null)],
		['Mødes kl. 8-10', task('Mødes kl. 8-10', null)],
		['Send tallene for marts', task('Send tallene for marts', null)],
		['Send tal for marts torsdag', task('Send tal for marts', '2026-11-26')],
		['Ring d. 7-12 om planen', task('Ring om planen', '2026-12-07')],
		['Ring 07-12 om planen', task('Ring om planen', '2026-12-07')],
		['Ring torsdag uge 49', task('Ring', '2026-12-03')],
	])('reads “%s”', (line, expected) => {
		expect(read(line)).toEqual(expected);
	});

	it.each([
		['Lovet at sende lokalplanen i morgen', 'Lovet at sende lokalplanen', 'promise'],
		['Løfte: send lokalplanen i morgen', 'send lokalplanen', 'promise'],
		['Promise: send the plan tomorrow', 'send the plan', 'promise'],
		['Spørg hvad de har lovet i morgen', 'Spørg hvad de har lovet', 'task'],
	])('takes “%s” as %s, a %s', (line, text, kind) => {
		expect(read(line)).toEqual({ text, dueOn: '2026-11-24', kind });
	});

	it.each([
		['ring om lærlinge 31/2', 'no_such_day'],
		['ring om lærlinge 07122026', 'separators'],
		['ring om lærlinge 45/1', 'no_such_day'],
		['ring næste mandag', 'unclear'],
		['ring tirsdag 7/12', 'weekday'],
		['ring 7/12-2025', 'past'],
		['ring om 2-3 uger', 'unclear'],
		['ring i marts', 'unclear'],
		['ring 22/11', 'gone'],
		['ring 2-3', 'day_or_count'],
		['ring 2-3 om pladser', 'day_or_count'],
		['køb 1/3 grund', 'day_or_count'],
		['7/12', 'nothing_to_do'],
		['løfte: 7/12', 'nothing_to_do'],
		['x'.repeat(201), 'too_long'],
		['ring 31/2 om lærlinge', 'no_such_day'],
		['ring den 12. om lærlinge', 'unclear'],
		['ring næste mandag om lærlinge', 'unclear'],
		['ring den 12 kl. 10', 'unclear'],
		['ring 7/12 om mødet 9/12', 'several_days'],
		['i morgen: send planen, ring mandag', 'several_days'],
		['i morgen '.repeat(200), 'too_long'],
	])('refuses “%s”: %s', (line, reason) => {
		expect(read(line)).toBe(reason);
	});

	it('is empty when nothing was typed', () => expect(read('  ')).toBe('empty'));

	it('gets a day from a chip, once', () => {
		expect(withDayWords('Ring om lærlinge', 'om 2 uger', TODAY)).toBe('Ring om lærlinge om 2 uger');
		expect(withDayWords('Ring om lærlinge 7/12', 'om 2 uger', TODAY)).toBe('Ring om lærlinge om 2 uger');
		expect(withDayWords('Ring om lærlinge 31/2', 'i morgen', TODAY)).toBe('Ring om lærlinge i morgen');
		expect(withDayWords('Ring 7/12 om mødet 9/12', 'i morgen', TODAY)).toBe('Ring om mødet i morgen');
		expect(withDayWords('løfte: send planen i morgen', 'om 1 uge', TODAY)).toBe('løfte: send planen om 1 uge');
	});

	it('may get its day first: the task is typed behind it', () => {
		const line = withDayWords('', 'om 2 uger', TODAY);
		expect(read(`${line}Ring om lærlinge`)).toEqual(task('Ring om lærlinge', '2026-12-07'));
		expect(withDayWords(line, 'i morgen', TODAY)).toBe('i morgen ');
	});

	it('loses no word of the text, whatever stands before the day', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-zæøå]{4,9}$/), { minLength: 1, maxLength: 8 }), (words) => {
				const sentence = `huske ${words.join(' ')} huske`;
				expect(read(`${sentence} 7/12`)).toEqual(task(sentence, '2026-12-07'));
			}),
		);
	});

	const sentence = fc.array(fc.constantFrom('ring', 'om', 'lærlinge', 'til', 'Jørgen', 'send', 'planen', 'plads', 'Køge'), {
		minLength: 1,
		maxLength: 8,
	});
	const wording = fc.constantFrom(
		...([
			['7/12', '2026-12-07'],
			['på mandag', '2026-11-30'],
			['om 2 uger', '2026-12-07'],
			['den 9. december', '2026-12-09'],
			['senest i morgen', '2026-11-24'],
			['uge 50', '2026-12-07'],
			['2026-12-24', '2026-12-24'],
		] as const),
	);
	const put = (words: string[], at: number, dayWords: string) => [...words.slice(0, at), dayWords, ...words.slice(at)];

	it('finds the day wherever it stands, and keeps every other word', () => {
		fc.assert(
			fc.property(sentence, wording, fc.nat(), (words, [dayWords, on], at) => {
				expect(read(put(words, at % (words.length + 1), dayWords).join(' '))).toEqual(task(words.join(' '), on));
			}),
		);
	});

	it('never chooses between two days', () => {
		fc.assert(
			fc.property(sentence, sentence, wording, wording, (words, more, [one, oneOn], [other, otherOn]) => {
				const reading = read([...words, one, ...more, other].join(' '));
				if (oneOn === otherOn) expect(reading).toMatchObject({ dueOn: oneOn });
				else expect(reading).toBe('several_days');
			}),
		);
	});

	it('says that whatever is typed is one of the three, and never fails', () => {
		const scrap = fc.constantFrom('7/12', 'mandag', 'den', 'om', '2', 'uger', 'kl.', '10.30', '31/2', '(', 'i', 'morgen,', 'uge', '.', '-');
		fc.assert(
			fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 12 })), { maxLength: 12 }), (parts) => {
				expect(['empty', 'read', 'refused']).toContain(readFollowUp(parts.join(' '), TODAY).kind);
			}),
		);
	});
});
