import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activitySubjects, activityValues, goals, stances } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from './talk.ts';

// The line of a talk in the audit chain: all that the save changed and touched, by ids.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

/** The latest line of the talk: the records it touched, and the values before and after. */
async function lineOf(id: string) {
	const [line] = await db
		.select({ seq: activity.seq })
		.from(activity)
		.where(and(eq(activity.subjectKind, 'dialogue'), eq(activity.subjectId, id)))
		.orderBy(desc(activity.seq))
		.limit(1);
	const seq = line?.seq ?? 0;
	const also = await db.select().from(activitySubjects).where(eq(activitySubjects.seq, seq));
	const values = await db.select().from(activityValues).where(eq(activityValues.seq, seq));
	return {
		also: also.map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`),
		changes: Object.fromEntries(values.map(({ field, before, after }) => [field, [before, after]])),
	};
}

const need = () => ({
	...{ at: 0, id: newId(), version: null, companyId: null, siteId: null, wording: 'svejser', skillId: null, level: null, people: 2 },
	...{ byOn: null, certainty: 'likely' as const, isRemoved: false },
});
const matter = (id: string, given: { title?: string; isNamed?: boolean } = {}) => ({
	at: 0,
	id,
	isNamed: true,
	title: null,
	topicId: null,
	...given,
});

it('names what came of it: needs, positions, follow-ups and matters raised, linked and let go', async () => {
	const known = await make.issue(world.anna, { title: 'Kendt prøvesag', companyId: world.demolund.id });
	const stance = {
		...{ at: 0, id: newId(), owner: `landowner:${world.ole.id}`, propertyId: null, topicId: null, level: 4, horizon: null },
		...{ barriers: [], isRemoved: false },
	};
	const subjects = [
		{ kind: 'company' as const, id: world.demolund.id },
		{ kind: 'landowner' as const, id: world.ole.id },
	];
	const [lacked, raised, agreed] = [need(), newId(), newId()];
	const input = talk({ subjects, needs: [lacked], stances: [stance], issues: [matter(raised, { title: 'Ny prøvesag' }), matter(known.id)] });
	const followUps = [{ id: agreed, text: 'Ring', dueOn: null, kind: 'task' as const }];
	await logDialogue(world.anna, { ...input, followUps });
	expect((await lineOf(input.id)).also).toEqual(
		expect.arrayContaining([`need ${lacked.id}`, `stance ${stance.id}`, `issue ${raised}`, `issue ${known.id}`, `followUp ${agreed}`]),
	);
	const second = { ...need(), wording: 'smed' };
	const kept = { ...input, needs: [second], stances: [], issues: [matter(known.id, { isNamed: false })], followUps };
	await reviseDialogue(world.anna, input.id, { ...kept, version: 1 });
	const { also } = await lineOf(input.id);
	expect(also).toEqual(expect.arrayContaining([`need ${second.id}`, `issue ${known.id}`]));
	expect(also).not.toContain(`followUp ${agreed}`);
	// A later day takes the position along as a new one.
	await reviseDialogue(world.anna, input.id, { ...kept, needs: [], issues: [], heldOn: '2026-10-01', version: 2 });
	const taken = (await db.select().from(stances).where(eq(stances.dialogueId, input.id))).find(({ retractedAt }) => !retractedAt);
	expect((await lineOf(input.id)).also).toContain(`stance ${taken?.id}`);
});

it('names the people, colleagues and goals that a revision changed, those it let go included', async () => {
	const [karla, otto] = [await make.contact({ name: 'Karla Linjeprøve' }), await make.contact({ name: 'Otto Linjeprøve' })];
	const [goal] = await db.select({ id: goals.id }).from(goals).limit(1);
	const goalIds = goal ? [goal.id] : [];
	const input = talk({ companyId: world.demolund.id, contactIds: [karla.id], colleagueIds: [world.bo.id] });
	await logDialogue(world.anna, input);
	await reviseDialogue(world.anna, input.id, { ...input, contactIds: [otto.id, otto.id], colleagueIds: [world.siri.id], goalIds, version: 1 });
	const { also, changes } = await lineOf(input.id);
	expect(changes).toEqual({
		contactIds: [[karla.id], [otto.id]],
		colleagueIds: [[world.bo.id], [world.siri.id]],
		...(goal && { goalIds: [[], goalIds] }),
	});
	expect(also).toEqual(expect.arrayContaining([`contact ${karla.id}`, `contact ${otto.id}`]));
	await reviseDialogue(world.anna, input.id, { ...input, contactIds: [otto.id], colleagueIds: [world.siri.id], goalIds, note: 'Nyt', version: 2 });
	expect(Object.keys((await lineOf(input.id)).changes)).toEqual(['note']);
});

it('a follow-up under the id of another talk’s is refused, and the talk is not saved', async () => {
	const followUp = { id: newId(), text: 'Ring', dueOn: null, kind: 'task' as const };
	await logDialogue(world.anna, talk({ companyId: world.demolund.id, followUp }));
	const second = talk({ companyId: world.prøvebageriet.id, followUp });
	expect(await refusal(logDialogue(world.anna, second))).toBe(400);
	expect((await lineOf(second.id)).also).toEqual([]);
});
