import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loader as firmPage } from '#app/companies/routes/show.tsx';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { createLandowner, reviseLandowner } from '#app/landowners/commands.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { landownerPrep } from '#app/prep/queries.server.ts';
import type { StanceRow } from '#app/stances/stance.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, landowners } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const details = { phone: null, email: null, address: null, postalCode: null, city: null };
const position = (given: Partial<StanceRow> = {}): StanceRow => ({
	...{ at: 0, id: newId(), owner: null, propertyId: null, topicId: null, level: 2, horizon: null, barriers: [], isRemoved: false },
	...given,
});
const onTimeline = async (viewer: World['anna'], scope: Parameters<typeof timelineOf>[1]) =>
	(await timelineOf(viewer, scope)).entries.map(({ id }) => id);
const lastOfFirm = async (id: string) => (await db.select({ on: companies.lastTalkOn }).from(companies).where(eq(companies.id, id)))[0]?.on;

describe('a talk logged on a firm that owns land', () => {
	it('stands on the owner’s timeline, list, last day and prep sheet too, whichever unit held it', async () => {
		const firm = await make.company({ name: 'Ejerfirma Prøve A/S' });
		const owner = await make.landowner({ name: firm.name, companyId: firm.id });
		expect((await landownerPrep(world.anna, owner.id)).flags).toContainEqual({ kind: 'never' });
		const { id } = await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: '2026-11-20' }));
		expect(await onTimeline(world.anna, { kind: 'landowner', id: owner.id })).toEqual([id]);
		expect((await landownerFor(world.anna, owner.id)).lastTalkOn).toBe('2026-11-20');
		const { rows } = await listed(world.anna, landownerList, { q: 'Ejerfirma' });
		expect(rows).toMatchObject([{ id: owner.id, lastTalkOn: '2026-11-20' }]);
		const sheet = await landownerPrep(world.anna, owner.id);
		expect(sheet.talks.map((one) => one.id)).toEqual([id]);
		expect(sheet.flags.filter(({ kind }) => kind === 'never' || kind === 'silent')).toEqual([]);
	});

	it('stays what it is where it is confidential: the heading for all, the words for those who may read them', async () => {
		const firm = await make.company({ name: 'Fortrolig Ejer ApS' });
		const owner = await make.landowner({ name: firm.name, companyId: firm.id });
		const closed = { confidentiality: 'confidential', confidentialityReason: 'planning', note: 'Må ikke ses' } as const;
		await logDialogue(world.anna, talk({ companyId: firm.id, ...closed }));
		const seen = async (viewer: World['anna']) => (await timelineOf(viewer, { kind: 'landowner', id: owner.id })).entries;
		expect(await seen(world.anna)).toMatchObject([{ note: 'Må ikke ses' }]);
		expect(await seen(world.bo)).toMatchObject([{ note: null, isNoteReadable: false }]);
		expect(await seen(world.adam)).toEqual([]);
	});

	it('leaves the owner’s page with the firm’s when it is taken back', async () => {
		const firm = await make.company({ name: 'Fortrudt Ejer ApS' });
		const owner = await make.landowner({ name: firm.name, companyId: firm.id });
		const { id } = await logDialogue(world.anna, talk({ companyId: firm.id }));
		await withdrawDialogue(world.anna, id);
		expect(await onTimeline(world.anna, { kind: 'landowner', id: owner.id })).toEqual([]);
		expect((await landownerFor(world.anna, owner.id)).lastTalkOn).toBeNull();
	});
});

describe('an owner’s position in a talk about something else', () => {
	it('puts the talk on the owner’s timeline, and on that of the firm the owner is, as long as it stands', async () => {
		const firm = await make.company({ name: 'Fjernejer A/S' });
		const owner = await make.landowner({ name: firm.name, companyId: firm.id });
		const land = await make.property({ name: 'Prøvevej 31', districtId: world.ejby.id, owners: [owner] });
		const row = position({ owner: `landowner:${owner.id}` });
		const input = talk({ subjects: [{ kind: 'property', id: land.id }], stances: [row], heldOn: '2026-11-11' });
		await logDialogue(world.anna, input);
		for (const scope of [
			{ kind: 'landowner', id: owner.id },
			{ kind: 'company', id: firm.id },
		] as const)
			expect(await onTimeline(world.anna, scope), scope.kind).toEqual([input.id]);
		expect(await lastOfFirm(firm.id)).toBe('2026-11-11');
		await reviseDialogue(world.anna, input.id, { ...input, stances: [{ ...row, isRemoved: true }], version: 1 });
		expect(await onTimeline(world.anna, { kind: 'landowner', id: owner.id })).toEqual([]);
		expect(await lastOfFirm(firm.id)).toBeNull();
	});

	it('is read on the firm’s page by those who may read it; others learn that there is one', async () => {
		const firm = await make.company({ name: 'Holdningsfirma A/S' });
		const owner = await make.landowner({ name: firm.name, companyId: firm.id });
		await make.stance(world.anna, { landownerId: owner.id, level: 1, barriers: ['heritage'] });
		const page = async (viewer: World['anna']) => JSON.stringify((await call(firmPage, { params: { companyId: firm.id }, as: viewer })).data);
		for (const viewer of [world.anna, world.lene]) expect(await page(viewer)).toContain('heritage');
		for (const viewer of [world.bo, world.siri]) {
			expect(await page(viewer)).not.toContain('heritage');
			expect(await page(viewer)).toContain('"position":null');
		}
		expect(await page(world.adam)).not.toContain('Erhvervsservice');
	});
});

describe('a firm that turns out to own land', () => {
	it('brings its talks to the owner’s page, and the owner’s to its own', async () => {
		const firm = await make.company({ name: 'Senere Ejer A/S' });
		const earlier = await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: '2026-10-10' }));
		const id = newId();
		await createLandowner(world.anna, { ...details, id, kind: 'company', name: firm.name, chosen: `company:${firm.id}` });
		expect(await onTimeline(world.bo, { kind: 'landowner', id })).toEqual([earlier.id]);
		expect((await landownerFor(world.anna, id)).lastTalkOn).toBe('2026-10-10');
	});

	it('so does an owner that turns out to be a firm', async () => {
		const firm = await make.company({ name: 'Genkendt A/S' });
		const owner = await make.landowner({ name: 'Genkendt', kind: 'company' });
		const ofFirm = await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: '2026-10-01' }));
		const ofOwner = await logDialogue(world.anna, talk({ subjects: [{ kind: 'landowner', id: owner.id }], heldOn: '2026-10-02' }));
		await reviseLandowner(world.anna, { ...details, id: owner.id, kind: 'company', name: firm.name, chosen: `company:${firm.id}`, version: 1 });
		const scopes = [
			{ kind: 'landowner', id: owner.id },
			{ kind: 'company', id: firm.id },
		] as const;
		for (const scope of scopes) expect(await onTimeline(world.anna, scope), scope.kind).toEqual([ofOwner.id, ofFirm.id]);
		expect(await lastOfFirm(firm.id)).toBe('2026-10-02');
		const [row] = await db.select({ on: landowners.lastTalkOn }).from(landowners).where(eq(landowners.id, owner.id));
		expect(row?.on).toBe('2026-10-02');
	});
});
