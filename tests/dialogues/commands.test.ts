import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { settleFollowUp } from '#app/follow-ups/commands.server.ts';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { myDay } from '#app/my-day/queries.server.ts';
import type { SubjectKind } from '#app/subjects/subject.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, companies, dialogues, followUps, topics } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from './talk.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const firm = () => make.company({ name: `Prøvefirma ${newId()}`, site: { districtId: world.ejby.id, address: 'Testvej 1', postalCode: '2600' } });
const ids = ({ entries }: { entries: Array<{ id: string }> }) => entries.map(({ id }) => id);
const lastTalkOn = async (companyId: string) =>
	(await db.select({ on: companies.lastTalkOn }).from(companies).where(eq(companies.id, companyId)))[0]?.on;
const revision = async (id: string) => {
	const { version, subjectRefs: subjects, heldOn, note } = await dialogueFor(world.anna, id);
	return { ...talk({ subjects, heldOn, note }), version };
};
const about = (kind: SubjectKind, id: string) => ({ subjects: [{ kind, id }] });

describe('logging a talk', () => {
	it('puts Anna’s talk on the firm, its site, its district and her day in one go', async () => {
		const { id: companyId, siteId } = await firm();
		const input = talk({ companyId, heldOn: '2026-11-03', followUp: { text: 'Ring om lærlinge', dueOn: '2099-12-07', kind: 'task' } });
		await logDialogue(world.anna, input);
		for (const scope of [
			{ kind: 'company', id: companyId },
			{ kind: 'site', id: siteId },
			{ kind: 'district', id: world.ejby.id },
		] as const)
			expect(ids(await timelineOf(world.lene, scope))).toContain(input.id);
		expect(await lastTalkOn(companyId)).toBe('2026-11-03');
		const day = await myDay(world.anna);
		expect(day.ownTalks.map(({ id }) => id)).toContain(input.id);
		expect(day.later.map(({ text }) => text)).toContain('Ring om lærlinge');
		const [line] = await db.select().from(activity).where(eq(activity.subjectId, input.id));
		expect(line).toMatchObject({ verb: 'dialogue.logged', subjectKind: 'dialogue', actorId: world.anna.id });
	});

	it('takes the firm itself as subject when it has no site', async () => {
		const { id: companyId } = await make.company({ name: 'Firma uden adresse', site: null });
		const input = talk({ companyId });
		await logDialogue(world.anna, input);
		const { entries } = await timelineOf(world.anna, { kind: 'company', id: companyId });
		expect(entries[0]?.subjects).toEqual([{ kind: 'company', ref: companyId, name: 'Firma uden adresse', detail: null }]);
	});

	it('keeps the district of the day when the site chosen lies elsewhere', async () => {
		const { id: companyId } = await firm();
		const other = await make.site(companyId, { name: 'Filial', address: 'Testvej 9', postalCode: '2600', districtId: world.kirkebjerg.id });
		const input = talk({ companyId, siteId: other.id });
		await logDialogue(world.anna, input);
		expect(ids(await timelineOf(world.anna, { kind: 'district', id: world.kirkebjerg.id }))).toContain(input.id);
		expect(ids(await timelineOf(world.anna, { kind: 'district', id: world.ejby.id }))).not.toContain(input.id);
	});

	it('is one row when the same talk is sent twenty times at once', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId, followUp: { text: 'Ring', dueOn: null, kind: 'task' } });
		const answers = await Promise.all(Array.from({ length: 20 }, () => logDialogue(world.anna, input)));
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(await db.select().from(dialogues).where(eq(dialogues.id, input.id))).toHaveLength(1);
		expect(await db.select().from(followUps).where(eq(followUps.dialogueId, input.id))).toHaveLength(1);
		expect(ids(await timelineOf(world.anna, { kind: 'company', id: companyId }))).toEqual([input.id]);
	});

	it('does not let Bo write into Anna’s talk by its id', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId });
		await logDialogue(world.anna, input);
		expect(await refusal(logDialogue(world.bo, { ...input, note: 'overtaget' }))).toBe(400);
	});

	it('refuses those without field work, days to come, days before 1990 and forged ids', async () => {
		const { id: companyId } = await firm();
		expect(await refusal(logDialogue(world.lene, talk({ companyId })))).toBe(403);
		expect(await refusal(logDialogue(world.adam, talk({ companyId })))).toBe(403);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, heldOn: '2999-01-01' })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, heldOn: '1989-12-31' })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, id: 'x' })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId: newId() })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ subjects: [] })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, contactIds: [newId()] })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, colleagueIds: [world.adam.id] })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, topicIds: [newId()] })))).toBe(400);
		expect(await refusal(logDialogue(world.anna, talk({ companyId, unitId: world.units.employment })))).toBe(400);
		expect(ids(await timelineOf(world.anna, { kind: 'company', id: companyId }))).toEqual([]);
	});

	it('acts for the unit Anna chose when she works in two', async () => {
		const { id: companyId } = await firm();
		const second = { unitId: world.units.planning, unitName: 'Plan og Byg', role: 'consultant' as const };
		const input = talk({ companyId, unitId: second.unitId });
		await logDialogue({ ...world.anna, memberships: [...world.anna.memberships, second] }, input);
		expect((await dialogueFor(world.siri, input.id)).unit.name).toBe('Plan og Byg');
	});
});

describe('revising a talk', () => {
	it('moves Anna’s talk to the right firm and day, timelines and latest talks with it', async () => {
		const [wrong, right] = [await firm(), await firm()];
		const input = talk({ companyId: wrong.id, heldOn: '2026-11-10' });
		await logDialogue(world.anna, input);
		const [topic] = await db.select({ id: topics.id }).from(topics).limit(1);
		const changes = { ...(await revision(input.id)), ...about('company', right.id), heldOn: '2026-11-09', topicIds: [topic?.id ?? ''] };
		await reviseDialogue(world.anna, input.id, changes);
		expect(ids(await timelineOf(world.anna, { kind: 'company', id: wrong.id }))).toEqual([]);
		expect((await timelineOf(world.anna, { kind: 'site', id: right.siteId })).entries[0]).toMatchObject({ id: input.id, heldOn: '2026-11-09' });
		expect([await lastTalkOn(wrong.id), await lastTalkOn(right.id)]).toEqual([null, '2026-11-09']);
		expect((await dialogueFor(world.anna, input.id)).topics).toHaveLength(1);
	});

	it('keeps the site and district of its day when only words change, and moves when another site is named', async () => {
		const { id: companyId, siteId } = await firm();
		const branch = await make.site(companyId, { name: 'Filial', address: 'Testvej 8', postalCode: '2600', districtId: world.kirkebjerg.id });
		const input = talk({ companyId, siteId: branch.id });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...(await revision(input.id)), ...about('company', companyId), note: 'kun ord' });
		expect(ids(await timelineOf(world.anna, { kind: 'site', id: branch.id }))).toEqual([input.id]);
		await reviseDialogue(world.anna, input.id, { ...(await revision(input.id)), ...about('site', siteId) });
		expect(ids(await timelineOf(world.anna, { kind: 'site', id: branch.id }))).toEqual([]);
		expect(ids(await timelineOf(world.anna, { kind: 'site', id: siteId }))).toEqual([input.id]);
	});

	it('stops the second of two who revise at once', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId });
		await logDialogue(world.anna, input);
		const shown = await revision(input.id);
		await reviseDialogue(world.anna, input.id, { ...shown, note: 'først' });
		expect(await reviseDialogue(world.anna, input.id, { ...shown, note: 'for sent' })).toMatchObject({ kind: 'conflict', edition: { version: 2 } });
		expect((await dialogueFor(world.anna, input.id)).note).toBe('først');
	});

	it('is for the unit that held it', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId });
		await logDialogue(world.anna, input);
		const shown = await revision(input.id);
		expect(await refusal(reviseDialogue(world.siri, input.id, shown))).toBe(403);
		expect(await refusal(reviseDialogue(world.lene, input.id, shown))).toBe(403);
		expect(await refusal(reviseDialogue(world.anna, newId(), shown))).toBe(404);
	});
});

describe('taking a talk back', () => {
	it('takes it off every list, and puts everything back as it was', async () => {
		const { id: companyId, siteId } = await firm();
		const earlier = talk({ companyId, heldOn: '2026-10-01' });
		const input = talk({ companyId, heldOn: '2026-11-01', followUp: { text: 'Send lokalplanen', dueOn: null, kind: 'promise' } });
		await logDialogue(world.anna, earlier);
		await logDialogue(world.anna, input);
		const seen = async () => ({
			timeline: await timelineOf(world.anna, { kind: 'site', id: siteId }),
			followUps: await followUpsOf(world.anna, { companyId }),
			latest: await lastTalkOn(companyId),
		});
		const before = await seen();
		await withdrawDialogue(world.anna, input.id);
		await withdrawDialogue(world.anna, input.id);
		expect(await seen()).toMatchObject({ timeline: { entries: [{ id: earlier.id }] }, followUps: [], latest: '2026-10-01' });
		expect(await refusal(dialogueFor(world.anna, input.id))).toBe(404);
		await restoreDialogue(world.anna, input.id);
		expect(await seen()).toEqual(before);
	});

	it('leaves a follow-up that was done before where it is', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId, followUp: { text: 'Ring', dueOn: null, kind: 'task' } });
		await logDialogue(world.anna, input);
		const [followUp] = await followUpsOf(world.anna, { companyId });
		await settleFollowUp(world.anna, followUp?.id ?? '', 'done');
		await withdrawDialogue(world.anna, input.id);
		const [row] = await db.select().from(followUps).where(eq(followUps.dialogueId, input.id));
		expect(row).toMatchObject({ state: 'done', archivedAt: null });
	});

	it('is for the author and the unit, for a day', async () => {
		const { id: companyId } = await firm();
		const input = talk({ companyId });
		await logDialogue(world.anna, input);
		expect(await refusal(withdrawDialogue(world.bo, input.id))).toBe(403);
		expect(await refusal(withdrawDialogue(world.lene, input.id))).toBe(403);
		await write((tx) =>
			tx
				.update(dialogues)
				.set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
				.where(eq(dialogues.id, input.id)),
		);
		expect(await refusal(withdrawDialogue(world.anna, input.id))).toBe(403);
		expect((await dialogueFor(world.anna, input.id)).isWithdrawable).toBe(false);
	});
});

describe('settling a follow-up', () => {
	it('is done, open again, and done once however often it is said', async () => {
		const { id: companyId } = await firm();
		await logDialogue(world.anna, talk({ companyId, followUp: { text: 'Ring', dueOn: today(), kind: 'task' } }));
		const [followUp] = await followUpsOf(world.anna, { companyId });
		const id = followUp?.id ?? '';
		await settleFollowUp(world.anna, id, 'done');
		await settleFollowUp(world.anna, id, 'done');
		expect(await followUpsOf(world.anna, { companyId })).toEqual([]);
		const [row] = await db.select().from(followUps).where(eq(followUps.id, id));
		expect(row).toMatchObject({ state: 'done', settledById: world.anna.id, version: 2 });
		await settleFollowUp(world.anna, id, 'open');
		expect(await followUpsOf(world.anna, { companyId })).toHaveLength(1);
		expect((await db.select().from(activity).where(eq(activity.subjectId, id))).length).toBe(2);
	});

	it('is not for another unit, nor for the manager', async () => {
		const { id: companyId } = await firm();
		await logDialogue(world.anna, talk({ companyId, followUp: { text: 'Ring', dueOn: null, kind: 'task' } }));
		const [followUp] = await followUpsOf(world.bo, { companyId });
		expect(followUp?.isSettleable).toBe(false);
		expect(await refusal(settleFollowUp(world.bo, followUp?.id ?? '', 'done'))).toBe(403);
		expect(await refusal(settleFollowUp(world.lene, followUp?.id ?? '', 'done'))).toBe(403);
		expect(await refusal(settleFollowUp(world.anna, newId(), 'done'))).toBe(404);
	});
});
