import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { pointFrom } from '#app/companies/point.ts';
import { companyFor, siteFor } from '#app/companies/queries.server.ts';
import { openSite, reviseSite } from '#app/companies/site-commands.server.ts';
import type { SiteInput } from '#app/companies/site-form.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { siteDistricts } from '#db/schema/index.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const typed = (given: Partial<SiteInput>): SiteInput => ({
	id: newId(),
	name: 'Demolund Maskinfabrik, lager',
	pNumber: null,
	address: 'Prøvevej 8',
	postalCode: '2600',
	city: 'Glostrup',
	point: null,
	district: undefined,
	headcount: null,
	headcountOn: null,
	headcountSource: null,
	isMain: false,
	isProtected: false,
	startedOn: null,
	ceasedOn: null,
	...given,
});

describe('a further site', () => {
	it('gets its district from its point and keeps its figures with day and source', async () => {
		const input = typed({ point: { lat: 55.68, lon: 12.42 }, headcount: 7, headcountOn: '2026-10-01', headcountSource: 'oplyst ved besøg' });
		expect(await openSite(world.anna, world.demolund.id, input)).toEqual({ kind: 'saved', id: input.id });
		expect(await siteFor(world.anna, input.id)).toMatchObject({
			districtId: world.kirkebjerg.id,
			districtSource: 'point',
			headcount: 7,
			headcountOn: '2026-10-01',
			sizeClass: 'ANTAL_5_9',
		});
	});

	it('is told where its P-number or address already stands', async () => {
		expect(await openSite(world.anna, world.prøvebageriet.id, typed({ pNumber: '1099000011' }))).toMatchObject({
			kind: 'p-number-taken',
			siteId: world.demolund.siteId,
		});
		expect(await openSite(world.bo, world.demolund.id, typed({}))).toMatchObject({ kind: 'address-taken' });
	});

	it('is refused to Lene', async () => {
		await expect(openSite(world.lene, world.demolund.id, typed({}))).rejects.toMatchObject({ init: { status: 403 } });
	});

	it('takes the main mark and the firm to its district', async () => {
		const input = typed({ address: 'Prøvevej 99', point: { lat: 55.68, lon: 12.42 }, isMain: true });
		await openSite(world.anna, world.demolund.id, input);
		expect(await companyFor(world.anna, world.demolund.id)).toMatchObject({ mainSiteId: input.id, districtId: world.kirkebjerg.id });
		expect((await siteFor(world.anna, world.demolund.siteId)).isMain).toBe(false);
	});
});

describe('a moved site', () => {
	it('follows its point, is dated in the history, and stays where a hand has put it', async () => {
		const input = typed({ address: 'Flyttevej 1', point: { lat: 55.68, lon: 12.4 } });
		await openSite(world.anna, world.prøvebageriet.id, input);
		await reviseSite(world.anna, { ...input, version: 1, point: { lat: 55.68, lon: 12.42 } });
		expect(await siteFor(world.anna, input.id)).toMatchObject({ districtId: world.kirkebjerg.id, districtSource: 'point', version: 2 });
		await reviseSite(world.anna, { ...input, version: 2, point: { lat: 55.68, lon: 12.42 }, district: world.ejby.id });
		await reviseSite(world.anna, { ...input, version: 3, point: { lat: 55.68, lon: 12.425 }, district: world.ejby.id });
		expect(await siteFor(world.anna, input.id)).toMatchObject({ districtId: world.ejby.id, districtSource: 'manual', version: 4 });
		// Two moves on one day leave one open line.
		expect(await db.$count(siteDistricts, eq(siteDistricts.siteId, input.id))).toBe(1);
	});

	it('answers an older version with a conflict', async () => {
		const input = typed({ address: 'Konfliktvej 1' });
		await openSite(world.anna, world.prøvebageriet.id, input);
		await reviseSite(world.anna, { ...input, version: 1, name: 'Først' });
		expect(await reviseSite(world.bo, { ...input, version: 1, name: 'Sidst' })).toMatchObject({
			kind: 'conflict',
			edition: { version: 2, by: world.anna.name },
		});
		expect((await siteFor(world.bo, input.id)).name).toBe('Først');
	});
});

describe('a point as it is typed', () => {
	it.each([
		['55.6795, 12.3902', { lat: 55.6795, lon: 12.3902 }],
		['55,6795 12,3902', { lat: 55.6795, lon: 12.3902 }],
		['55,6795, 12,3902', { lat: 55.6795, lon: 12.3902 }],
		['55.6795;12.3902', { lat: 55.6795, lon: 12.3902 }],
		['-33.9, 151.2', { lat: -33.9, lon: 151.2 }],
	])('%s is understood', (text, point) => expect(pointFrom(text)).toEqual(point));

	it.each(['55.6795', '55.6795, 12.39, 3', '95, 12', '55, 181', 'her', '55.1 N'])('%s is refused', (text) => expect(pointFrom(text)).toBeNull());
});
