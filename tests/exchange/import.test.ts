import { readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { insertCompany, insertSite, updateCompany } from '#app/companies/rows.server.ts';
import { importCompanies } from '#app/exchange/import.server.ts';
import { reasonText } from '#app/exchange/record.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, companies, companyIdentifiers, districts, importRows, sites } from '#db/schema/index.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';
import { dump } from './dump.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const take = (csv: string, more: { wishes?: Map<string, string>; createDistricts?: boolean } = {}) =>
	importCompanies(SYSTEM, { fileName: 'liste.csv', bytes: new TextEncoder().encode(csv), ...more });
const verdicts = (result: Awaited<ReturnType<typeof take>>) =>
	result.rows.map(({ verdict, reasons }) => [verdict, ...reasons.map((reason) => reasonText(reason))].join(' '));
const undo = (result: { batch: string | null }) => undoImport(SYSTEM, result.batch ?? '');
const companyNamed = async (name: string) => (await db.select().from(companies).where(eq(companies.name, name)))[0];
const byHand = { source: 'manual', on: '2026-01-01' } as const;

describe('which firm a row means', () => {
	it('is told by the CVR number before anything else', async () => {
		const result = await take('Navn;CVR;Telefon;Adresse;Postnr\nDemolund Maskinværk ApS;DK 99 00 00 15;12345678;Prøvevej 4;2600\n');
		expect(verdicts(result)).toEqual(['updated']);
		expect(result.rows[0]?.diff).toEqual({ name: ['Demolund Maskinfabrik ApS', 'Demolund Maskinværk ApS'], phone: [null, '12345678'] });
		await undo(result);
	});

	it('is told by the P-number when the row has no CVR number', async () => {
		const result = await take('P-nummer;Antal ansatte\n1099000011;12\n');
		expect(verdicts(result)).toEqual(['updated']);
		expect((await companyNamed('Demolund Maskinfabrik ApS'))?.headcount).toBe(12);
		await undo(result);
	});

	it('is told by name and address together, however they are spelled', async () => {
		const result = await take('Navn;Adresse;Postnr;Telefon\nPRØVEBAGERIET A/S;eksempelgade  12;2600;87654321\n');
		expect(verdicts(result)).toEqual(['updated']);
		expect((await companyNamed('Prøvebageriet'))?.phone).toBe('87654321');
		await undo(result);
	});

	it('is not told by the name alone: the row is left out and says so', async () => {
		const result = await take('Navn;Adresse;Postnr\nPrøvebageriet;Et andet sted 1;2600\n');
		expect(verdicts(result)).toEqual(['skipped name_only_match (Prøvebageriet)']);
	});

	it('is one firm with two sites when a file names it twice, and two firms when the form differs', async () => {
		const result = await take('Navn;Adresse;Postnr\nTest Inc;Vej 1;2600\nTEST INC;Vej 2;2600\nTest Ltd;Vej 3;2600\n');
		expect(verdicts(result)).toEqual(['created', 'created joined_by_name', 'created']);
		expect(result.joinedNames).toEqual([['Test Inc', 'TEST INC']]);
		expect(result.counts.records).toBe(5);
		await undo(result);
	});

	it('is told by a licence number where the caller says that it is one', async () => {
		const wishes = new Map([['Licens', 'identifier']]);
		const first = await take('Navn;Licens;Adresse\nLicensprøven;A-1;Vej 1\n', { wishes });
		const second = await take('Navn;Licens;Telefon\nNyt navn;A-1;12345678\n', { wishes });
		expect(verdicts(second)).toEqual(['updated']);
		expect(await db.select({ value: companyIdentifiers.value }).from(companyIdentifiers)).toEqual([{ value: 'A-1' }]);
		await undo(second);
		await undo(first);
	});

	it('keeps a row whose CVR number fails its check, without the number', async () => {
		const result = await take('Navn;CVR;Adresse\nTastefejl ApS;12345678;Vej 1\n');
		expect(verdicts(result)).toEqual(['created cvr_invalid (CVR)']);
		await undo(result);
	});
});

describe('a cell that is wrong', () => {
	it('costs the cell: a P-number of another firm is left out and said, and the firm is taken', async () => {
		const result = await take('Navn;CVR;P-nummer;Adresse\nEjeren ApS;99000066;1099000099;Vej 1\nDen Anden ApS;99000074;1.099.000.099;Vej 2\n');
		expect(verdicts(result)).toEqual(['created', 'created p_number_of_other_company (P-nummer)']);
		expect(result.rows[1]?.reasons[0]?.value).toBe('1099000099');
		await undo(result);
	});

	it('is never stored with its value beside the verdict', async () => {
		const result = await take('Navn;E-mail\nUlæselig ApS;spørg hos Ib\n');
		expect(verdicts(result)).toEqual(['created email_invalid (E-mail)']);
		const [row] = await db
			.select({ reason: importRows.reason })
			.from(importRows)
			.where(eq(importRows.importId, result.batch ?? ''));
		expect(row?.reason).toBe('email_invalid (E-mail)');
		await undo(result);
	});
});

describe('a file without a name column', () => {
	it('is refused at once, with the headings it has, where no row meets a firm', async () => {
		const before = await dump();
		const refused = expect.objectContaining({ code: 'no_name_column', detail: 'CVR, By, Farve' });
		await expect(take('CVR;By;Farve\n99000066;Ejby;rød\n99000074;Ejby;blå\n')).rejects.toEqual(refused);
		expect(await dump()).toEqual(before);
	});

	it('still brings firms that are there up to date', async () => {
		const result = await take('CVR;Telefon\n99000015;12345678\n99000066;87654321\n');
		expect(verdicts(result)).toEqual(['updated', 'failed name_missing']);
		await undo(result);
	});
});

describe('what a row changes', () => {
	it('never empties a value, and keeps what somebody typed', async () => {
		const id = newId();
		await write(async (tx) => {
			await insertCompany(tx, { id, name: 'Håndskrevet ApS', cvr: '99000074', phone: '11112222', isProtected: false }, byHand);
			await insertSite(tx, { id: newId(), companyId: id, name: 'Håndskrevet ApS', isMain: true, address: 'Vej 7', city: 'Glostrup' }, byHand);
			await refreshCompany(tx, id);
		});
		const result = await take('Navn;CVR;Telefon;E-mail;By\nHåndskrevet ApS;99000074;99998888;post@demo.example;\n');
		expect(verdicts(result)).toEqual(['updated kept_manual (phone)']);
		expect(await companyNamed('Håndskrevet ApS')).toMatchObject({ phone: '11112222', email: 'post@demo.example', version: 2 });
		await undo(result);
	});

	it('leaves out an impossible point or headcount, naming the column, and keeps the firm', async () => {
		const result = await take('Navn;Antal ansatte;lat;lon\nA Prøve;-4;;\nB Prøve;4;95.1;12.4\nC Prøve;4;55.1;12.4\n');
		expect(verdicts(result)).toEqual(['created headcount_invalid (Antal ansatte)', 'created point_invalid (lat)', 'created']);
		await undo(result);
	});

	it('lets the first of two rows of one place count', async () => {
		const result = await take('Navn;Adresse;Antal ansatte\nDublet ApS;Vej 1;40\nDublet ApS;Vej 1;20\n');
		expect(verdicts(result)).toEqual(['created', 'unchanged duplicate_row']);
		expect((await companyNamed('Dublet ApS'))?.headcount).toBe(40);
		await undo(result);
	});
});

describe('a firm’s heads, where a file tells those of its sites', () => {
	it('are the sum of the sites in use also where a later row closes one', async () => {
		const csv = 'Navn;P-nummer;Adresse;Antal ansatte;Ophørt\nSumprøven ApS;1099000310;Vej 1;5;\nSumprøven ApS;1099000310;Vej 1;;31-12-2025\n';
		const result = await take(csv);
		expect((await companyNamed('Sumprøven ApS'))?.headcount).toBe(0);
		expect((await take(csv)).counts).toMatchObject({ created: 0, updated: 0 });
		await undo(result);
	});
});

describe('the district of a row', () => {
	it('is the one whose outline holds the point, before the one the column names', async () => {
		const result = await take('Navn;Område;lat;lon\nPunktprøven;Kirkebjerg;55.68;12.40\nKolonneprøven;kirkebjerg;;\n');
		const of = async (name: string) => (await companyNamed(name))?.districtId;
		expect([await of('Punktprøven'), await of('Kolonneprøven')]).toEqual([world.ejby.id, world.kirkebjerg.id]);
		await undo(result);
	});

	it('is not told by a point that is passed over', async () => {
		const csv = 'Navn;lat;lon\nTopunkt ApS;55.68;12.90\nTopunkt ApS;55.68;12.42\n';
		const result = await take(csv);
		expect(result.rows.map(({ verdict }) => verdict)).toEqual(['created', 'unchanged']);
		expect(result.rows[1]?.reasons).toContainEqual({ code: 'duplicate_row' });
		expect((await companyNamed('Topunkt ApS'))?.districtId).toBeNull();
		expect((await take(csv)).counts).toMatchObject({ created: 0, updated: 0 });
		await undo(result);
	});

	it('is made when no district has the name, unless that is not wanted', async () => {
		const made = await take('Navn;Område\nNybyggeren;Nyt Område\n');
		expect(await db.select({ no: districts.no }).from(districts).where(eq(districts.slug, 'nyt-omraade'))).toEqual([{ no: 3 }]);
		await undo(made);
		const without = await take('Navn;Område\nNybyggeren;Nyt Område\n', { createDistricts: false });
		expect(verdicts(without)).toEqual(['created district_unknown (Nyt Område)']);
		await undo(without);
	});
});

describe('the CVR register', () => {
	it('brings firms and their P-units, whatever their order in the file', async () => {
		const bytes = readFileSync('tests/fixtures/import/cvr-search-response.json');
		const before = await dump();
		const result = await importCompanies(SYSTEM, { fileName: 'cvr.json', bytes });
		expect(verdicts(result)).toEqual(['created', 'created', 'created', 'failed company_unknown (99000058)', 'skipped p_unit_ceased (1099000100)']);
		const smithy = await companyNamed('Prøvesmedjen ApS');
		expect(smithy).toMatchObject({
			isProtected: true,
			statusGroup: 'distress',
			sizeClass: 'ANTAL_20_49',
			headcount: null,
			headcountOn: '2026-02-28',
		});
		const own = await db
			.select()
			.from(sites)
			.where(eq(sites.companyId, smithy?.id ?? ''))
			.orderBy(sites.pNumber);
		expect(own.map(({ pNumber, isMain, headcount }) => [pNumber, isMain, headcount])).toEqual([
			['1099000077', true, null],
			['1099000088', false, 3],
		]);
		await undo(result);
		expect(await dump()).toEqual(before);
	});
});

describe('an import taken back', () => {
	it('keeps the firm somebody has talked with, the one that owns land, the one somebody changed, and their sites and districts', async () => {
		const result = await take(
			'Navn;Adresse;Område\nTalt med ApS;Vej 1;Blivende\nÆndret ApS;Vej 2;Blivende\nUrørt ApS;Vej 3;Svindende\nEjende ApS;Vej 4;Blivende\n',
		);
		const [spoken, changed] = [await companyNamed('Talt med ApS'), await companyNamed('Ændret ApS')];
		await make.dialogue(world.anna, { companyId: spoken?.id ?? '' });
		await make.landowner({ name: 'Ejende ApS', companyId: (await companyNamed('Ejende ApS'))?.id ?? null });
		if (changed) await write((tx) => updateCompany(tx, changed, { phone: '12345678' }, byHand));
		const { kept, undone } = await undo(result);
		expect(kept.map(({ kind, name, why }) => `${kind} ${name} ${why}`).sort()).toEqual([
			'company Ejende ApS in_use',
			'company Talt med ApS in_use',
			'company Ændret ApS changed',
			'district Blivende in_use',
			'site Ejende ApS with_firm',
			'site Talt med ApS with_firm',
			'site Ændret ApS with_firm',
		]);
		expect(undone).toBe(3);
		expect(await companyNamed('Urørt ApS')).toBeUndefined();
	});

	it('brings back what it changed in a firm that was there before', async () => {
		const before = await dump();
		const result = await take('Navn;CVR;Telefon;Afdeling;Adresse;Område\nDemolund Maskinfabrik ApS;99000015;12345678;Lager;Lagervej 9;Ejby\n');
		expect(verdicts(result)).toEqual(['created']);
		await undo(result);
		expect(await dump()).toEqual(before);
	});

	it('is taken back once', async () => {
		const result = await take('Navn\nEngangs ApS\n');
		await undo(result);
		await expect(undo(result)).rejects.toMatchObject({ code: 'batch_undone' });
		await expect(undoImport(SYSTEM, newId())).rejects.toMatchObject({ code: 'batch_unknown' });
	});

	it('leaves one line of each in the audit chain, without a value of the file', async () => {
		const result = await take('Navn\nSporet ApS\n');
		await undo(result);
		const lines = await db
			.select({ verb: activity.verb, actor: activity.actorKind })
			.from(activity)
			.where(and(eq(activity.subjectKind, 'import'), eq(activity.subjectId, result.batch ?? '')));
		expect(lines).toEqual([
			{ verb: 'import.carried_out', actor: 'system' },
			{ verb: 'import.undone', actor: 'system' },
		]);
		expect(
			await db
				.select({ verdict: importRows.verdict })
				.from(importRows)
				.where(eq(importRows.importId, result.batch ?? '')),
		).toEqual([{ verdict: 'created' }]);
	});
});
