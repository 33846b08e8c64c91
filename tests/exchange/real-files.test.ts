import { existsSync, readFileSync } from 'node:fs';
import { count, isNotNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { importCompanies, previewImport } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { db } from '#db/client.server.ts';
import { companies, districts, sites } from '#db/schema/index.ts';
import { dump } from './dump.ts';

// Real files lie beside the project, not in it; without them these tests are skipped and say why.
const FOLDER = '../shared/data/real';
const isHere = existsSync(`${FOLDER}/vancouver_business_licences.csv`);
const file = (fileName: string) => ({ fileName, bytes: readFileSync(`${FOLDER}/${fileName}`) });
const rowsIn = async (table: typeof companies | typeof sites | typeof districts) => (await db.select({ n: count() }).from(table))[0]?.n;

describe.skipIf(!isHere)(`the real files in ${FOLDER}${isHere ? '' : ' (not on this machine)'}`, () => {
	it('has 1,619 licences of 1,449 firms in 22 districts, the same again, and gone without a trace', async () => {
		const before = await dump();
		const foreseen = await previewImport(file('vancouver_business_licences.csv'));
		const done = await importCompanies(SYSTEM, file('vancouver_business_licences.csv'));
		expect(done.counts).toEqual(foreseen.counts);
		expect(done.counts).toEqual({ rows: 1619, created: 1618, updated: 0, unchanged: 1, skipped: 0, failed: 0, records: 1449 + 1618 + 22 });
		expect([await rowsIn(companies), await rowsIn(sites), await rowsIn(districts)]).toEqual([1449, 1618, 22]);
		expect(done.joinedNames).toEqual([
			['S & K Ng Enterprises (2017) Ltd', 'S & K NG ENTERPRISES (2017) LTD'],
			['Caffe Artigiano Inc', 'CAFFE ARTIGIANO INC'],
		]);
		// 1,554 rows have a point; two rows are one site.
		const [pointed] = await db.select({ n: count() }).from(sites).where(isNotNull(sites.lat));
		expect(pointed?.n).toBe(1553);

		const again = await importCompanies(SYSTEM, file('vancouver_business_licences.csv'));
		expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1619 });
		expect((await undoImport(SYSTEM, done.batch ?? '')).kept).toEqual([]);
		expect(await dump()).toEqual(before);
	}, 900_000);

	it('has three firms of the CVR register, and three P-units that ceased', async () => {
		const firms = await importCompanies(SYSTEM, file('cvr_virksomhed_sample.json'));
		expect(firms.counts).toMatchObject({ rows: 3, created: 3, records: 6 });
		const units = await importCompanies(SYSTEM, file('cvr_produktionsenhed_sample.json'));
		expect(units.rows.map(({ verdict, reasons }) => `${verdict} ${reasons[0]?.code}`)).toEqual(Array(3).fill('skipped p_unit_ceased'));
	});
});
