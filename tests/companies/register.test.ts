import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCompany, reviseCompany } from '#app/companies/commands.server.ts';
import type { CompanyInput, NewCompanyInput } from '#app/companies/company-form.server.ts';
import { companyByNumber, companyFor } from '#app/companies/queries.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, siteDistricts, sites } from '#db/schema/index.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const typed = (given: Partial<NewCompanyInput> & { name: string }): NewCompanyInput => ({
	id: newId(),
	cvr: null,
	alternativeNames: [],
	formCode: null,
	industry: null,
	phone: null,
	email: null,
	website: null,
	isProtected: false,
	pNumber: null,
	address: null,
	postalCode: null,
	city: null,
	point: null,
	headcount: null,
	headcountOn: null,
	headcountSource: null,
	...given,
});

const revised = (given: Partial<CompanyInput> & { id: string; name: string; version: number }): CompanyInput => ({
	cvr: null,
	alternativeNames: [],
	formCode: null,
	industry: null,
	phone: null,
	email: null,
	website: null,
	isProtected: false,
	status: null,
	foundedOn: null,
	ceasedOn: null,
	headcount: null,
	headcountOn: null,
	headcountSource: null,
	knowledgeOverride: 'auto',
	knowledgeReason: null,
	...given,
});

describe('registering a firm', () => {
	it("places Anna's new firm in the district of its point, with size, history and provenance", async () => {
		const input = typed({
			name: 'Testmark Elektro ApS',
			cvr: '41774037',
			industry: '432100',
			headcount: 12,
			point: { lat: 55.68, lon: 12.4 },
			address: 'Testvej 1',
			postalCode: '2600',
		});
		expect(await registerCompany(world.anna, input)).toEqual({ kind: 'saved', id: input.id });
		const company = await companyFor(world.anna, input.id);
		expect(company).toMatchObject({ cvr: '41774037', division: '43', sizeClass: 'ANTAL_10_19', sizeRank: 4, districtName: 'Ejby', version: 1 });
		expect(company.provenance.cvr?.source).toBe('manual');
		const [site] = await db.select().from(sites).where(eq(sites.companyId, input.id));
		expect(site).toMatchObject({ isMain: true, districtId: world.ejby.id, districtSource: 'point', headcount: 12 });
		const history = await db
			.select()
			.from(siteDistricts)
			.where(eq(siteDistricts.siteId, site?.id ?? ''));
		expect(history).toMatchObject([{ districtId: world.ejby.id, toOn: null }]);
	});

	it('opens the firm that has the CVR number instead of a second one', async () => {
		const answer = await registerCompany(world.bo, typed({ name: 'Et helt andet navn', cvr: '99000015' }));
		expect(answer).toEqual({ kind: 'known', id: world.demolund.id });
	});

	it('makes one firm of twenty posts of the same form', async () => {
		const input = typed({ name: 'Tyvegange Transport', confirm: 'yes' });
		const answers = await Promise.all(Array.from({ length: 20 }, () => registerCompany(world.anna, input)));
		expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ kind: 'saved', id: input.id })]));
		expect(await db.$count(sites, eq(sites.companyId, input.id))).toBe(1);
	});

	it('asks Anna before it registers a name like another, and obeys her yes', async () => {
		const input = typed({ name: 'Demolund Maskinfabrikk' });
		const answer = await registerCompany(world.anna, input);
		expect(answer).toMatchObject({ kind: 'look-alikes', firms: [{ id: world.demolund.id }] });
		expect(await db.$count(companies, eq(companies.id, input.id))).toBe(0);
		expect(await registerCompany(world.anna, { ...input, confirm: 'yes' })).toEqual({ kind: 'saved', id: input.id });
	});

	it('names the firm a P-number belongs to', async () => {
		const answer = await registerCompany(world.anna, typed({ name: 'Nummertyven', pNumber: '1099000011' }));
		expect(answer).toMatchObject({ kind: 'p-number-taken', companyId: world.demolund.id });
	});

	it('is refused to Lene, who manages', async () => {
		await expect(registerCompany(world.lene, typed({ name: 'Lenes firma' }))).rejects.toMatchObject({ init: { status: 403 } });
	});
});

describe('revising a firm', () => {
	it('keeps the untouched fields, raises the version and refuses an older one', async () => {
		const input = typed({ name: 'Versionsværkstedet' });
		await registerCompany(world.anna, input);
		const first = revised({ id: input.id, name: 'Versionsværkstedet', version: 1, phone: '70 00 00 01' });
		expect(await reviseCompany(world.anna, first)).toEqual({ kind: 'saved' });
		expect(await reviseCompany(world.bo, { ...first, phone: '70 00 00 02' })).toMatchObject({ kind: 'conflict', edition: { version: 2 } });
		expect(await companyFor(world.bo, input.id)).toMatchObject({ phone: '70 00 00 01', version: 2 });
	});

	it('does not count a save without changes as a change', async () => {
		const input = typed({ name: 'Uændret og Søn' });
		await registerCompany(world.anna, input);
		await reviseCompany(world.anna, revised({ id: input.id, name: 'Uændret og Søn', version: 1 }));
		expect((await companyFor(world.anna, input.id)).version).toBe(1);
	});

	it('names the other firm when Bo types its CVR number, and changes nothing', async () => {
		const input = typed({ name: 'Forkert Nummer' });
		await registerCompany(world.bo, input);
		const answer = await reviseCompany(world.bo, revised({ id: input.id, name: 'Forkert Nummer', version: 1, cvr: '99000015' }));
		expect(answer).toEqual({ kind: 'known', id: world.demolund.id, name: world.demolund.name });
		expect((await companyFor(world.bo, input.id)).cvr).toBeNull();
	});

	it('follows the register status into distress and out again', async () => {
		const input = typed({ name: 'Vippebrættet' });
		await registerCompany(world.anna, input);
		await reviseCompany(world.anna, revised({ id: input.id, name: 'Vippebrættet', version: 1, status: 'UNDER KONKURS' }));
		expect((await companyFor(world.anna, input.id)).statusGroup).toBe('distress');
		await reviseCompany(world.anna, revised({ id: input.id, name: 'Vippebrættet', version: 2, status: 'NORMAL' }));
		expect((await companyFor(world.anna, input.id)).statusGroup).toBe('active');
	});

	it('is refused to Lene', async () => {
		const input = revised({ id: world.demolund.id, name: 'Lenes navn', version: 1 });
		await expect(reviseCompany(world.lene, input)).rejects.toMatchObject({ init: { status: 403 } });
	});
});

describe('a number in any form', () => {
	it.each(['99000015', '99 00 00 15', 'DK-99000015', 'dk 99.00.00.15', '1099000011', '10 99 00 00 11'])('%s leads to Demolund', async (number) => {
		expect(await companyByNumber(world.anna, number)).toMatchObject({ id: world.demolund.id });
	});

	it.each(['99000016', '9900001', 'Demolund', ''])('%s leads nowhere', async (number) => {
		expect(await companyByNumber(world.anna, number)).toBeNull();
	});
});
