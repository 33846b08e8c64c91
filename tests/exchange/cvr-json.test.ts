import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readBytes } from '#app/exchange/read.server.ts';
import { knownStatus } from '#app/exchange/values.ts';

const bytes = readFileSync('tests/fixtures/import/cvr-search-response.json');
const read = (file: Uint8Array) => readBytes(file, { columns: new Map() }, '2026-11-23');
const text = (json: string) => new TextEncoder().encode(json);

describe('a firm of the CVR register', () => {
	const { rows } = read(bytes);
	const smithy = rows[1]?.values;

	it('has the name, address and industry whose period is open, not the latest of the shortcuts', () => {
		expect(smithy).toMatchObject({
			name: 'Prøvesmedjen ApS',
			alternativeNames: ['Smedjen'],
			industryCode: '251200',
			industryScheme: 'DB25',
			industryFrom: '2025-01-01',
		});
	});

	it('takes a period that ends in the future for open, and numbers lose no zero', () => {
		expect(smithy).toMatchObject({ address: 'Ørstedsvej 4-6B, 1. tv', postalCode: '0800', city: 'Høje Taastrup' });
	});

	it('counts heads by the newest month, with the class alone where the figure is not public', () => {
		expect(smithy?.companyHeads).toEqual({ headcount: null, sizeClass: 'ANTAL_20_49', on: '2026-02-28' });
	});

	it('falls back to the quarter, dated at its end', () => {
		expect(rows[2]?.values.companyHeads).toEqual({ headcount: 8, sizeClass: 'ANTAL_5_9', on: '2018-09-30' });
	});

	it('is in distress or ceased by status and life, protected by its mark', () => {
		expect(smithy).toMatchObject({ status: 'UNDER KONKURS', statusGroup: 'distress', isProtected: true, foundedOn: '2001-03-04' });
		expect(rows[2]?.values).toMatchObject({ statusGroup: 'ceased', ceasedOn: '2024-05-06' });
	});

	it('shows no secret phone and no website it has given up', () => {
		expect(smithy?.phone).toBe('12345678');
		expect(smithy).not.toHaveProperty('website');
	});

	it('lends its only open P-unit to its site', () => {
		expect(smithy?.pNumber).toBe('1099000077');
	});
});

describe('the wrapping', () => {
	it('may be a search response, an array, one object, or a line each', () => {
		const sources = (JSON.parse(bytes.toString()) as { hits: { hits: Array<{ _source: object }> } }).hits.hits.map(({ _source }) => _source);
		const wanted = read(bytes).rows;
		expect(read(text(JSON.stringify(sources))).rows).toEqual(wanted);
		expect(read(text(sources.map((source) => JSON.stringify(source)).join('\n'))).rows).toEqual(wanted);
		expect(read(text(JSON.stringify(sources[0]))).rows).toEqual(wanted.slice(0, 1));
	});

	it('is refused when it is broken or something else', () => {
		expect(() => read(text('{"hits": '))).toThrow(expect.objectContaining({ code: 'json_broken' }));
		expect(() => read(text('[{"a": 1}]'))).toThrow(expect.objectContaining({ code: 'json_unknown' }));
	});
});

it('groups every status of the register as the reference list does', () => {
	const list = parse(readFileSync('db/reference/cvr_status.csv'), { columns: true }) as Array<{ code: string; group: string }>;
	expect(list.map(({ code }) => [code, knownStatus(code)])).toEqual(list.map(({ code, group }) => [code, group]));
});
