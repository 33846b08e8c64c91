import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { counted } from '#app/districts/summary.server.ts';
import { importCompanies, previewImport } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { db } from '#db/client.server.ts';
import { districtSummaries } from '#db/schema/index.ts';
import { rounds } from '#tests/rounds.ts';
import { buildWorld } from '../world.ts';
import { dump } from './dump.ts';

/** Enough to meet the odd pairs. */
const RUNS = rounds(30, 300);

const HEADINGS = [
	'Navn',
	'CVR-nr',
	'P-nummer',
	'Afdeling',
	'Adresse',
	'Postnr',
	'By',
	'Område',
	'Antal ansatte',
	'Breddegrad',
	'Længdegrad',
	'Telefon',
	'Reklamebeskyttet',
	'Ophørt',
];

const pick = (...cells: string[]) => fc.constantFrom(...cells);
const row = fc.tuple(
	pick('Prøve Smed ApS', 'PRØVE  SMED APS', 'Prøve Smed A/S', 'Prøvebageriet', 'Demolund Maskinfabrik ApS', 'Eksempel & Søn', ''),
	pick('', '', '', '99000015', 'DK 41 77 40 37', '11617034', '12345678'),
	pick('', '', '', '1099000011', '1099000022', '1099000033', '12'),
	pick('', '', 'Værkstedet', 'Butikken'),
	pick('', 'Prøvevej 4', 'prøvevej 4', 'Eksempelgade 12', 'Testtorv 1, 2. tv'),
	pick('2600', '2600', ''),
	pick('Glostrup', ''),
	pick('', 'Ejby', 'KIRKEBJERG', 'Nyby', 'Gammelby'),
	pick('', '5', '12', '43,0', '10-19', '-1', 'mange'),
	pick('', '55,68', '95,5'),
	pick('', '12,40', '12,42', '12,9'),
	pick('', '12 34 56 78', "'+45 87654321", 'hos naboen'),
	pick('', '', 'ja', 'nej'),
	pick('', '', '', '31-12-2025', '31-02-2025'),
);
/** Firms and their P-numbers as a sane file has them: one that gives a number to two firms can't come out the same twice. */
const CVRS: Record<string, string> = { 'Demolund Maskinfabrik ApS': '99000015', 'Prøve Smed A/S': '41774037', 'Eksempel & Søn': '11617034' };
const UNITS: Record<string, string> = { 'Demolund Maskinfabrik ApS': '1099000011', 'Prøve Smed A/S': '1099000022', 'Eksempel & Søn': '1099000033' };
const saneRow = row.map(([name, cvr, pNumber, ...rest]) => [name, cvr && (CVRS[name] ?? ''), pNumber && (UNITS[name] ?? ''), ...rest]);
const messyRow = fc.oneof(
	{ weight: 12, arbitrary: row.map((cells) => [...cells]) },
	{ weight: 1, arbitrary: fc.array(pick('a', 'b'), { minLength: 1, maxLength: 16 }) },
);
const fileOf = (rows: fc.Arbitrary<string[]>) => fc.record({ rows: fc.array(rows, { minLength: 1, maxLength: 9 }), createDistricts: fc.boolean() });

const bytesOf = (rows: string[][]) =>
	new TextEncoder().encode([HEADINGS, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'));

describe('any file, over any register', () => {
	beforeAll(async () => {
		await buildWorld();
	});

	it('does what its preview says, and is undone without a trace', async () => {
		const file = fileOf(messyRow);
		await fc.assert(
			fc.asyncProperty(file, file, async (first, second) => {
				const states = [await dump()];
				const batches: string[] = [];
				for (const wish of [first, second].map(wishOf)) {
					const foreseen = await previewImport(wish);
					expect(await dump()).toEqual(states.at(-1));
					const done = await importCompanies(SYSTEM, wish);
					expect(done.rows.map(withoutValues)).toEqual(foreseen.rows.map(withoutValues));
					expect(done.counts).toEqual(foreseen.counts);
					const { rows, created, updated, unchanged, skipped, failed } = done.counts;
					expect(rows).toBe(wish.rows);
					expect(created + updated + unchanged + skipped + failed).toBe(rows);
					await expectSumsCounted();
					batches.push(done.batch ?? '');
					states.push(await dump());
				}
				for (const batch of batches.reverse()) {
					states.pop();
					expect((await undoImport(SYSTEM, batch)).kept).toEqual([]);
					expect(await dump()).toEqual(states.at(-1));
				}
			}),
			{ numRuns: RUNS, endOnFailure: true, seed: 20261123 },
		);
	}, 400_000);

	it('changes nothing when it is taken in again', async () => {
		await fc.assert(
			fc.asyncProperty(fileOf(saneRow), async (file) => {
				const { batch } = await importCompanies(SYSTEM, wishOf(file));
				const state = await dump();
				const again = await importCompanies(SYSTEM, wishOf(file));
				expect(again.rows.filter(({ verdict }) => verdict === 'created' || verdict === 'updated')).toEqual([]);
				expect(await dump()).toEqual(state);
				await undoImport(SYSTEM, batch ?? '');
			}),
			{ numRuns: RUNS, endOnFailure: true, seed: 20261123 },
		);
	}, 400_000);
});

async function expectSumsCounted() {
	for (const { districtId, companies, sites, headcount } of await db.select().from(districtSummaries))
		expect({ companies, sites, headcount }).toEqual(await counted(db, districtId));
}

const wishOf = ({ rows, createDistricts }: { rows: string[][]; createDistricts: boolean }) => ({
	fileName: 'rod.csv',
	bytes: bytesOf(rows),
	createDistricts,
	rows: rows.length,
});
const withoutValues = ({ no, verdict, reasons, diff }: { no: number; verdict: string; reasons: unknown; diff: object }) => ({
	no,
	verdict,
	reasons,
	diff,
});
