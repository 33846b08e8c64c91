import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownedOn } from '#app/landowners/open.server.ts';
import { ownersOfProperty, propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { remainderOf, shareOf, sumOf } from '#app/landowners/share.ts';
import { createProperty, reviseProperty } from '#app/properties/commands.server.ts';
import { addOwnership, reviseOwnership } from '#app/properties/ownerships.server.ts';
import { propertyList } from '#app/properties/property-list.server.ts';
import { propertyFor } from '#app/properties/queries.server.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { sellShare } from '#app/properties/sale.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { districts, landowners, ownerships, properties } from '#db/schema/index.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { propertyTypedIn } from './typed.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const whole = shareOf(1, 1);
const rowsOf = (propertyId: string) => db.select().from(ownerships).where(eq(ownerships.propertyId, propertyId)).orderBy(asc(ownerships.id));
const saleOf = (ownershipId: string, buyer: { landownerId: string } | { companyId: string }, given: object = {}) => ({
	...{ saleId: newId(), ownershipId, version: 1, buyer, soldOn: '2026-06-01', part: null },
	...given,
});

describe('a property', () => {
	it('lies in the district of its point until a hand chooses another', async () => {
		const input = propertyTypedIn({ name: 'Punktgrunden', point: { lat: 55.68, lon: 12.42 } });
		await createProperty(world.anna, input, null);
		expect(await propertyFor(world.bo, input.id)).toMatchObject({ districtId: world.kirkebjerg.id, districtSource: 'point' });
		await reviseProperty(world.anna, { ...input, version: 1, point: { lat: 55.68, lon: 12.4 } });
		expect(await propertyFor(world.bo, input.id)).toMatchObject({ districtId: world.ejby.id, districtSource: 'point', version: 2 });
		await reviseProperty(world.anna, { ...input, version: 2, point: { lat: 55.68, lon: 12.4 }, district: world.kirkebjerg.id });
		await reviseProperty(world.anna, { ...input, version: 3, point: { lat: 55.68, lon: 12.401 }, district: world.kirkebjerg.id });
		expect(await propertyFor(world.bo, input.id)).toMatchObject({ districtId: world.kirkebjerg.id, districtSource: 'manual', version: 4 });
	});

	it('follows a redrawn outline unless a hand has placed it', async () => {
		const point = { lat: 55.68, lon: 12.428 };
		const [byPoint, byHand] = [
			propertyTypedIn({ name: 'Følgegrunden', point }),
			propertyTypedIn({ name: 'Fastgrunden', point, district: world.kirkebjerg.id }),
		];
		for (const input of [byPoint, byHand]) await createProperty(world.anna, input, null);
		await write(async (tx) => {
			const [before] = await tx.select().from(districts).where(eq(districts.id, world.kirkebjerg.id));
			await tx
				.update(districts)
				.set({ boundary: null, west: null, south: null, east: null, north: null })
				.where(eq(districts.id, world.kirkebjerg.id));
			await placeAgain(tx, world.kirkebjerg.id);
			const { boundary, west, south, east, north } = before ?? {};
			await tx.update(districts).set({ boundary, west, south, east, north }).where(eq(districts.id, world.kirkebjerg.id));
		});
		expect(await propertyFor(world.bo, byPoint.id)).toMatchObject({ districtId: null, version: 2 });
		expect(await propertyFor(world.bo, byHand.id)).toMatchObject({ districtId: world.kirkebjerg.id, version: 1 });
	});

	it('is there once, by its BFE and its parcel number', async () => {
		const parcel = { cadastralDistrict: '20451', parcelNo: '12a' };
		const input = propertyTypedIn({ bfe: '1234567', ...parcel });
		await createProperty(world.anna, input, null);
		expect(await createProperty(world.siri, propertyTypedIn({ bfe: '1234567' }), null)).toMatchObject({ kind: 'bfe-taken', propertyId: input.id });
		expect(await createProperty(world.siri, propertyTypedIn(parcel), null)).toMatchObject({ kind: 'parcel-taken', propertyId: input.id });
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => createProperty(world.anna, input, { owner: { landownerId: world.ole.id }, share: whole })),
		);
		expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['saved']));
	});

	it('is written with its owner once of twenty posts, the firm’s owner role with it', async () => {
		const input = propertyTypedIn({ name: 'Tyvegrunden' });
		const first = { owner: { companyId: world.demolund.id }, share: whole };
		await Promise.all(Array.from({ length: 20 }, () => createProperty(world.anna, input, first)));
		expect(await rowsOf(input.id)).toHaveLength(1);
		expect(await db.$count(landowners, eq(landowners.companyId, world.demolund.id))).toBe(1);
	});

	it('is written by business consultants and administrators only', async () => {
		for (const viewer of [world.bo, world.lene]) {
			await expect(createProperty(viewer, propertyTypedIn({}), null)).rejects.toMatchObject({ init: { status: 403 } });
			const sale = saleOf(newId(), { landownerId: world.ole.id });
			await expect(sellShare(viewer, sale)).rejects.toMatchObject({ init: { status: 403 } });
		}
		expect(await createProperty(world.adam, propertyTypedIn({ name: 'Adams' }), null)).toMatchObject({ kind: 'saved' });
	});

	it('says in the list where its shares do not add up', async () => {
		const short = await make.property({ name: 'Skævgrunden', owners: [] });
		await make.ownership({ propertyId: short.id, landownerId: world.ole.id, shareOf: 1, shareIn: 3 });
		const page = await listed(world.bo, propertyList, { q: 'skævgr' });
		expect(page.rows.find(({ id }) => id === short.id)).toMatchObject({ owners: world.ole.name, isWhole: false });
		const known = await listed(world.bo, propertyList, { q: 'hjørne', district: 'kirkebjerg' });
		expect(known.rows).toMatchObject([{ id: world.hjørnegrunden.id, isWhole: true, owners: `${world.ole.name}, ${world.prøvefonden.name}` }]);
	});
});

describe('a share', () => {
	it('is not given twice to the same owner, but put right', async () => {
		const property = await make.property({ name: 'Andelsgrunden' });
		const given = { propertyId: property.id, owner: { landownerId: world.ole.id }, share: shareOf(1, 2), fromOn: '2020-01-01', toOn: null };
		const id = newId();
		expect(await addOwnership(world.anna, { id, ...given })).toEqual({ kind: 'saved', id });
		expect(await addOwnership(world.anna, { id, ...given })).toEqual({ kind: 'saved', id });
		expect(await addOwnership(world.anna, { id: newId(), ...given })).toEqual({ kind: 'owner-already', ownershipId: id });
		const revised = { id, version: 1, share: whole, fromOn: '2020-01-01', toOn: null };
		expect(await reviseOwnership(world.anna, revised)).toMatchObject({ kind: 'saved' });
		expect(await reviseOwnership(world.adam, { ...revised, share: shareOf(1, 4) })).toMatchObject({ kind: 'conflict', edition: { version: 2 } });
		expect(await ownersOfProperty(world.bo, property.id)).toMatchObject([{ landownerId: world.ole.id, share: whole }]);
	});
});

describe('a sale', () => {
	it('closes one row and opens another, and what was owned stays readable', async () => {
		const property = await make.property({ name: 'Salgsgrunden' });
		const { id } = await make.ownership({ propertyId: property.id, landownerId: world.ole.id, shareOf: 1, shareIn: 1, fromOn: '2010-01-01' });
		const sale = saleOf(id, { companyId: world.prøvebageriet.id });
		const answers = await Promise.all(Array.from({ length: 20 }, () => sellShare(world.anna, sale)));
		expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['saved']));
		expect(await rowsOf(property.id)).toHaveLength(2);
		expect(await ownersOfProperty(world.bo, property.id)).toMatchObject([{ name: 'Prøvebageriet', share: whole, fromOn: '2026-06-01' }]);
		expect(await ownersOfProperty(world.bo, property.id, { former: true })).toMatchObject([{ name: world.ole.name, toOn: '2026-06-01' }]);
		expect((await propertiesOfOwner(world.bo, world.ole.id, { former: true })).map(({ propertyId }) => propertyId)).toContain(property.id);
	});

	it('of a part leaves the rest with the seller', async () => {
		const property = await make.property({ name: 'Delgrunden', owners: [world.ole] });
		const [row] = await rowsOf(property.id);
		await sellShare(world.anna, saleOf(row?.id ?? '', { landownerId: world.prøvefonden.id }, { part: shareOf(1, 3) }));
		const owners = await ownersOfProperty(world.bo, property.id);
		expect(owners.map(({ name, share }) => [name, share])).toEqual([
			[world.ole.name, { of: 2, in: 3 }],
			[world.prøvefonden.name, { of: 1, in: 3 }],
		]);
	});

	it('is refused to the seller himself, before he owned, of more than he owns, and twice', async () => {
		const property = await make.property({ name: 'Afslagsgrunden' });
		const { id } = await make.ownership({ propertyId: property.id, landownerId: world.ole.id, shareOf: 1, shareIn: 2, fromOn: '2020-01-01' });
		const fund = { landownerId: world.prøvefonden.id };
		expect(await sellShare(world.anna, saleOf(id, { landownerId: world.ole.id }))).toEqual({ kind: 'own-buyer' });
		expect(await sellShare(world.anna, saleOf(id, fund, { soldOn: '2019-12-31' }))).toEqual({ kind: 'before-bought' });
		expect(await sellShare(world.anna, saleOf(id, fund, { part: shareOf(2, 3) }))).toEqual({ kind: 'part-too-large' });
		expect(await sellShare(world.anna, saleOf(id, fund, { version: 7 }))).toMatchObject({ kind: 'conflict' });
		await sellShare(world.anna, saleOf(id, fund));
		expect(await sellShare(world.anna, saleOf(id, fund, { version: 2 }))).toEqual({ kind: 'sold-already' });
		expect(await rowsOf(property.id)).toHaveLength(2);
	});

	it('never changes what the open shares add up to, however often land is sold on', async () => {
		const property = await make.property({ name: 'Handelsgrunden', owners: [world.ole, world.prøvefonden] });
		const buyers = [world.ole, world.prøvefonden, await make.landowner({ name: 'Tredje Køber', kind: 'person' })];
		const step = fc.record({ which: fc.nat(20), buyer: fc.nat(2), of: fc.integer({ min: 1, max: 6 }), parts: fc.integer({ min: 6, max: 9 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
				for (const { which, buyer, of, parts } of steps) {
					const open = (await rowsOf(property.id)).filter(({ toOn }) => toOn === null);
					const row = open[which % open.length];
					const owned = row && shareOf(row.shareOf, row.shareIn);
					const part = shareOf(of, parts);
					const sale = saleOf(
						row?.id ?? '',
						{ landownerId: buyers[buyer]?.id ?? '' },
						{ part: owned && part && remainderOf(owned, part) ? part : null },
					);
					await sellShare(world.anna, sale);
				}
				const open = await db.select().from(ownerships).where(ownedOn()).innerJoin(properties, eq(properties.id, ownerships.propertyId));
				const shares = open.filter((row) => row.properties.id === property.id).map((row) => shareOf(row.ownerships.shareOf, row.ownerships.shareIn));
				expect(sumOf(shares)).toEqual({ is: 'whole' });
			}),
			{ numRuns: 10 },
		);
	});
});
