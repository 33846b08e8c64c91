import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { createLandowner, ownerRoleOf, reviseLandowner } from '#app/landowners/commands.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { landownerFor, landownerHits, landownerOfCompany } from '#app/landowners/queries.server.ts';
import { nameResponsible, responsiblesOfOwner } from '#app/landowners/responsibles.server.ts';
import { db, write } from '#db/client.server.ts';
import { companies, landownerResponsibles, landowners } from '#db/schema/index.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { ownerRevised, ownerTypedIn } from './typed.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const roles = (companyId: string) => db.$count(landowners, eq(landowners.companyId, companyId));

describe('a firm of the register', () => {
	it('becomes a landowner by its CVR number, and is one for good', async () => {
		const first = await createLandowner(world.anna, ownerTypedIn({ name: '99 00 00 15' }));
		expect(first).toMatchObject({ kind: 'saved', name: world.demolund.name });
		const second = await createLandowner(world.siri, ownerTypedIn({ name: 'demolund maskinfabrik' }));
		expect(second).toMatchObject({ kind: 'known', id: 'id' in first ? first.id : '' });
		expect(await createLandowner(world.siri, ownerTypedIn({ kind: 'fund', name: 'Demolund Maskinfabrik ApS' }))).toMatchObject({ kind: 'known' });
		expect(await landownerOfCompany(world.anna, world.demolund.id)).toEqual({ id: 'id' in first ? first.id : '' });
		expect(await roles(world.demolund.id)).toBe(1);
	});

	it('gets one owner role of twenty who ask for it at once', async () => {
		const answers = await Promise.all(
			Array.from({ length: 20 }, () =>
				createLandowner(world.anna, ownerTypedIn({ name: 'Prøvebageriet', picked: `company:${world.prøvebageriet.id}` })),
			),
		);
		expect(new Set(answers.map((answer) => ('id' in answer ? answer.id : answer.kind))).size).toBe(1);
		const role = await write((tx) => ownerRoleOf(tx, world.anna, world.prøvebageriet.id));
		expect(answers[0]).toMatchObject({ id: role });
	});

	it('has to be in the register before it owns anything', async () => {
		expect(await createLandowner(world.anna, ownerTypedIn({ name: 'Findesikke A/S' }))).toEqual({ kind: 'unknown-firm' });
		expect(await createLandowner(world.anna, ownerTypedIn({ name: '41774037' }))).toEqual({ kind: 'unknown-cvr', cvr: '41774037' });
	});

	it('is chosen by the viewer where two share the name', async () => {
		const first = await make.company({ name: 'Tvillingegrunde ApS', site: null });
		const second = await make.company({ name: 'Tvillingegrunde A/S', site: null });
		const input = ownerTypedIn({ name: 'Tvillingegrunde' });
		expect(await createLandowner(world.anna, input)).toMatchObject({ kind: 'several', firms: [{ id: first.id }, { id: second.id }] });
		await createLandowner(world.anna, { ...input, chosen: `company:${second.id}` });
		expect([await roles(first.id), await roles(second.id)]).toEqual([0, 1]);
	});

	it('takes its owner role along when it is renamed', async () => {
		const firm = await make.company({ name: 'Gammelt Navn ApS', site: null });
		const owner = await make.landowner({ name: 'Gammelt Navn ApS', companyId: firm.id });
		await write(async (tx) => {
			await tx.update(companies).set({ name: 'Nyt Navn ApS' }).where(eq(companies.id, firm.id));
			await refreshCompany(tx, firm.id);
		});
		expect((await landownerFor(world.anna, owner.id)).name).toBe('Nyt Navn ApS');
		expect(await landownerHits(world.anna, 'nyt na')).toMatchObject([{ id: owner.id }]);
	});
});

describe('a landowner who is no firm', () => {
	it('is written once for twenty posts of one form', async () => {
		const input = ownerTypedIn({ kind: 'association', name: 'Grundejerforeningen Tyvegange' });
		const answers = await Promise.all(Array.from({ length: 20 }, () => createLandowner(world.anna, input)));
		expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['saved']));
		expect(await db.$count(landowners, eq(landowners.nameKey, 'grundejerforeningen tyvegange'))).toBe(1);
	});

	it('may be a person called like a firm: one-man firms are called after their owners', async () => {
		const firm = await make.company({ name: 'Jens Prøvegaard', site: null });
		expect(await createLandowner(world.anna, ownerTypedIn({ kind: 'person', name: 'Jens Prøvegaard' }))).toMatchObject({ kind: 'saved' });
		expect(await roles(firm.id)).toBe(0);
	});

	it('is asked about where another is called the same, and written when Anna says so', async () => {
		const input = ownerTypedIn({ kind: 'person', name: world.ole.name });
		expect(await createLandowner(world.anna, input)).toMatchObject({ kind: 'look-alikes', owners: [{ id: world.ole.id }] });
		expect(await createLandowner(world.anna, { ...input, confirm: 'yes' })).toMatchObject({ kind: 'saved', id: input.id });
	});

	it('becomes a firm’s role when its name is put right to the firm’s', async () => {
		const firm = await make.company({ name: 'Sent Opdaget ApS', site: null });
		const owner = await make.landowner({ name: 'Sent Opdagget', kind: 'fund' });
		await reviseLandowner(world.anna, ownerRevised({ ...owner, name: 'Sent Opdaget ApS', kind: 'company', version: 1 }));
		expect(await landownerFor(world.anna, owner.id)).toMatchObject({ companyId: firm.id, version: 2 });
		const other = await make.landowner({ name: 'En anden', kind: 'fund' });
		const answer = await reviseLandowner(world.anna, ownerRevised({ ...other, name: 'Sent Opdaget ApS', kind: 'company', version: 1 }));
		expect(answer).toMatchObject({ kind: 'known', id: owner.id });
	});
});

describe('rights', () => {
	it('let business consultants and administrators write landowners, nobody else', async () => {
		const input = () => ownerTypedIn({ kind: 'fund', name: 'Rettighedsfonden', confirm: 'yes' });
		for (const viewer of [world.bo, world.lene]) await expect(createLandowner(viewer, input())).rejects.toMatchObject({ init: { status: 403 } });
		for (const viewer of [world.anna, world.adam]) expect(await createLandowner(viewer, input())).toMatchObject({ kind: 'saved' });
		const revised = ownerRevised({ ...world.ole, kind: 'person', version: 1 });
		await expect(reviseLandowner(world.bo, revised)).rejects.toMatchObject({ init: { status: 403 } });
	});

	it('answers an older version with a conflict', async () => {
		const owner = await make.landowner({ name: 'Konfliktgrunden', kind: 'fund' });
		const revised = ownerRevised({ ...owner, kind: 'fund', version: 1, phone: '00 11 22 33' });
		expect(await reviseLandowner(world.anna, revised)).toEqual({ kind: 'saved' });
		expect(await reviseLandowner(world.adam, { ...revised, phone: '00 99 88 77' })).toMatchObject({ kind: 'conflict', edition: { version: 2 } });
	});
});

describe('who is responsible', () => {
	const day = (id: string, fromOn: string) =>
		write((tx) => tx.update(landownerResponsibles).set({ fromOn }).where(eq(landownerResponsibles.landownerId, id)));

	it('is dated, per unit, and the former stay', async () => {
		const owner = await make.landowner({ name: 'Ansvarsgrunden', kind: 'fund' });
		const kim = world.anna.memberships[0]?.unitId ?? '';
		await nameResponsible(world.anna, owner.id, { unitId: kim, userId: world.anna.id });
		await nameResponsible(world.siri, owner.id, { unitId: world.units.planning, userId: world.siri.id });
		await day(owner.id, '2026-01-05');
		await nameResponsible(world.anna, owner.id, { unitId: kim, userId: null });
		const lines = await responsiblesOfOwner(world.bo, owner.id);
		expect(lines.map(({ userName, toOn }) => [userName, toOn !== null])).toEqual([
			['Siri Forsøgsen', false],
			['Anna Prøvesen', true],
		]);
	});

	it('is named by a unit for itself only, from its own people', async () => {
		const unitId = world.units.business;
		await expect(nameResponsible(world.bo, world.ole.id, { unitId, userId: world.anna.id })).rejects.toMatchObject({ init: { status: 403 } });
		await expect(nameResponsible(world.anna, world.ole.id, { unitId, userId: world.bo.id })).rejects.toMatchObject({ init: { status: 400 } });
	});

	it('makes "my landowners"', async () => {
		await nameResponsible(world.lene, world.ole.id, { unitId: world.units.management, userId: world.lene.id });
		const mine = await listed(world.lene, landownerList, { responsible: 'mine' });
		expect(mine.rows.map(({ id }) => id)).toEqual([world.ole.id]);
	});
});

describe('the list', () => {
	const ask = (search: string) => listed(world.anna, landownerList, new URLSearchParams(search));

	it('tells how much land each owns by shares, and says where it cannot know', async () => {
		const { rows } = await ask('q=prøvefonden');
		// All of 12,000 m² and half of 5,000.
		expect(rows).toMatchObject([{ id: world.prøvefonden.id, properties: 2, landArea: 14_500, isIncomplete: false }]);
		const owner = await make.landowner({ name: 'Halvtvidende', kind: 'fund' });
		await make.ownership({ propertyId: world.fabriksvej.id, landownerId: owner.id, toOn: '2020-01-01' });
		const bare = await make.property({ name: 'Uden areal' });
		await make.ownership({ propertyId: bare.id, landownerId: owner.id, shareOf: 1, shareIn: 1 });
		expect((await ask('q=halvtvidende')).rows).toMatchObject([{ properties: 1, landArea: 0, isIncomplete: true }]);
	});

	it('finds by the beginning of any word, by phone, by kind and by district', async () => {
		expect((await ask('q=ejendomme')).rows.map(({ id }) => id)).toContain(world.prøvefonden.id);
		expect((await ask('q=00112233')).rows.map(({ id }) => id)).toContain(world.ole.id);
		expect((await ask('kind=person')).rows.every(({ kind }) => kind === 'person')).toBe(true);
		const inEjby = (await ask('district=ejby')).rows.map(({ id }) => id);
		expect([inEjby.includes(world.prøvefonden.id), inEjby.includes(world.ole.id)]).toEqual([true, false]);
	});

	it('pages by key, forwards and back, without losing or doubling anybody', async () => {
		for (let at = 0; at < 60; at++) await make.landowner({ name: `Sidegrund ${String(at).padStart(2, '0')}`, kind: 'public_body' });
		const first = await ask('kind=public_body');
		expect(first.rows).toHaveLength(50);
		const second = await ask(`kind=public_body&after=${encodeURIComponent(first.next ?? '')}`);
		expect(second.rows).toHaveLength(10);
		const back = await ask(`kind=public_body&before=${encodeURIComponent(second.previous ?? '')}`);
		expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
	});

	it.each(['after=[]', 'after=%00', 'after=[1,2]', 'before={"a":1}', 'kind=konge', 'district=%27;drop', 'q=%25_%00', 'responsible=all'])(
		'is not upset by ?%s',
		async (search) => expect((await ask(search)).rows).toBeInstanceOf(Array),
	);
});
