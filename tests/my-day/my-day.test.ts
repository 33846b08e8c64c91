import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { endWithoutNextStep } from '#app/dialogues/next-step.server.ts';
import { agreeFollowUp, settleFollowUp } from '#app/follow-ups/commands.server.ts';
import type { FollowUpInput } from '#app/follow-ups/follow-up.ts';
import { today } from '#app/i18n/format.ts';
import { myDay } from '#app/my-day/queries.server.ts';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companyResponsibles } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from '../dialogues/talk.ts';

let world: World;
const inDays = (count: number) => addDays(today(), count);
beforeAll(async () => {
	world = await buildWorld();
});

async function agree(viewer: Viewer, given: Partial<FollowUpInput> & { text: string }): Promise<string> {
	const id = newId();
	const none = {
		dueOn: null,
		dueAtTime: null,
		companyId: null,
		landownerId: null,
		contactId: null,
		dialogueId: null,
		goAheadReason: null,
		unitId: null,
	};
	await agreeFollowUp(viewer, { ...none, kind: 'task', assigneeId: viewer.id, ...given, id });
	return id;
}
const textsOf = (items: ReadonlyArray<{ text: string | null }>) => items.map(({ text }) => text);

describe('my day', () => {
	it('begins with what is overdue, promises before tasks, then the visits to come', async () => {
		await agree(world.anna, { text: 'opgave, overskredet', dueOn: inDays(-9) });
		await agree(world.anna, { text: 'løfte, overskredet', kind: 'promise', dueOn: inDays(-2) });
		await agree(world.anna, { text: 'i dag', dueOn: today() });
		await agree(world.anna, { text: 'snart', dueOn: inDays(14) });
		await agree(world.anna, { text: 'senere', dueOn: inDays(15) });
		await agree(world.anna, { text: 'uden dag' });
		await agree(world.anna, { text: 'besøg', kind: 'visit', dueOn: inDays(3), companyId: world.demolund.id });
		await agree(world.anna, { text: 'fjernt besøg', kind: 'visit', dueOn: inDays(40), companyId: world.demolund.id });
		await agree(world.anna, { text: 'Siris', assigneeId: world.siri.id });
		const day = await myDay(world.anna);
		expect(textsOf(day.overdue)).toEqual(['løfte, overskredet', 'opgave, overskredet']);
		expect(textsOf(day.visits)).toEqual(['besøg']);
		expect([textsOf(day.today), textsOf(day.soon), textsOf(day.later), textsOf(day.undated)]).toEqual([
			['i dag'],
			['snart'],
			['senere', 'fjernt besøg'],
			['uden dag'],
		]);
		expect(textsOf((await myDay(world.siri)).undated)).toEqual(['Siris']);
	});

	it('lets a thing done go and has it back when that is undone', async () => {
		const id = await agree(world.bo, { text: 'send tilbuddet', dueOn: today() });
		await settleFollowUp(world.bo, id, 'done');
		expect((await myDay(world.bo)).today).toEqual([]);
		await settleFollowUp(world.bo, id, 'open');
		expect(textsOf((await myDay(world.bo)).today)).toEqual(['send tilbuddet']);
	});

	it('asks of Siri’s talks that end with neither a next step nor the word that none is needed', async () => {
		const firm = await make.company({ name: 'Skridtløst' });
		const [open, followed, old] = [
			talk({ companyId: firm.id, heldOn: inDays(-2) }),
			talk({ companyId: firm.id, heldOn: inDays(-2), followUp: { id: newId(), text: 'Ring', dueOn: null, kind: 'task', contactId: null } }),
			talk({ companyId: firm.id, heldOn: inDays(-40) }),
		];
		for (const one of [open, followed, old]) await logDialogue(world.siri, one);
		const asked = async () => (await myDay(world.siri)).withoutNextStep.map(({ id }) => id);
		expect(await asked()).toEqual([open.id]);
		await endWithoutNextStep(world.siri, open.id, true);
		expect(await asked()).toEqual([]);
		await endWithoutNextStep(world.siri, open.id, false);
		expect(await asked()).toEqual([open.id]);
	});

	it('shows colleagues’ latest talks, and on Bo’s own firms alone once there are such', async () => {
		const [mine, other] = [await make.company({ name: 'Bos firma' }), await make.company({ name: 'Et andet firma' })];
		await logDialogue(world.anna, talk({ companyId: other.id, heldOn: today() }));
		const all = await myDay(world.bo);
		expect(all.areOnMine).toBe(false);
		expect(all.colleaguesTalks[0]).toMatchObject({ author: { name: 'Anna Prøvesen' }, subjects: [{ name: 'Et andet firma' }, {}] });
		await write(async (tx) => {
			const row = { companyId: mine.id, unitId: world.units.employment, userId: world.bo.id, fromOn: '2026-01-01', toOn: null };
			await tx.insert(companyResponsibles).values({ ...row, id: newId() });
		});
		expect((await myDay(world.bo)).areOnMine).toBe(false);
		const logged = await logDialogue(world.anna, talk({ companyId: mine.id, heldOn: inDays(-8) }));
		await logDialogue(world.bo, talk({ companyId: mine.id, heldOn: inDays(-1) }));
		const { areOnMine, colleaguesTalks } = await myDay(world.bo);
		expect([areOnMine, colleaguesTalks.map(({ id }) => id)]).toEqual([true, [logged.id]]);
	});

	it('is the latest talks for Lene, and nothing of talks for Adam', async () => {
		const manager = await myDay(world.lene);
		expect([manager.overdue, manager.ownTalks, manager.withoutNextStep]).toEqual([[], [], []]);
		expect(manager.colleaguesTalks.length).toBeGreaterThan(0);
		const administrator = await myDay(world.adam);
		expect([administrator.colleaguesTalks, administrator.undated]).toEqual([[], []]);
	});

	it.runIf(process.env.TEST_DATABASE_FILE)('takes at most 16 statements, none of which reads a whole table', async () => {
		const prepared = vi.spyOn(Database.prototype, 'prepare');
		await myDay(world.anna);
		const statements = [...new Set(prepared.mock.calls.map(([source]) => source))];
		prepared.mockRestore();
		expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(16);
		const connection = new Database(process.env.TEST_DATABASE_FILE ?? '', { readonly: true });
		for (const statement of statements) {
			const holes = statement.match(/\?/g)?.length ?? 0;
			const plan = connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...Array.from({ length: holes }, () => 1)) as Array<{ detail: string }>;
			for (const { detail } of plan)
				expect(detail, statement).not.toMatch(/SCAN (dialogues|follow_ups|timeline_entries|companies|landowners|contacts)(?! USING)/);
		}
		connection.close();
	});
});
