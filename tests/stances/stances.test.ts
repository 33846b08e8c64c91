import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { harvestChoices, harvestOf } from '#app/dialogues/harvest-choices.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { HarvestRefusal } from '#app/harvest/harvest.ts';
import { submitted } from '#app/http/submission.server.ts';
import { stancesOf } from '#app/stances/queries.server.ts';
import { stanceRows } from '#app/stances/rows-form.server.ts';
import { type StanceRow, WHOLE_HOLDING } from '#app/stances/stance.ts';
import type { SubjectRef } from '#app/subjects/subject.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { landowners, stances, topics } from '#db/schema/index.ts';
import { refusal, talk } from '../dialogues/talk.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
let fond: { id: string };
let yard: { id: string };
let hall: { id: string };
beforeAll(async () => {
	world = await buildWorld();
	fond = await make.landowner({ name: 'Prøvefonden', kind: 'fund' });
	yard = await make.property({ name: 'Prøvevej 8', districtId: world.ejby.id, owners: [fond] });
	hall = await make.property({ name: 'Prøvevej 10', districtId: world.ejby.id, owners: [fond] });
});

const stance = (given: Partial<StanceRow> = {}): StanceRow => ({
	at: 0,
	id: newId(),
	owner: null,
	propertyId: null,
	topicId: null,
	level: 4,
	horizon: null,
	barriers: [],
	isRemoved: false,
	...given,
});
const withFond = (): SubjectRef[] => [{ kind: 'landowner', id: fond.id }];
const rowsOf = (dialogueId: string) => db.select().from(stances).where(eq(stances.dialogueId, dialogueId)).orderBy(stances.createdAt, stances.id);

describe('a position noted in a talk', () => {
	test('carries owner, day, unit and author; with nothing chosen it is of the first owner and all they have', async () => {
		const row = stance({ level: 2, horizon: 'sell', barriers: ['soil', 'leases'] });
		const input = talk({ subjects: withFond(), stances: [row], heldOn: '2026-10-01' });
		await logDialogue(world.anna, input);
		expect(await rowsOf(input.id)).toMatchObject([
			{
				...{ id: row.id, landownerId: fond.id, propertyId: null, topicId: null, level: 2, horizon: 'sell', barriers: ['soil', 'leases'] },
				...{ takenOn: '2026-10-01', unitId: world.units.business, authorId: world.anna.id, retractedAt: null },
			},
		]);
	});

	test('of a talk about one property it is of that property, unless the whole holding is named', async () => {
		const subjects: SubjectRef[] = [{ kind: 'property', id: yard.id }];
		const meant = talk({ subjects, stances: [stance(), stance({ at: 1, propertyId: WHOLE_HOLDING }), stance({ at: 2, propertyId: hall.id })] });
		await logDialogue(world.anna, meant);
		expect((await rowsOf(meant.id)).map(({ propertyId }) => propertyId).sort()).toEqual([yard.id, null, hall.id].sort());
	});

	test('never makes a tenant an owner unasked: the row asks, and nothing is saved', async () => {
		const tenant = await make.company({ name: 'Lejerprøven A/S' });
		for (const owner of [null, `company:${tenant.id}`]) {
			const input = talk({ companyId: tenant.id, stances: [stance({ owner })] });
			const refused = await logDialogue(world.anna, input).catch((error: unknown) => error);
			expect(refused).toMatchObject({ status: 400, fieldErrors: { 'stances[0].makesOwner': [expect.stringContaining('Lejerprøven A/S')] } });
			expect(await rowsOf(input.id)).toEqual([]);
		}
		expect(await db.select().from(landowners).where(eq(landowners.companyId, tenant.id))).toEqual([]);
	});

	test('a firm that owned nothing becomes an owner by it where the writer says so, once', async () => {
		const rows = [stance({ owner: `company:${world.demolund.id}`, makesOwner: true }), stance({ at: 1, level: 5 })];
		const input = talk({ companyId: world.demolund.id, stances: rows });
		await logDialogue(world.anna, input);
		await logDialogue(world.anna, input);
		const roles = await db.select().from(landowners).where(eq(landowners.companyId, world.demolund.id));
		expect(roles).toHaveLength(1);
		expect(await rowsOf(input.id)).toMatchObject([{ landownerId: roles[0]?.id }, { landownerId: roles[0]?.id }]);
	});

	test('is refused at its field for an owner the talk is not about, and where there is none; nothing is saved', async () => {
		const stranger = await make.landowner({ name: 'Prøvesen', kind: 'person' });
		const wrong = talk({ subjects: withFond(), stances: [stance({ at: 1, owner: `landowner:${stranger.id}` })] });
		const none = talk({ subjects: [{ kind: 'district', id: world.ejby.id }], stances: [stance()] });
		const other = talk({ subjects: [{ kind: 'landowner', id: stranger.id }], stances: [stance({ propertyId: yard.id })] });
		for (const [input, field] of [
			[wrong, 'stances[1].owner'],
			[none, 'stances[0].owner'],
			[other, 'stances[0].propertyId'],
		] as const) {
			const refused = await logDialogue(world.anna, input).catch((error: unknown) => error);
			expect(refused).toBeInstanceOf(HarvestRefusal);
			expect(refused).toHaveProperty(['fieldErrors', field]);
			expect(await rowsOf(input.id)).toEqual([]);
		}
	});

	test('only consultants take one down', async () => {
		expect(await refusal(logDialogue(world.bo, talk({ subjects: withFond(), stances: [stance()] })))).toBe(403);
	});
});

describe('a position is never overwritten', () => {
	test('a corrected row is marked as never so and another takes its place; the same row again changes nothing', async () => {
		const row = stance({ level: 3 });
		const input = talk({ subjects: withFond(), stances: [row] });
		await logDialogue(world.anna, input);
		const revision = { ...input, stances: [{ ...row, level: 5 }], version: 1 };
		await reviseDialogue(world.anna, input.id, revision);
		const after = await rowsOf(input.id);
		expect(after).toHaveLength(2);
		expect(after.find(({ id }) => id === row.id)).toMatchObject({ level: 3, retractedAt: expect.any(Date) });
		expect(after.find(({ id }) => id !== row.id)).toMatchObject({ level: 5, retractedAt: null });
		// The same words sent again find them standing.
		await reviseDialogue(world.anna, input.id, { ...revision, version: 2 });
		expect(await rowsOf(input.id)).toHaveLength(2);
	});

	test('who corrects a row that was corrected meanwhile is told, and nothing is saved', async () => {
		const row = stance({ level: 3 });
		const input = talk({ subjects: withFond(), stances: [row] });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, stances: [{ ...row, level: 5 }], version: 1 });
		const refused = await reviseDialogue(world.anna, input.id, { ...input, stances: [{ ...row, level: 1 }], version: 2 }).catch(
			(error: unknown) => error,
		);
		expect(refused).toMatchObject({ status: 409, fieldErrors: { 'stances[0].level': [expect.any(String)] } });
		expect(await rowsOf(input.id)).toHaveLength(2);
	});

	test('a talk moved to another day takes its positions along, also those its form did not show', async () => {
		const row = stance({ level: 2 });
		const input = talk({ subjects: withFond(), stances: [row], heldOn: '2026-09-01' });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, stances: [], heldOn: '2026-09-08', version: 1 });
		const standing = (await rowsOf(input.id)).filter(({ retractedAt }) => retractedAt === null);
		expect(standing).toMatchObject([{ level: 2, takenOn: '2026-09-08', authorId: world.anna.id }]);
	});

	test('one taken out, or gone with its talk, was never so; a talk put back brings it back', async () => {
		const [first, second] = [stance({ level: 1 }), stance({ at: 1, level: 2, propertyId: yard.id })];
		const input = talk({ subjects: withFond(), stances: [first, second] });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, stances: [{ ...first, isRemoved: true }], version: 1 });
		const standing = async () =>
			(
				await db
					.select()
					.from(stances)
					.where(and(eq(stances.dialogueId, input.id), isNull(stances.retractedAt)))
			).map(({ id }) => id);
		expect(await standing()).toEqual([second.id]);
		await withdrawDialogue(world.anna, input.id);
		expect(await standing()).toEqual([]);
		await restoreDialogue(world.anna, input.id);
		expect(await standing()).toEqual([second.id]);
	});
});

describe('who reads a position', () => {
	test('the unit that took it down and managers read it; others learn that there is one, and who reads it', async () => {
		const owner = await make.landowner({ name: 'Markørfonden', kind: 'fund' });
		const [topic] = await db.select().from(topics);
		await make.stance(world.anna, { landownerId: owner.id, topicId: topic?.id, level: 1, horizon: 'sell', barriers: ['heritage'] });
		for (const viewer of [world.anna, world.lene]) {
			const [line] = await stancesOf(viewer, { landownerId: owner.id });
			expect(line?.position).toMatchObject({ level: 1, horizon: 'sell', barriers: ['heritage'], topic: { id: topic?.id } });
		}
		for (const viewer of [world.bo, world.siri]) {
			const lines = await stancesOf(viewer, { landownerId: owner.id });
			expect(lines).toMatchObject([{ owner: { name: 'Markørfonden' }, unitName: 'Erhvervsservice', position: null }]);
			for (const secret of ['heritage', 'sell', topic?.id ?? '?', 'level']) expect(JSON.stringify(lines)).not.toContain(secret);
		}
		expect(await stancesOf(world.adam, { landownerId: owner.id })).toEqual([]);
	});

	test('neither do the edit form and its choices tell', async () => {
		const input = talk({ subjects: withFond(), stances: [stance({ barriers: ['heritage'] })] });
		await logDialogue(world.anna, input);
		expect((await harvestOf(world.anna, input.id)).stances).toHaveLength(2);
		expect((await harvestOf(world.bo, input.id)).stances).toHaveLength(1);
		expect((await harvestChoices(world.bo, withFond())).owners).toEqual([]);
	});
});

describe('the current position', () => {
	test('is the latest per property and topic, with the one before it', async () => {
		const owner = await make.landowner({ name: 'Trendfonden', kind: 'fund' });
		const land = await make.property({ name: 'Prøvevej 20', districtId: world.kirkebjerg.id, owners: [owner] });
		await make.stance(world.anna, { landownerId: owner.id, level: 1, takenOn: '2025-01-01' });
		await make.stance(world.anna, { landownerId: owner.id, level: 2, takenOn: '2026-01-01' });
		await make.stance(world.anna, { landownerId: owner.id, level: 4, takenOn: '2026-06-01' });
		await make.stance(world.anna, { landownerId: owner.id, level: 5, takenOn: '2026-07-01', retractedAt: new Date() });
		await make.stance(world.anna, { landownerId: owner.id, propertyId: land.id, level: 3, takenOn: '2026-05-01' });
		const lines = await stancesOf(world.anna, { landownerId: owner.id });
		expect(lines.map(({ property, position }) => [property?.name ?? null, position?.level, position?.former?.level ?? null])).toEqual([
			[null, 4, 2],
			['Prøvevej 20', 3, null],
		]);
		for (const scope of [{ propertyId: land.id }, { districtId: world.kirkebjerg.id }]) expect(await stancesOf(world.anna, scope)).toEqual(lines);
		expect(await stancesOf(world.anna, { siteId: world.demolund.siteId })).toEqual([]);
	});
});

describe('the rows of the form', () => {
	const rowsFrom = (fields: ReadonlyArray<readonly [string, string]>) => {
		const form = new FormData();
		for (const [name, value] of fields) form.append(name, value);
		return submitted(form, z.object({ stances: stanceRows() }));
	};

	test('a row without a level is none; barriers without one are asked for it', () => {
		const id = newId();
		expect(
			rowsFrom([
				['stances[0].id', id],
				['stances[0].propertyId', WHOLE_HOLDING],
			]),
		).toMatchObject({ status: 'success', value: { stances: [] } });
		expect(
			rowsFrom([
				['stances[0].id', id],
				['stances[0].barriers', 'soil'],
			]).reply().error,
		).toHaveProperty('stances[0].level');
	});

	test('a firm is said to own by a tick', () => {
		const row = [
			['stances[0].id', newId()],
			['stances[0].level', '4'],
		] as const;
		expect(rowsFrom(row)).toMatchObject({ value: { stances: [{ makesOwner: false }] } });
		expect(rowsFrom([...row, ['stances[0].makesOwner', 'on']])).toMatchObject({ value: { stances: [{ makesOwner: true }] } });
	});

	test('one or several barriers are read as a list; levels and words off the list are refused', () => {
		const row = [
			['stances[0].id', newId()],
			['stances[0].level', '4'],
			['stances[0].barriers', 'soil'],
		] as const;
		expect(rowsFrom(row)).toMatchObject({ value: { stances: [{ level: 4, barriers: ['soil'] }] } });
		expect(rowsFrom([...row, ['stances[0].barriers', 'noise']])).toMatchObject({ value: { stances: [{ barriers: ['soil', 'noise'] }] } });
		for (const wrong of [
			['level', '6'],
			['level', 'ja'],
			['barriers', 'x'],
			['horizon', 'x'],
		]) {
			const fields = [
				['stances[0].id', newId()],
				['stances[0].level', '4'],
				[`stances[0].${wrong[0]}`, wrong[1] ?? ''],
			] as const;
			expect(rowsFrom(fields).status, wrong.join()).toBe('error');
		}
	});

	test('choices name the owners of the subjects and their land, owners before firms that own nothing', async () => {
		const firm = await make.company({ name: 'Ejerløs A/S' });
		const { owners, firms } = await harvestChoices(world.anna, [
			{ kind: 'company', id: firm.id },
			{ kind: 'property', id: yard.id },
		]);
		expect(owners).toMatchObject([
			{ value: `landowner:${fond.id}`, isOwner: true, properties: [{ name: 'Prøvevej 10' }, { name: 'Prøvevej 8' }], meantPropertyId: yard.id },
			{ value: `company:${firm.id}`, isOwner: false, properties: [] },
		]);
		expect(firms).toEqual([{ id: firm.id, name: 'Ejerløs A/S', sites: [{ id: firm.siteId, label: 'Ejerløs A/S' }] }]);
	});
});
