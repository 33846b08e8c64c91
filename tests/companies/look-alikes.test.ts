import { beforeAll, describe, expect, it } from 'vitest';
import { companyHits } from '#app/companies/hits.server.ts';
import { isNearly, lookAlikesOf } from '#app/companies/look-alikes.server.ts';
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
			expect((await lookAlikesOf(world.anna, name, '')).map(({ id }) => id)).toEqual([world.demolund.id]);
		},
	);

	it.each(['Demoville', 'Maskinfabrikken Nord', 'D', '???'])('%s is nobody else', async (name) => {
		expect(await lookAlikesOf(world.anna, name, '')).toEqual([]);
	});

	it('does not take a firm for itself', async () => {
		expect(await lookAlikesOf(world.anna, 'Demolund Maskinfabrik', world.demolund.id)).toEqual([]);
	});

	it('allows one slip in six letters', () => {
		expect(isNearly('vaskeri', 'vaskari')).toBe(true);
		expect(isNearly('bager', 'boger')).toBe(false);
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
