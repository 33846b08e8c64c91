import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { phonesIn } from '#app/contact-details/phones.server.ts';
import { importCompanies, previewImport } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { dump } from '../dump.ts';
import { notesOf, read, valuesOf } from './read.ts';

// Files as municipalities brought them lie beside the project, not in it; without them these tests are skipped and say why.
const FOLDER = '../shared/cases/import';
const isHere = existsSync(FOLDER);
const bytes = (name: string) => readFileSync(`${FOLDER}/${name}`);
const file = (name: string) => read(bytes(name));
const names = (name: string) =>
	file(name)
		.rows.filter(({ fault }) => !fault)
		.map(({ values }) => values.name);
const preview = (name: string) => previewImport({ fileName: name, bytes: bytes(name) });

describe.skipIf(!isHere)(`the files in ${FOLDER}${isHere ? '' : ' (not on this machine)'}`, () => {
	it("01: the register's own extract, ceased and protected as it says", async () => {
		const [korn, byg, hallen] = valuesOf(file('01-cvr-extract-firms/virksomheder.csv'));
		expect(korn).toMatchObject({ name: 'PRØVEGÅRDENS KORN', address: 'Prøvegårdvej 115', postalCode: '2600', city: 'Glostrup', isProtected: false });
		expect(korn).toMatchObject({
			industryCode: '011100',
			phone: '00112233',
			foundedOn: '1967-05-01',
			pNumber: '1099000001',
			siteHeads: { headcount: 3 },
		});
		expect(byg).toMatchObject({ ceasedOn: '2015-05-12', isProtected: true, address: 'Eksempel Alle 26A, st. 1', statusGroup: 'ceased' });
		expect(hallen).toMatchObject({ siteHeads: { headcount: 1250 } });
		expect((await preview('01-cvr-extract-firms/virksomheder.csv')).counts).toMatchObject({ created: 3, failed: 0 });
	});

	it('03: the map database, with points in metres and codes under "BRANCHE"', async () => {
		const lois = file('03-lois-cvr-view/lois.csv');
		expect(valuesOf(lois)[0]).toMatchObject({
			address: 'Værkstedsgården 14A, 2. th',
			lat: expect.closeTo(55.65, 1),
			lon: expect.closeTo(12.37, 1),
			industryCode: '452010',
			formCode: '80',
		});
		expect(lois.reading.unmatched).toContain('CO_NAVN_OFFICIEL');
		expect((await preview('03-lois-cvr-view/lois.csv')).counts).toMatchObject({ created: 3, failed: 0, records: 5 });
	});

	it('05: "kunde" is the name', () => {
		expect(valuesOf(file('05-name-heading-unknown/virksomheder.csv')).map(({ cvr }) => cvr)).toEqual([
			'99007036',
			'99007400',
			'99008148',
			'99008512',
		]);
		expect(file('05-name-heading-unknown/virksomheder.csv').reading.unmatched).toEqual([]);
	});

	it('06: numbers that went through pandas', () => {
		const [nord] = valuesOf(file('06-pandas-floats/anlaeg.csv'));
		expect(nord).toMatchObject({ pNumber: '1099000021', address: 'Nordvej 7', postalCode: '7500', city: 'Holstebro' });
	});

	it('07: fourteen spellings of one number, four foreign ones, one mistyped', async () => {
		const { counts } = await preview('07-cvr-spellings/kunder.csv');
		expect(counts).toMatchObject({ rows: 20, created: 20, failed: 0, records: 1 + 14 + 2 * 6 });
		expect(notesOf(file('07-cvr-spellings/kunder.csv'))).toEqual(['20 cvr_invalid CVR »99013690«']);
	});

	it.each(['dos-cp850', 'mac-roman', 'double-utf8'])('09: letters of %s', (name) => {
		expect(names(`09-dos-mac-codepage/${name}.csv`)).toEqual(['Smørrebrød & Kølemøbler ÆØÅ A/S', 'Blåbær Prøve ApS']);
	});

	it('10: line ends of the old Macintosh', () => {
		expect(notesOf(file('10-cr-line-ends/mac.csv'))).toEqual(['4 cvr_invalid CVR »12345678«']);
	});

	it.each(['comma', 'semicolon'])('11: a sep= line of %s', (sign) => {
		expect(file(`11-sep-line/sep-${sign}.csv`).rows.map(({ no }) => no)).toEqual([3, 4]);
	});

	it('12: titles, groups, headings again, totals and sources', () => {
		expect(names('12-title-and-totals/report.csv')).toEqual(['Prøve Alfa A/S', 'Prøve Beta ApS']);
		expect(names('12-title-and-totals/with-totals.csv')).toEqual(['Prøve Alfa A/S', 'Prøve Beta ApS', 'Prøve Gamma ApS']);
	});

	it('13: rows too short and too long', () => {
		expect(notesOf(file('13-short-rows/kort.csv'))).toEqual(['6 uneven_row 8/7']);
		expect(names('13-short-rows/kort.csv')).toHaveLength(4);
	});

	it.each([
		['quotes.csv', 7],
		['quotes.tsv', 7],
		['never-closed.csv', 62],
	])('14: %s', (name, firms) => {
		expect(names(`14-stray-quotes/${name}`)).toHaveLength(firms);
		expect(names(`14-stray-quotes/${name}`).filter((firm) => firm?.includes('99'))).toEqual([]);
	});

	it('15: what Excel does to numbers', () => {
		const [damaged, formula, thousands, , square, error] = valuesOf(file('15-excel-damage/excel.csv'));
		expect(damaged).toMatchObject({ cvr: '99026278', phone: '00556677' });
		expect(formula).toMatchObject({ cvr: '99026642', pNumber: '1099000031', postalCode: '0800', phone: '00556678' });
		expect(thousands).toMatchObject({ pNumber: '1099000031', siteHeads: { headcount: 1250 } });
		expect(square).toMatchObject({ cvr: '99028122', pNumber: '1099000034', postalCode: '2600', siteHeads: { headcount: 12 } });
		expect(error).toEqual({ name: 'Prøve Fejl A/S', address: 'Fejlvej 6', postalCode: '2600', city: 'Glostrup' });
	});

	it('16: heads', () => {
		const noted = notesOf(file('16-headcounts/ansatte.csv')).map((note) => note.replace(/.*»(.*)«/, '$1'));
		expect(noted).toEqual(['11-50', 'ca. 25', '12,5', '< 5', '50+', '5-9 årsværk']);
		expect(names('16-headcounts/ansatte.csv')).toHaveLength(24);
	});

	it('17: placeholders make no district, no firm', async () => {
		const { counts, rows } = await preview('17-placeholders/pladsholdere.csv');
		expect(counts).toMatchObject({ created: 5, failed: 3, records: 10 });
		expect(rows.filter(({ diff }) => 'site.district' in diff)).toEqual([]);
	});

	it('18: telephones', () => {
		const phones = valuesOf(file('18-phones/telefoner.txt')).map(({ phone }) => phone);
		expect(phones.filter((phone) => phone === undefined)).toHaveLength(1);
		expect(phones.filter((phone) => phone?.includes('/'))).toEqual(['00431239 / 00431240', '00431241 / 00431242', '00431249 / 00431250']);
		expect(phones.flatMap((phone) => phonesIn(phone ?? '').phones)).toHaveLength(20);
	});

	it('19: days', () => {
		const dates = file('19-dates/datoer.csv');
		expect(
			valuesOf(dates)
				.slice(-3)
				.map(({ statusGroup }) => statusGroup),
		).toEqual(['ceased', undefined, 'ceased']);
		expect(notesOf(dates).filter((note) => note.includes('date_invalid'))).toHaveLength(5);
	});

	it('20: points', () => {
		for (const name of ['utm-as-latlon', 'xy-utm', 'swapped'])
			expect(valuesOf(file(`20-coordinates/${name}.csv`))[0]).toMatchObject({ lat: expect.closeTo(55.66, 1), lon: expect.closeTo(12.4, 1) });
		expect(valuesOf(file('20-coordinates/zero.csv'))[0]).not.toHaveProperty('lat');
	});

	it('22: spellings of an address', async () => {
		const rows = valuesOf(file('22-addresses/adresser.csv'));
		expect(new Set(rows.slice(0, 4).map(({ address }) => address))).toEqual(new Set(['Hovedgaden 10, 1. tv']));
		expect(rows[10]).toEqual(rows[11]);
	});

	it('23: a heading twice', () => {
		expect(valuesOf(file('23-duplicate-headings/dobbelt.csv'))[1]).toMatchObject({
			address: 'Kun Post 2',
			phone: '00667790',
			email: 'c@dobbelt.example',
		});
	});

	it.each([
		['virksomheder.xlsx', 'file_is_workbook'],
		['xls-old.xls', 'file_is_workbook'],
		['udtraek.xls', 'file_is_web_page'],
		['smiley.xml', 'file_is_xml'],
		['empty.csv', 'file_empty'],
		['only-header.csv', 'file_empty'],
	])('25: %s', (name, code) => {
		expect(() => file(`25-not-a-csv/${name}`)).toThrow(expect.objectContaining({ code }));
	});

	it('29: signs of Windows-1252', () => {
		expect(names('29-windows-1252-signs/danish-excel.csv')).toEqual([
			'Køl – Frys & Prøve A/S',
			'Mormors ’Æblekage’ ApS',
			'“Citat” Test I/S',
			'Pris € Prøve',
			'Škoda Prøve',
		]);
	});

	it('30: words of protection', () => {
		const words = valuesOf(file('30-protection-words/beskyttet.csv')).map(({ isProtected }) => isProtected);
		expect(words.flatMap((is, at) => (is ? [] : [at + 1]))).toEqual([12, 16, 17, 18]);
	});

	it('32: industries', () => {
		expect(valuesOf(file('32-industry-codes/koder.csv')).map(({ industryCode }) => industryCode)).toEqual([
			'621000',
			'621000',
			'6210',
			'011100',
			'011100',
			'451120',
			'6210',
			'62',
			undefined,
			undefined,
		]);
		expect(valuesOf(file('32-industry-codes/branche-er-kode.csv')).map(({ industryCode }) => industryCode)).toEqual(['452010', '011100', '862100']);
	});

	it('36: false friends', () => {
		expect(valuesOf(file('36-heading-false-friends/nr-only.csv')).map(({ address }) => address)).toEqual(['Vennevej 12', 'Vennevej 14']);
		const [firm] = valuesOf(file('36-heading-false-friends/post-by.csv'));
		expect(firm).toMatchObject({ postalCode: '2600', city: 'Glostrup', phone: '00123456' });
		expect(firm).not.toHaveProperty('foundedOn');
	});

	it.each([
		'01-cvr-extract-firms/virksomheder.csv',
		'03-lois-cvr-view/lois.csv',
		'06-pandas-floats/anlaeg.csv',
		'07-cvr-spellings/kunder.csv',
		'12-title-and-totals/with-totals.csv',
		'14-stray-quotes/quotes.csv',
		'15-excel-damage/excel.csv',
		'17-placeholders/pladsholdere.csv',
		'19-dates/datoer.csv',
		'22-addresses/adresser.csv',
		'23-duplicate-headings/dobbelt.csv',
	])('%s: taken in again it changes nothing, and taken back it leaves nothing', async (name) => {
		const before = await dump();
		const first = await importCompanies(SYSTEM, { fileName: name, bytes: bytes(name) });
		const state = await dump();
		const again = await importCompanies(SYSTEM, { fileName: name, bytes: bytes(name) });
		expect(again.rows.filter(({ verdict }) => verdict === 'created' || verdict === 'updated')).toEqual([]);
		expect(await dump()).toEqual(state);
		await undoImport(SYSTEM, again.batch ?? '');
		await undoImport(SYSTEM, first.batch ?? '');
		expect(await dump()).toEqual(before);
	});
});
