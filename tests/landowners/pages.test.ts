import { beforeAll, describe, expect, it } from 'vitest';
import * as newTalk from '#app/dialogues/routes/new.tsx';
import { landownerFor } from '#app/landowners/queries.server.ts';
import * as editOwner from '#app/landowners/routes/form.tsx';
import * as newOwner from '#app/landowners/routes/form.tsx';
import * as hits from '#app/landowners/routes/hits.ts';
import * as showOwner from '#app/landowners/routes/show.tsx';
import * as editProperty from '#app/properties/routes/form.tsx';
import * as newProperty from '#app/properties/routes/form.tsx';
import * as sale from '#app/properties/routes/sale.tsx';
import * as showProperty from '#app/properties/routes/show.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const baseIn = (data: unknown): string => (typeof data === 'object' && data !== null && 'base' in data ? String(data.base) : '');

describe('a landowner’s page', () => {
	it('shows everybody the holdings, and offers changes only to those who may make them', async () => {
		const params = { landownerId: world.prøvefonden.id };
		const asAnna = await call(showOwner.loader, { as: world.anna, params });
		expect(asAnna.data).toMatchObject({ mayRevise: true, mayReviseLand: true, holding: { landArea: 14_500 }, owned: [{}, {}] });
		const asBo = await call(showOwner.loader, { as: world.bo, params });
		expect(asBo.data).toMatchObject({ mayRevise: false, mayReviseLand: false, timeline: { entries: [] } });
		// Talks are not the administrator's to know of.
		expect((await call(showOwner.loader, { as: world.adam, params })).data).toMatchObject({ mayRevise: true, timeline: null, seesTalks: false });
	});

	it.each(['nowhere', newId()])('is 404 for %s', async (landownerId) => {
		expect((await call(showOwner.loader, { as: world.anna, params: { landownerId } })).status).toBe(404);
	});

	it('refuses its forms to those who may not write', async () => {
		const params = { landownerId: world.ole.id };
		for (const as of [world.bo, world.lene]) {
			expect((await call(editOwner.loader, { as, params })).status).toBe(403);
			expect((await call(newOwner.action, { as, form: {} })).status).toBe(403);
		}
	});
});

describe('writing an owner', () => {
	it('tells Anna at the field that a firm has to be registered first, and keeps what she typed', async () => {
		const form = { id: newId(), kind: 'company', name: 'Endnu Ukendt A/S', city: 'Glostrup' };
		const answer = await call(newOwner.action, { as: world.anna, form });
		expect(answer.status).toBe(409);
		expect(answer.data).toMatchObject({
			result: { error: { name: [expect.stringContaining('Endnu Ukendt A/S')] }, initialValue: { city: 'Glostrup' } },
			objection: { missing: { name: 'Endnu Ukendt A/S' } },
		});
	});

	it('offers what begins like it where a firm’s name was not typed to the end', async () => {
		const form = { id: newId(), kind: 'company', name: 'Demolund' };
		const answer = await call(newOwner.action, { as: world.anna, form });
		const token = `company:${world.demolund.id}`;
		expect(answer.data).toMatchObject({ objection: { choices: [{ id: token, label: world.demolund.name }] } });
		expect((await call(newOwner.action, { as: world.anna, form: { ...form, chosen: token } })).location).toBe(`/landowners/${form.id}`);
	});

	it('says that the form was saved before when it comes again with other words', async () => {
		const form = { id: newId(), kind: 'fund', name: 'Tilbageknapfonden' };
		expect((await call(newOwner.action, { as: world.anna, form })).location).toBe(`/landowners/${form.id}`);
		expect((await call(newOwner.action, { as: world.anna, form })).location).toBe(`/landowners/${form.id}`);
		const again = await call(newOwner.action, { as: world.anna, form: { ...form, phone: '00 11 22 33' } });
		expect(again.status).toBe(409);
		expect(again.data).toMatchObject({ earlier: { to: `/landowners/${form.id}` }, result: { initialValue: { phone: '00 11 22 33' } } });
	});

	it('merges what Anna and Siri change in different fields, and asks where both changed one', async () => {
		const owner = await make.landowner({ name: 'Samskrivningsfonden', kind: 'fund' });
		const params = { landownerId: owner.id };
		const opened = baseIn((await call(editOwner.loader, { as: world.siri, params })).data);
		const form = { id: owner.id, kind: 'fund', name: owner.name, _base: opened };
		expect((await call(editOwner.action, { as: world.anna, params, form: { ...form, phone: '00 11 11 11' } })).status).toBe(302);
		expect((await call(editOwner.action, { as: world.siri, params, form: { ...form, city: 'Glostrup' } })).status).toBe(302);
		expect(await landownerFor(world.bo, owner.id)).toMatchObject({ phone: '00 11 11 11', city: 'Glostrup', version: 3 });
		const clash = await call(editOwner.action, { as: world.siri, params, form: { ...form, phone: '00 22 22 22' } });
		expect(clash.status).toBe(409);
		expect(clash.data).toMatchObject({
			conflict: { clashes: [{ field: 'phone', mine: '00 22 22 22', theirs: '00 11 11 11', by: world.anna.name }] },
		});
	});

	it('offers owners before firms that own nothing yet', async () => {
		const answer = await call(hits.loader, { as: world.anna, url: '/landowners/hits?q=prøve' });
		const { hits: found } = JSON.parse(String(answer.data));
		expect(found.map(({ id }: { id: string }) => id)).toEqual([`owner:${world.prøvefonden.id}`, `company:${world.prøvebageriet.id}`]);
	});
});

describe('writing land', () => {
	it('takes areas, parcel and share as people write them, and a firm for owner', async () => {
		const form = {
			...{ id: newId(), address: 'Prøvevej 4', landArea: '12.400 m²', floorArea: '3 100', cadastralDistrict: 'ejby by, glostrup' },
			...{ parcelNo: '12 A', owner: world.demolund.name, share: '33,33 %' },
		};
		expect((await call(newProperty.action, { as: world.anna, form })).location).toBe(`/properties/${form.id}`);
		const shown = await call(showProperty.loader, { as: world.bo, params: { propertyId: form.id } });
		expect(shown.data).toMatchObject({
			property: { name: 'Prøvevej 4', landArea: 12_400, floorArea: 3_100, cadastralDistrict: '20451', parcelNo: '12a' },
			owners: [{ name: world.demolund.name, share: { of: 3_333, in: 10_000 } }],
		});
	});

	it.each([
		['landArea', '1,5 ha'],
		['bfe', 'tolv'],
		['parcelNo', 'a12'],
		['cadastralDistrict', 'Atlantis By'],
		['share', '3/2'],
		['owner', 'Hr. Ingen'],
	])('says what is wrong with %s "%s", at the field', async (field, typed) => {
		const form = { id: newId(), name: 'Fejlgrunden', ...(field === 'parcelNo' && { cadastralDistrict: '20451' }), [field]: typed };
		const answer = await call(newProperty.action, { as: world.anna, form });
		expect(answer.status).toBe(400);
		expect(answer.data).toMatchObject({ result: { error: { [field]: [expect.any(String)] }, initialValue: { [field]: typed } } });
	});

	it('does not take the same area written otherwise for a change', async () => {
		const params = { propertyId: world.fabriksvej.id };
		const opened = baseIn((await call(editProperty.loader, { as: world.anna, params })).data);
		const form = { id: world.fabriksvej.id, name: world.fabriksvej.name, _base: opened };
		const kept = {
			address: 'Fabriksprøvevej 2',
			postalCode: '2600',
			city: 'Glostrup',
			district: world.ejby.id,
			landArea: '12.000 m²',
			floorArea: '4.500',
		};
		expect((await call(editProperty.action, { as: world.anna, params, form: { ...form, ...kept } })).status).toBe(302);
		expect((await call(showProperty.loader, { as: world.anna, params })).data).toMatchObject({ property: { version: 1 } });
	});

	it('sells by name typed, and asks which one where several are called so', async () => {
		const twins = [await make.landowner({ name: 'Tvilling Køber' }), await make.landowner({ name: 'Tvilling Køber', city: 'Ejby' })];
		const property = await make.property({ name: 'Solgtgrunden' });
		const { id: ownershipId } = await make.ownership({ propertyId: property.id, landownerId: world.ole.id, shareOf: 1, shareIn: 1 });
		const params = { ownershipId };
		const form = { id: newId(), version: '1', owner: 'tvilling køber', soldOn: '2026-03-01' };
		const asked = await call(sale.action, { as: world.anna, params, form });
		expect(asked.status).toBe(400);
		expect(asked.data).toMatchObject({ choices: twins.map(({ id }) => ({ id: `owner:${id}` })) });
		const chosen = { ...form, chosen: `owner:${twins[1]?.id}` };
		expect((await call(sale.action, { as: world.anna, params, form: chosen })).location).toBe(`/properties/${property.id}`);
		const shown = await call(showProperty.loader, { as: world.lene, params: { propertyId: property.id } });
		expect(shown.data).toMatchObject({ owners: [{ landownerId: twins[1]?.id }], former: [{ landownerId: world.ole.id, toOn: '2026-03-01' }] });
	});
});

describe('a property’s page', () => {
	it('leads those who log talks to a talk about it, a meeting on land, and nobody else', async () => {
		const params = { propertyId: world.fabriksvej.id };
		for (const [as, mayLog] of [
			[world.anna, true],
			[world.bo, true],
			[world.lene, false],
			[world.adam, false],
		] as const)
			expect((await call(showProperty.loader, { as, params })).data).toMatchObject({ mayLog });
		const form = await call(newTalk.loader, { as: world.anna, url: `/dialogues/new?property=${world.fabriksvej.id}` });
		expect(form.data).toMatchObject({
			subjects: { first: { kind: 'property', id: world.fabriksvej.id, name: world.fabriksvej.name } },
			values: { channel: 'landowner_meeting' },
		});
	});
});
