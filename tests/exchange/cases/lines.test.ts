import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '#app/exchange/lines.ts';
import { ExchangeError } from '#app/exchange/record.ts';
import { rounds } from '#tests/rounds.ts';
import { read } from './read.ts';

const WIDTH = 5;
const written = (cell: string) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const text = (...signs: string[]) => fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((some) => some.join(''));
/** A line with signs of the table in it, or several lines of words. */
const cell = fc.oneof({ weight: 4, arbitrary: text('a', 'Ø', ' ', ';', '"', '""', "'", ',', '1') }, text('a', 'Ø', ' ', '\n', '\r\n', '"'));
const row = fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }).filter((cells) => cells.join('').trim() !== '');

it('a table quoted as it should be is read as csv-parse reads it', () => {
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
			const text =
				[...Array.from({ length: 9 }, () => ['A', 'B', 'C', 'D', 'E']), ...rows].map((cells) => cells.map(written).join(';')).join(end) + end;
			const expected: string[][] = parse(text, { delimiter: ';', relax_column_count: true });
			expect(linesOf(text, ';').map(({ cells }) => cells)).toEqual(expected);
		}),
		{ numRuns: rounds(300, 5_000), seed: 20261201 },
	);
});

it('no text, however its quotes stand, makes one row of two lines that are rows themselves', () => {
	const name = fc.array(fc.constantFrom('a', 'b', '"', ' ', '""'), { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
	fc.assert(
		fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (firms, end) => {
			const text = ['Navn;CVR;By', ...firms.map((firm, at) => `${firm};9900000${at};Ejby`)].join(end);
			const lines = linesOf(text, ';');
			expect(lines.map(({ no }) => no)).toEqual([1, ...firms.map((_, at) => at + 2)]);
			expect(lines.every(({ cells }) => cells.length === 3)).toBe(true);
		}),
		{ numRuns: rounds(300, 5_000), seed: 20261201 },
	);
});

it('whatever the bytes are, they are read or refused in a sentence', () => {
	const word = fc.constantFrom(
		'Navn',
		'CVR',
		'By',
		'Postnr',
		'lat',
		'lon',
		'x',
		'"',
		'""',
		';',
		',',
		'\t',
		'\n',
		'\r',
		'\r\n',
		'I alt',
		'sep=;',
		'99000015',
		'1.250',
		'-',
		'é',
		'\ufeff',
		'\0',
		'=',
		"'",
		'<',
		'{',
		'[',
	);
	const file = fc.oneof(
		fc.array(word, { maxLength: 60 }).map((words) => new TextEncoder().encode(words.join(''))),
		fc.uint8Array({ maxLength: 200 }),
	);
	fc.assert(
		fc.property(file, (bytes) => {
			try {
				for (const { no } of read(bytes).rows) expect(no).toBeGreaterThan(0);
			} catch (error) {
				expect(error).toBeInstanceOf(ExchangeError);
			}
		}),
		{ numRuns: rounds(500, 20_000), seed: 20261201 },
	);
});
