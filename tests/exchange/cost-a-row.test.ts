import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { importCompanies } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { planOf, statementsOf } from '#tests/db/plans.ts';
import { rounds } from '#tests/rounds.ts';
import { buildWorld } from '#tests/world.ts';

// What a row of a file costs, and a record taken back, must not depend on how many there are already.

const file = process.env.TEST_DATABASE_FILE ?? '';
beforeAll(async () => {
	await buildWorld();
});

const DISTRICTS = ['Ejby', 'Kirkebjerg', 'Mængdeby'];
const listOf = (count: number) => ({
	fileName: 'mængde.csv',
	bytes: new TextEncoder().encode(
		[
			'Navn;P-nummer;Adresse;Postnr;By;Område;Antal ansatte;Telefon',
			...Array.from({ length: count }, (_, at) =>
				[`Mængdeprøven ${at} ApS`, 1_077_000_000 + at, `Mængdevej ${at}`, 2600, 'Glostrup', DISTRICTS[at % 3], at % 50, '12 34 56 78'].join(';'),
			),
		].join('\n'),
	),
});

describe.runIf(file)('the cost of a row', () => {
	it('is a handful of statements for fifty rows, however many there are', async () => {
		let batch = '';
		const taken = async (count: number) => {
			const statements = await statementsOf(async () => {
				batch = (await importCompanies(SYSTEM, listOf(count))).batch ?? '';
			});
			const undone = await statementsOf(async () => void (await undoImport(SYSTEM, batch)));
			return [statements.length, undone.length] as const;
		};
		const [once, twice] = [await taken(200), await taken(400)];
		expect((twice[0] - once[0]) / 200).toBeLessThan(1);
		expect((twice[1] - once[1]) / 200).toBeLessThan(1);
	}, 120_000);

	it('is asked of the database by index alone: no statement looks through a table', async () => {
		let batch = '';
		const statements = await statementsOf(async () => {
			batch = (await importCompanies(SYSTEM, listOf(60))).batch ?? '';
		});
		statements.push(...(await statementsOf(async () => void (await undoImport(SYSTEM, batch)))));
		// The tail of the audit chain is read from its end; districts are few, and so are the files taken in, looked through once a file.
		const looked = new Set(statements.filter((statement) => /^(select|update|delete)/.test(statement) && !statement.includes('"activity"')));
		const scans = [...looked].filter((statement) => /^SCAN (?!districts|district_summaries|imports\b|CONSTANT ROW)/m.test(planOf(statement)));
		expect(scans).toEqual([]);
	}, 120_000);

	it('is the same for every table that refers to a firm, a site or a district: each has an index to look there', () => {
		const database = new Database(file, { readonly: true });
		const references = database
			.prepare<[], { name: string; column: string }>(
				`select m.name, f."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) f
				where m.type = 'table' and f."table" in ('companies', 'sites', 'districts')`,
			)
			.all();
		const isIndexed = ({ name, column }: { name: string; column: string }) =>
			database
				.prepare<[string], string>('select i.name from pragma_index_list(?) l join pragma_index_info(l.name) i on i.seqno = 0')
				.pluck()
				.all(name)
				.includes(column);
		const without = references.filter((reference) => !isIndexed(reference));
		database.close();
		expect(references.length).toBeGreaterThan(20);
		expect(without).toEqual([]);
	});

	it('is two thousandths of a second, and less when it is taken back', async () => {
		const rows = rounds(500, 10_000);
		const spent = async (work: () => Promise<unknown>) => {
			const before = process.cpuUsage();
			await work();
			const { user, system } = process.cpuUsage(before);
			return (user + system) / 1_000;
		};
		let batch = '';
		const taken = await spent(async () => {
			batch = (await importCompanies(SYSTEM, listOf(rows))).batch ?? '';
		});
		const back = await spent(() => undoImport(SYSTEM, batch));
		// One second to warm up; twice what a quiet machine takes.
		expect(taken).toBeLessThan(1_000 + 2 * rows);
		expect(back).toBeLessThan(1_000 + 1.5 * rows);
	}, 300_000);
});
