import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { action as log } from '#app/dialogues/routes/new.tsx';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { agreeFollowUp, settleFollowUp } from '#app/follow-ups/commands.server.ts';
import { holdVisit } from '#app/follow-ups/held-visits.server.ts';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, followUps } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from '../dialogues/talk.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

let firms = 0;
/** A visit Anna plans to a firm of its own, or that follows from a talk. */
async function planned(kind: 'visit' | 'task' = 'visit', dialogueId: string | null = null) {
	const name = `Besøgsfirma ${++firms}`;
	const { id: companyId } = await make.company({ name });
	const place = dialogueId ? { companyId: null, dialogueId } : { companyId, dialogueId: null };
	const words = { kind, text: 'Se værkstedet', dueOn: today(), dueAtTime: null, contactId: null, goAheadReason: null, landownerId: null };
	const visit = { id: newId(), assigneeId: world.anna.id, unitId: null, ...words, ...place };
	await agreeFollowUp(world.anna, visit);
	return { id: visit.id, companyId, name };
}

/** Logs the talk a visit was planned as, through its form. */
async function held({ id, companyId, name }: { id: string; companyId: string; name: string }, as: Viewer = world.anna): Promise<string> {
	const form = { id: newId(), firm: name, channel: 'visit', heldOn: today(), note: 'Så værkstedet.' };
	const logged = await call(log, { as, url: `/dialogues/new?company=${companyId}&followUp=${id}`, form });
	expect(logged.status, JSON.stringify(logged.data)).toBe(302);
	return form.id;
}

const rowOf = async (id: string) => (await db.select().from(followUps).where(eq(followUps.id, id)))[0];
const stateOf = async (id: string) => (await rowOf(id))?.state;

describe('a planned visit', () => {
	it('is held by the talk logged for it; every other follow-up is left as it is', async () => {
		const [visit, task] = [await planned(), await planned('task')];
		for (const id of [null, 'x', newId(), task.id]) await holdVisit(world.anna, id, newId());
		await holdVisit(world.bo, visit.id, newId());
		expect([await stateOf(visit.id), await stateOf(task.id)]).toEqual(['open', 'open']);
		await held(visit);
		expect(await stateOf(visit.id)).toBe('done');
	});

	it('is open again when Anna takes the talk back, and closed when she puts it back', async () => {
		const visit = await planned();
		const talkId = await held(visit);
		await withdrawDialogue(world.anna, talkId);
		expect(await rowOf(visit.id)).toMatchObject({ state: 'open', settledAt: null, settledById: null, archivedAt: null });
		expect((await followUpsOf(world.anna, { companyId: visit.companyId })).map(({ id }) => id)).toEqual([visit.id]);
		await restoreDialogue(world.anna, talkId);
		expect(await rowOf(visit.id)).toMatchObject({ state: 'done', settledById: world.anna.id });
		await withdrawDialogue(world.anna, talkId);
		expect(await stateOf(visit.id)).toBe('open');
		const lines = await db
			.select({ verb: activity.verb })
			.from(activity)
			.where(and(eq(activity.subjectKind, 'followUp'), eq(activity.subjectId, visit.id)))
			.orderBy(activity.seq);
		expect(lines.map(({ verb }) => verb)).toEqual(['followUp.agreed', 'followUp.held', 'followUp.released', 'followUp.held', 'followUp.released']);
	});

	it('stays as somebody settled it while the talk was away', async () => {
		const visit = await planned();
		const talkId = await held(visit);
		await withdrawDialogue(world.anna, talkId);
		await settleFollowUp(world.anna, visit.id, 'dropped');
		await settleFollowUp(world.anna, visit.id, 'open');
		await restoreDialogue(world.anna, talkId);
		expect(await stateOf(visit.id)).toBe('open');
		await settleFollowUp(world.anna, visit.id, 'done');
		await withdrawDialogue(world.anna, talkId);
		expect(await stateOf(visit.id)).toBe('done');
	});

	it('agreed in a talk that was taken back as well comes back with that talk', async () => {
		const first = await held(await planned());
		const visit = await planned('visit', first);
		const [row] = await db.select({ companyId: followUps.companyId }).from(followUps).where(eq(followUps.id, visit.id));
		const second = newId();
		await logDialogue(world.anna, talk({ id: second, companyId: row?.companyId ?? '' }));
		await holdVisit(world.anna, visit.id, second);
		await withdrawDialogue(world.anna, first);
		expect(await rowOf(visit.id)).toMatchObject({ state: 'done', archivedAt: null });
		await withdrawDialogue(world.anna, second);
		expect(await rowOf(visit.id)).toMatchObject({ state: 'open', archivedAt: expect.any(Date) });
		await restoreDialogue(world.anna, first);
		expect(await rowOf(visit.id)).toMatchObject({ state: 'open', archivedAt: null });
		await restoreDialogue(world.anna, second);
		expect(await stateOf(visit.id)).toBe('done');
	});
});
