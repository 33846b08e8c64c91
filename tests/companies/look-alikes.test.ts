import { beforeAll, describe, expect, it } from 'vitest';
import { companyHits } from '#app/companies/hits.server.ts';
import { lookAlikesOf } from '#app/companies/look-alikes.server.ts';
import { loader as alikeRoute } from '#app/companies/routes/alike.ts';
import { areFirmsAlike } from '#db/likeness.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

describe('look-alikes', () => {
	it.each(['Demolund Maskinfabrik ApS', 'DEMOLUND MASKINFABRIK A/S', 'Demolund  maskinfabrik', 'Demolund Maskinfabrikk', 'Demolund'])(
		'%s is taken for Demolund',
		async (name) => {
			expect((await lookAlikesOf(world.anna, { name }, '')).map(({ id }) => id)).toEqual([world.demolund.id]);
		},
	);

	it.each(['Demoville', 'Maskinfabrikken Nord', 'D', '???'])('%s is nobody else', async (name) => {
		expect(await lookAlikesOf(world.anna, { name }, '')).toEqual([]);
	});

	it('does not take a firm for itself', async () => {
		expect(await lookAlikesOf(world.anna, { name: 'Demolund Maskinfabrik' }, world.demolund.id)).toEqual([]);
	});

	it('allows one slip in a word of five letters and more, two in one of ten', () => {
		expect(areFirmsAlike('Vaskeriet Demo', 'Vaskariet Demo')).toBe(true);
		expect(areFirmsAlike('Maskinfabrik Demolund', 'Maksinfabirk Demolund')).toBe(true);
		expect(areFirmsAlike('Kro Demo', 'Kra Demo')).toBe(false);
	});

	it('are found by any of a firm’s telephone numbers, whatever they are called, and among archived firms too', async () => {
		const firm = await make.company({ name: 'Nummerprøven', phone: '43 55 66 77 / 20 55 66 77', phoneKey: '43556677' });
		const away = await make.company({ name: 'Bortlagt Prøvefirma', archivedAt: new Date() });
		expect(await lookAlikesOf(world.anna, { name: 'Helt andet navn', phone: '+45 20556677' }, '')).toMatchObject([
			{ id: firm.id, shares: ['phone'] },
		]);
		expect(await lookAlikesOf(world.anna, { name: 'Bortlagt Prøvefirma ApS' }, '')).toMatchObject([{ id: away.id, archivedAt: expect.any(Date) }]);
		expect(await lookAlikesOf(world.anna, { name: 'Bortlagt Prøvefirma ApS' }, '', { archived: false })).toEqual([]);
	});

	it('are told while they are typed, to those who may create one', async () => {
		const asked = (as: World['anna'], q: string) => call(alikeRoute, { as, url: `/companies/alike?${q}` });
		const { data } = await asked(world.anna, 'name=demolund+maskinfabrikk&phone=');
		expect(JSON.parse(String(data))).toMatchObject({ alike: [{ id: world.demolund.id, shares: ['name'] }] });
		expect(JSON.parse(String((await asked(world.anna, 'name=De&phone=')).data))).toEqual({ alike: [] });
		expect((await asked(world.lene, 'name=demolund')).status).toBe(403);
	});
});

describe('the hits of a picker', () => {
	it('finds Demolund by number and by the beginning of any word', async () => {
		for (const typed of ['99 00 00 15', '1099000011', 'demo', 'maskin', 'Demolund mask'])
			expect((await companyHits(world.anna, typed)).map(({ id }) => id)).toEqual([world.demolund.id]);
	});

	it('offers the sites where there are several', async () => {
		await make.site(world.prøvebageriet.id, { name: 'Filialen', address: 'Filialvej 2', postalCode: '2600', city: 'Glostrup' });
		const [hit] = await companyHits(world.anna, 'prøve');
		expect(hit?.sites.map(({ label }) => label)).toEqual(['Eksempelgade 12, 2600 Glostrup', 'Filialvej 2, 2600 Glostrup']);
		expect((await companyHits(world.anna, 'demo'))[0]?.sites).toEqual([]);
	});

	it("puts Anna's own recent firms first, and answers with them before anything is typed", async () => {
		const other = await make.company({ name: 'Demo A Teknik' });
		await make.dialogue(world.anna, { companyId: world.demolund.id });
		expect((await companyHits(world.anna, '')).map(({ id }) => id)).toEqual([world.demolund.id]);
		expect((await companyHits(world.anna, 'dem')).map(({ id }) => id)).toEqual([world.demolund.id, other.id]);
		expect((await companyHits(world.bo, '')).map(({ id }) => id)).toEqual([]);
	});
});
