import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { action as log } from '#app/dialogues/routes/new.tsx';
import { agreeFollowUp, settleFollowUp } from '#app/follow-ups/commands.server.ts';
import { action as plan } from '#app/follow-ups/routes/new.tsx';
import { today } from '#app/i18n/format.ts';
import { touchesOf } from '#app/touches/queries.server.ts';
import { loader as companyTouches, loader as landownerTouches } from '#app/touches/routes/touches.ts';
import { nearOnes, ofColleagues } from '#app/touches/touches.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { followUps } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from '../dialogues/talk.ts';

// Nobody visits a firm the day after a colleague without knowing: the guard tells who was and who will be there.

let world: World;
const inDays = (count: number) => addDays(today(), count);
beforeAll(async () => {
	world = await buildWorld();
});

const visit = (viewer: Viewer, given: { companyId?: string; landownerId?: string; dueOn: string; text?: string }) => ({
	id: newId(),
	kind: 'visit' as const,
	text: 'Besøg',
	dueAtTime: null,
	assigneeId: viewer.id,
	companyId: null,
	landownerId: null,
	contactId: null,
	dialogueId: null,
	goAheadReason: null,
	unitId: null,
	...given,
});

describe('the guard', () => {
	it('tells Anna of Bo’s talks of the last 90 days and of his visit to come, with day, unit and person', async () => {
		const firm = await make.company({ name: 'Vagtfirma' });
		for (const back of [5, 60, 91]) await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: inDays(-back), channel: 'phone' }));
		const planned = visit(world.bo, { companyId: firm.id, dueOn: inDays(10) });
		await agreeFollowUp(world.bo, planned);
		const { past, planned: coming } = await touchesOf(world.anna, { companyId: firm.id });
		expect(past.map(({ on }) => on)).toEqual([inDays(-5), inDays(-60)]);
		expect(past[0]).toMatchObject({
			channel: 'phone',
			person: { name: 'Bo Eksempelholt' },
			unit: { name: 'Beskæftigelse' },
			isOwn: false,
			isOwnUnit: false,
		});
		expect(coming).toMatchObject([{ id: planned.id, on: inDays(10), person: { name: 'Bo Eksempelholt' } }]);
		await settleFollowUp(world.bo, planned.id, 'dropped');
		expect((await touchesOf(world.anna, { companyId: firm.id })).planned).toEqual([]);
	});

	it('tells the heading of a confidential talk and not a word of what was said or is to be done', async () => {
		const firm = await make.company({ name: 'Fortroligt firma' });
		const secret = talk({
			companyId: firm.id,
			heldOn: inDays(-3),
			note: 'MARKER-NOTE',
			confidentiality: 'confidential',
			confidentialityReason: 'private_matter',
		});
		await logDialogue(world.anna, secret);
		await agreeFollowUp(world.anna, visit(world.anna, { companyId: firm.id, dueOn: inDays(4), text: 'MARKER-TASK' }));
		const seen = await touchesOf(world.bo, { companyId: firm.id });
		expect(seen).toMatchObject({ past: [{ on: inDays(-3), unit: { name: 'Erhvervsservice' } }], planned: [{ on: inDays(4) }] });
		expect(JSON.stringify(seen)).not.toContain('MARKER');
	});

	it('tells the administrator nothing', async () => {
		const firm = await make.company({ name: 'Uden administrator' });
		await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: inDays(-1) }));
		expect(await touchesOf(world.adam, { companyId: firm.id })).toMatchObject({ past: [], planned: [] });
		expect((await call(companyTouches, { as: world.adam, params: { companyId: firm.id } })).status).toBe(403);
	});

	it('knows a firm that owns land as the owner it is, and each talk once', async () => {
		const firm = await make.company({ name: 'Ejerfirma' });
		const owner = await make.landowner({ name: 'Ejerfirma', companyId: firm.id });
		await logDialogue(
			world.siri,
			talk({
				subjects: [
					{ kind: 'landowner', id: owner.id },
					{ kind: 'company', id: firm.id },
				],
				heldOn: inDays(-2),
			}),
		);
		await agreeFollowUp(world.siri, visit(world.siri, { landownerId: owner.id, dueOn: inDays(7) }));
		for (const scope of [{ companyId: firm.id }, { landownerId: owner.id }]) {
			const { past, planned } = await touchesOf(world.anna, scope);
			expect([past.length, planned.length]).toEqual([1, 1]);
		}
	});

	it('leaves out Anna’s own and counts as near what lies within 30 days of the day asked about', async () => {
		const firm = await make.company({ name: 'Nært firma' });
		await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: inDays(-1) }));
		await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: inDays(-20) }));
		const seen = ofColleagues(await touchesOf(world.anna, { companyId: firm.id }));
		expect(seen.past).toHaveLength(1);
		expect(nearOnes(seen)).toHaveLength(1);
		expect(nearOnes(ofColleagues(await touchesOf(world.anna, { companyId: firm.id }, inDays(30))))).toHaveLength(0);
	});
});

describe('the form’s question', () => {
	it('answers the forms over JSON, today or round the day they name', async () => {
		const firm = await make.company({ name: 'Spørgefirma' });
		await agreeFollowUp(world.bo, visit(world.bo, { companyId: firm.id, dueOn: inDays(100) }));
		const asked = async (query: string) =>
			JSON.parse(String((await call(companyTouches, { as: world.anna, url: `/x${query}`, params: { companyId: firm.id } })).data));
		expect((await asked('')).planned).toEqual([]);
		expect((await asked(`?around=${inDays(90)}`)).planned).toHaveLength(1);
		expect((await asked('?around=2026-02-31')).around).toBe(today());
		for (const id of ['x', newId()]) {
			expect((await call(companyTouches, { as: world.anna, params: { companyId: id } })).status).toBe(404);
			expect((await call(landownerTouches, { as: world.anna, params: { landownerId: id } })).status).toBe(404);
		}
		expect((await call(landownerTouches, { as: world.lene, params: { landownerId: world.ole.id } })).status).toBe(200);
	});

	it('asks Anna why when Bo was there within 30 days of her visit, keeps what she typed, and keeps her reason', async () => {
		const firm = await make.company({ name: 'Hvorforfirma' });
		await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: inDays(-10) }));
		const url = `/follow-ups/new?company=${firm.id}&kind=visit`;
		const form = { id: newId(), kind: 'visit', text: 'Se maskinerne', due: 'om 1 uge', assigneeId: world.anna.id };
		const asked = await call(plan, { as: world.anna, url, form });
		expect(asked.status).toBe(400);
		expect(asked.data).toMatchObject({
			result: { initialValue: { text: 'Se maskinerne' }, error: { goAheadReason: [expect.any(String)] } },
			touches: { past: [{ person: { name: 'Bo Eksempelholt' } }] },
		});
		expect((await call(plan, { as: world.anna, url, form: { ...form, goAheadReason: 'Aftalt med Bo' } })).status).toBe(302);
		// Far enough away, and for a task, nobody asks.
		expect((await call(plan, { as: world.anna, url, form: { ...form, id: newId(), due: 'om 2 måneder' } })).status).toBe(302);
		expect((await call(plan, { as: world.anna, url, form: { ...form, id: newId(), kind: 'task' } })).status).toBe(302);
	});

	it('asks on the other roads too: a visit or a call of the talk form, in its first line and in further ones, and a call that stands by itself', async () => {
		const firm = await make.company({ name: 'Alle Veje ApS' });
		await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: inDays(-10) }));
		const form = {
			...{ id: newId(), channel: 'phone', heldOn: today(), confidentiality: 'open', note: 'Talte om pladser.', firm: firm.name },
			unitId: world.anna.memberships[0]?.unitId ?? '',
		};
		const approaches: Record<string, string>[] = [
			{ followUp: 'Besøg dem i morgen' },
			{ followUp: 'Ring i morgen' },
			{ 'followUps[0].line': 'Mødes om 2 uger' },
		];
		for (const approach of approaches) {
			const asked = await call(log, { as: world.anna, url: '/dialogues/new', form: { ...form, ...approach } });
			expect(asked.status).toBe(400);
			expect(asked.data).toMatchObject({ result: { initialValue: { note: 'Talte om pladser.' }, error: { goAheadReason: [expect.any(String)] } } });
		}
		for (const apart of [{ followUp: 'Send planen i morgen' }, { followUp: 'Ring om 3 måneder' }])
			expect((await call(log, { as: world.anna, url: '/dialogues/new', form: { ...form, id: newId(), ...apart } })).status).toBe(302);
		const told = { ...form, followUp: 'Besøg dem i morgen', goAheadReason: 'Aftalt med Bo' };
		expect((await call(log, { as: world.anna, url: '/dialogues/new', form: told })).status).toBe(302);
		const [kept] = await db.select().from(followUps).where(eq(followUps.dialogueId, form.id));
		expect(kept).toMatchObject({ kind: 'visit', goAheadReason: 'Aftalt med Bo' });

		const byPhone = { id: newId(), kind: 'task', text: 'Ring til dem', due: 'om 1 uge', assigneeId: world.anna.id };
		expect((await call(plan, { as: world.anna, url: `/follow-ups/new?company=${firm.id}`, form: byPhone })).status).toBe(400);
	});
});
