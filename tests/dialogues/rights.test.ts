import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { talkList } from '#app/dialogues/talk-list.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import { myDay } from '#app/my-day/queries.server.ts';
import { db } from '#db/client.server.ts';
import { goals, topics } from '#db/schema/index.ts';
import { listed } from '#tests/listed.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from './talk.ts';

// Who reads which part of Anna's two talks, one open and one confidential. Each part carries a marker of its own.
const MARKERS = ['OPEN-NOTE', 'OPEN-ASSESSMENT', 'OPEN-FOLLOW-UP', 'SECRET-NOTE', 'SECRET-ASSESSMENT', 'SECRET-FOLLOW-UP'] as const;

let world: World;
let open: string;
let secret: string;
let topicId: string;
let topicName: string;

beforeAll(async () => {
	world = await buildWorld();
	const companyId = world.demolund.id;
	const [topic] = await db.select({ id: topics.id, name: topics.nameDa }).from(topics).limit(1);
	const [goal] = await db.select({ id: goals.id }).from(goals).limit(1);
	topicId = topic?.id ?? '';
	topicName = topic?.name ?? '';
	const followUp = (text: string) => ({ text, dueOn: null, kind: 'task' as const });
	const plain = talk({ companyId, note: 'OPEN-NOTE', assessment: 'OPEN-ASSESSMENT', followUp: followUp('OPEN-FOLLOW-UP') });
	const hidden = talk({
		...{ companyId, note: 'SECRET-NOTE', assessment: 'SECRET-ASSESSMENT', followUp: followUp('SECRET-FOLLOW-UP') },
		...{ confidentiality: 'confidential', confidentialityReason: 'business_secret', topicIds: [topicId], goalIds: [goal?.id ?? ''] },
	});
	await logDialogue(world.anna, plain);
	await logDialogue(world.anna, hidden);
	open = plain.id;
	secret = hidden.id;
});

/** All the markers found in everything this viewer can ask for. */
async function reads(viewer: Viewer): Promise<string[]> {
	const scope = { kind: 'company', id: world.demolund.id } as const;
	const asked = await Promise.all([
		timelineOf(viewer, scope),
		timelineOf(viewer, { kind: 'district', id: world.ejby.id }),
		listed(viewer, talkList),
		listed(viewer, talkList, { topic: topicId }),
		myDay(viewer),
		followUpsOf(viewer, { companyId: world.demolund.id }),
		dialogueFor(viewer, open).catch(() => null),
		dialogueFor(viewer, secret).catch(() => null),
	]);
	const all = JSON.stringify(asked);
	return MARKERS.filter((marker) => all.includes(marker));
}

describe('the parts of a talk', () => {
	it('are all Anna’s to read, who held it', async () => {
		expect(await reads(world.anna)).toEqual([...MARKERS]);
	});
	it('are all Lene’s, the manager', async () => {
		expect(await reads(world.lene)).toEqual([...MARKERS]);
	});
	it('are all her colleague’s in the same unit', async () => {
		expect(await reads({ ...world.bo, memberships: world.anna.memberships })).toEqual([...MARKERS]);
	});
	it('are, for Bo and Siri of other units, the note and follow-up of the open talk', async () => {
		expect(await reads(world.bo)).toEqual(['OPEN-NOTE', 'OPEN-FOLLOW-UP']);
		expect(await reads(world.siri)).toEqual(['OPEN-NOTE', 'OPEN-FOLLOW-UP']);
	});
	it('are none of them Adam’s, the administrator, nor is the heading', async () => {
		expect(await reads(world.adam)).toEqual([]);
		expect((await listed(world.adam, talkList)).rows).toEqual([]);
		expect(await refusal(dialogueFor(world.adam, open))).toBe(404);
	});
	it('leave Bo the heading of the confidential talk, and say who reads the rest', async () => {
		const entry = (await timelineOf(world.bo, { kind: 'company', id: world.demolund.id })).entries.find(({ id }) => id === secret);
		expect(entry).toMatchObject({ channel: 'visit', confidentiality: 'confidential', isNoteReadable: false, note: null, topics: [] });
		expect(entry).toMatchObject({ author: { name: 'Anna Prøvesen' }, unit: { name: 'Erhvervsservice' } });
		expect(entry?.followUps).toMatchObject([{ text: null, state: 'open' }]);
	});
	it('hide topics and goals with the note: Bo neither sees them nor finds the talk by them', async () => {
		expect(JSON.stringify(await dialogueFor(world.anna, secret))).toContain(topicName);
		expect(await dialogueFor(world.bo, secret)).toMatchObject({ topics: [], goals: [], assessment: null, isAssessmentReadable: false });
		expect((await listed(world.bo, talkList, { topic: topicId })).rows).toEqual([]);
		expect((await listed(world.anna, talkList, { topic: topicId })).rows.map(({ id }) => id)).toEqual([secret]);
	});
	it('hide with the note why it is confidential: a private matter is one already when named', async () => {
		expect(await dialogueFor(world.anna, secret)).toMatchObject({ confidentialityReason: 'business_secret' });
		expect(await dialogueFor(world.bo, secret)).toMatchObject({ confidentiality: 'confidential', confidentialityReason: null });
	});
	it('count the same for Anna, Bo and Lene: every heading can be opened', async () => {
		for (const viewer of [world.anna, world.bo, world.lene]) expect((await listed(viewer, talkList)).rows).toHaveLength(2);
	});
});
