import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes } from '#app/exchange/read.server.ts';
import { ExchangeError } from '#app/exchange/record.ts';
import { datesOf, dayFrom, decimalsOf, numberFrom, pointFromPair } from '#app/exchange/values.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/import/${name}`);
const read = (bytes: Uint8Array, wishes: Record<string, string> = {}) => readBytes(bytes, { columns: new Map(Object.entries(wishes)) }, '2026-11-23');
const text = (csv: string) => new TextEncoder().encode(csv);

it('leaves a NUL out of a name, typed or escaped', () => {
	expect(read(text('name;city\nA\0B;Ej\0by\n')).rows[0]?.values).toMatchObject({ name: 'AB', city: 'Ejby' });
	const firm = { Vrvirksomhed: { cvrNummer: 99000015, navne: [{ navn: 'A\0B', periode: { gyldigFra: '2020-01-01', gyldigTil: null } }] } };
	expect(JSON.stringify(read(text(JSON.stringify([firm]))).rows)).toMatch(/"name":"AB"/);
});

describe('a list as Danish Excel writes it', () => {
	const file = read(fixture('danish-windows-1252.csv'));

	it('is read with its semicolons, its Windows letters, its commas and its days first', () => {
		expect(file.reading).toMatchObject({ encoding: 'windows-1252', bom: false, delimiter: ';', decimals: 'comma', dates: 'day-first' });
	});

	it('names the column it has no field for', () => {
		expect(file.reading.unmatched).toEqual(['Kundenøgle']);
	});

	it('puts the address together and gives the postal code its zero back', () => {
		expect(file.rows[0]?.values).toMatchObject({ address: 'Ørstedsvej 4, 1. tv', postalCode: '0800', city: 'Høje Taastrup' });
	});

	it('reads 1.250 as a thousand, 3,0 as three, and 55,6801 as degrees', () => {
		expect(file.rows[0]?.values).toMatchObject({
			siteHeads: { headcount: 1250, sizeClass: 'ANTAL_1000_999999' },
			lat: 55.6801,
			foundedOn: '2001-12-31',
		});
		expect(file.rows[2]?.values.siteHeads?.headcount).toBe(3);
	});

	it("takes the apostrophe off that keeps a spreadsheet from running '+45 …", () => {
		expect(file.rows[0]?.values.phone).toBe('+45 12345678');
	});

	it('counts lines as an editor does, past a name with a line break', () => {
		expect(file.rows.map(({ no }) => no)).toEqual([2, 3, 4, 6]);
		expect(file.rows[2]?.values.name).toBe('Demo med linjeskift');
	});

	it('passes over the row that has a name and nothing else', () => {
		expect(file.rows[3]?.fault).toEqual({ code: 'name_alone' });
	});
});

describe('other lists', () => {
	it('reads tabs, a byte order mark, pairs of coordinates and American dates', () => {
		const file = read(fixture('tab-bom.csv'));
		expect(file.reading).toMatchObject({ encoding: 'utf-8', bom: true, delimiter: '\t', dates: 'month-first' });
		expect(file.rows[0]?.values).toMatchObject({ name: 'Demo Works', lat: 55.68, lon: 12.4, foundedOn: '2020-03-25' });
	});

	it('finds the CVR number, the P-number and the point by what stands in the column', () => {
		const file = read(text('A,B,C\n99000015,1099000011,"{""type"":""Point"",""coordinates"":[12.4,55.68]}"\n'));
		expect(file.mapping).toEqual({ A: 'cvr', B: 'pNumber', C: 'geometry' });
		expect(file.rows[0]?.values).toMatchObject({ lat: 55.68, lon: 12.4 });
	});

	it('does what --map says before any guess, and leaves a column out on wish', () => {
		const file = read(text('Navn;Kaldes;Status\nA;Bedre navn;x\n'), { Kaldes: 'name', Navn: 'ignore' });
		expect(file.mapping).toEqual({ Kaldes: 'name' });
		expect(file.reading.unmatched).toEqual(['Status']);
	});

	it.each([
		['no column that names a firm', 'farve;antal\nrød;2\n', {}, 'no_key_column'],
		['a column that is not there', 'Navn\nA\n', { Titel: 'name' }, 'map_column_unknown'],
		['a field that is not there', 'Navn;x\nA;b\n', { x: 'shoeSize' }, 'map_field_unknown'],
		['a heading alone', 'Navn;By\n', {}, 'file_empty'],
		['nothing', '  \n', {}, 'file_empty'],
	])('refuses a file with %s', (_, csv, wishes, code) => {
		expect(() => read(text(csv), wishes)).toThrow(expect.objectContaining({ code, name: ExchangeError.name }));
	});

	it('fails a row with a cell of 10,001 characters, and no other', () => {
		const file = read(text(`Navn;Noter\nA;${'x'.repeat(10_001)}\nB;y\n`));
		expect(file.rows.map(({ fault }) => fault?.code)).toEqual(['cell_too_long', undefined]);
	});
});

describe('single cells', () => {
	it('says that slashes leave the order of day and month open', () => {
		expect(datesOf(['1/2/2026', '3/4/2026'])).toBe('ambiguous');
		expect(datesOf(['1/2/2026', '13/4/2026'])).toBe('day-first');
		expect(datesOf(['1.2.2026'])).toBe('day-first');
	});

	it('knows no 31st of February', () => {
		expect(dayFrom('31-02-2025', 'day-first', '2026-11-23')).toBeNull();
		expect(dayFrom('2024-01-16T14:37:35-08:00', 'iso', '2026-11-23')).toBe('2024-01-16');
	});

	it('reads the same number in both styles', () => {
		expect(numberFrom('1.234,5', 'comma')).toBe(1234.5);
		expect(numberFrom('1,234.5', 'point')).toBe(1234.5);
		expect(numberFrom('43.0', 'comma')).toBe(43);
		expect(decimalsOf(['1.234', '12'])).toBe('none');
	});

	it('reads a pair with commas when something else parts it', () => {
		expect(pointFromPair('55,676; 12,568')).toEqual({ lat: 55.676, lon: 12.568 });
		expect(pointFromPair('Glostrup, Danmark')).toBeNull();
	});
});
