import { beforeAll, expect, it } from 'vitest';
import { isFavourite, remember, setFavourite, shelfOf } from '#app/search/favourites.server.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { action } from '#app/search/routes/favourite.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { favourites, recentRecords } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { refusal } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

it('what Anna stars is hers alone, stands first with nothing typed, and goes when the star goes', async () => {
	const { anna, bo, demolund } = world;
	const star = (starred: string) =>
		call(action, { as: anna, params: { kind: 'company', recordId: demolund.id }, form: { starred, next: `/companies/${demolund.id}?x=1` } });
	expect((await star('1')).location).toBe(`/companies/${demolund.id}?x=1`);
	await star('1');
	expect(await db.$count(favourites)).toBe(1);
	expect([await isFavourite(anna, 'company', demolund.id), await isFavourite(bo, 'company', demolund.id)]).toEqual([true, false]);
	expect((await optionsFor(anna, ''))[0]).toMatchObject({ label: demolund.name, note: 'Favorit' });
	await star('0');
	expect(await isFavourite(anna, 'company', demolund.id)).toBe(false);
});

it('nobody stars what is not there or not theirs to know of, and a star leads nowhere else', async () => {
	expect(await refusal(setFavourite(world.anna, 'company', newId(), true))).toBe(404);
	expect(await refusal(setFavourite(world.anna, 'people', world.demolund.id, true))).toBe(404);
	expect(await refusal(setFavourite(world.anna, 'company', 'x', true))).toBe(404);
	const { id } = await make.dialogue(world.anna, { companyId: world.demolund.id });
	expect(await refusal(setFavourite(world.adam, 'dialogue', id, true))).toBe(404);
	const params = { kind: 'company', recordId: world.demolund.id };
	const { location } = await call(action, { as: world.anna, params, form: { next: '//elsewhere.example' } });
	expect(location).toBe(`/companies/${world.demolund.id}`);
});

it('the last twenty records opened stay, the latest first', async () => {
	const firms: string[] = [];
	for (let at = 0; at < 23; at++) firms.push((await make.company({ name: `Firma nummer ${at}`, site: null })).id);
	for (const id of firms) {
		await remember(world.lene, 'company', id);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
	await remember(world.lene, 'company', firms.at(-1) ?? '');
	const { recent } = await shelfOf(world.lene);
	expect(recent.map(({ id }) => id)).toEqual(firms.slice(3).reverse());
	expect(await db.$count(recentRecords)).toBe(20);
});

it('what Anna opened lately comes first among equals', async () => {
	await make.company({ name: 'Ligefirma A', site: null });
	const second = await make.company({ name: 'Ligefirma B', site: null });
	expect((await optionsFor(world.anna, 'ligefirma'))[0]?.label).toBe('Ligefirma A');
	await remember(world.anna, 'company', second.id);
	expect((await optionsFor(world.anna, 'ligefirma'))[0]?.label).toBe('Ligefirma B');
});
