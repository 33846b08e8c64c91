import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import type { DialogueInput } from '#app/dialogues/dialogue.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { draftFor } from '#app/drafts/drafts.server.ts';
import { saveDraft } from '#app/drafts/saving.server.ts';
import { historyOf } from '#app/upkeep/history.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { action } from '#app/upkeep/routes/history.tsx';
import { db, write } from '#db/client.server.ts';
import { companies, drafts, topics } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let topicIds: string[];
beforeAll(async () => {
	world = await buildWorld();
	topicIds = (await db.select({ id: topics.id }).from(topics).orderBy(topics.position).limit(3)).map(({ id }) => id);
});

/** A talk of Anna's as first said, then revised. */
async function revised(first: Partial<DialogueInput>, then: Partial<DialogueInput>): Promise<string> {
	const input = talk({ companyId: world.demolund.id, ...first });
	await logDialogue(world.anna, input);
	await reviseDialogue(world.anna, input.id, { ...input, ...then, version: 1 });
	return input.id;
}
const changesOf = async (as: Viewer, id: string) => (await historyOf(as, await recordFor(as, 'dialogue', id), null)).lines[0]?.changes ?? [];

/** Presses "put back" at the latest change with this label. */
async function putBack(id: string, label: string) {
	const change = (await changesOf(world.anna, id)).find((one) => one.label === label);
	expect(change, label).toMatchObject({ isRevertible: true });
	const { version } = await dialogueFor(world.anna, id);
	return call(action, { as: world.anna, params: { kind: 'dialogue', recordId: id }, form: { change: change?.id ?? '', version: String(version) } });
}

describe('of a talk can be put back by itself', () => {
	it('its day, with the firm’s latest talk and every other field as it stands', async () => {
		const firm = await make.company({ name: 'Dagprøven' });
		const about = { subjects: [{ kind: 'company' as const, id: firm.id }] };
		const id = await revised({ ...about, heldOn: '2026-11-02', topicIds }, { ...about, heldOn: '2026-10-01', note: 'Nyt notat' });
		expect((await putBack(id, 'Dag')).status).toBe(302);
		expect(await dialogueFor(world.anna, id)).toMatchObject({
			heldOn: '2026-11-02',
			note: 'Nyt notat',
			topics: topicIds.map((topic) => ({ id: topic })),
		});
		expect((await db.select({ on: companies.lastTalkOn }).from(companies).where(eq(companies.id, firm.id)))[0]?.on).toBe('2026-11-02');
	});

	it('that it is confidential, with the reason it had', async () => {
		const id = await revised({ confidentiality: 'confidential', confidentialityReason: 'planning' }, { confidentiality: 'open' });
		expect((await dialogueFor(world.bo, id)).isNoteReadable).toBe(true);
		expect((await changesOf(world.anna, id)).map(({ isRevertible }) => isRevertible)).toEqual([true, false]);
		expect((await putBack(id, 'Hvem må læse referatet?')).status).toBe(302);
		expect(await dialogueFor(world.anna, id)).toMatchObject({ confidentiality: 'confidential', confidentialityReason: 'planning' });
		expect((await dialogueFor(world.bo, id)).isNoteReadable).toBe(false);
		expect((await putBack(id, 'Hvem må læse referatet?')).status).toBe(302);
		expect((await dialogueFor(world.bo, id)).isNoteReadable).toBe(true);
	});

	it('what it is about, with who reads it and on which timelines it stands', async () => {
		const land = [{ kind: 'landowner' as const, id: world.ole.id }];
		const id = await revised({ subjects: land }, { subjects: [{ kind: 'company', id: world.prøvebageriet.id }] });
		expect(await changesOf(world.anna, id)).toMatchObject([{ label: 'Dialogen handler om', before: 'Ole Ejerprøve', after: 'Prøvebageriet' }]);
		expect((await putBack(id, 'Dialogen handler om')).status).toBe(302);
		expect(await dialogueFor(world.anna, id)).toMatchObject({ subjectRefs: land, isLandownerOnly: true });
		expect((await dialogueFor(world.bo, id)).isNoteReadable).toBe(false);
	});

	it('its topics, by name', async () => {
		const id = await revised({ topicIds: topicIds.slice(0, 2) }, { topicIds: topicIds.slice(1) });
		const [change] = await changesOf(world.anna, id);
		expect(change).toMatchObject({ label: 'Emner' });
		expect(change?.before.split(', ')).toHaveLength(2);
		expect(change?.before).not.toMatch(/[0-9a-f]{8}-/);
		expect((await putBack(id, 'Emner')).status).toBe(302);
		expect((await dialogueFor(world.anna, id)).topics.map((topic) => topic.id).sort()).toEqual(topicIds.slice(0, 2).sort());
	});
});

it('whom a talk was with and who took part is told by name when a revision changed it', async () => {
	const [karla, otto] = [await make.contact({ name: 'Karla Talprøve' }), await make.contact({ name: 'Otto Talprøve' })];
	const id = await revised({ contactIds: [karla.id], colleagueIds: [world.bo.id] }, { contactIds: [otto.id], colleagueIds: [] });
	expect(await changesOf(world.anna, id)).toMatchObject([
		{ before: 'Karla Talprøve', after: 'Otto Talprøve', isRevertible: false },
		{ label: 'Kolleger, der var med', before: 'Bo Eksempelholt', isRevertible: false },
	]);
});

describe('putting a talk’s field back', () => {
	it('is refused with a sentence where the firm it was about has been put away since', async () => {
		const firm = await make.company({ name: 'Væk siden' });
		const id = await revised({ subjects: [{ kind: 'company', id: firm.id }] }, { subjects: [{ kind: 'company', id: world.demolund.id }] });
		await write(async (tx) => void (await tx.update(companies).set({ archivedAt: new Date() }).where(eq(companies.id, firm.id))));
		expect(await putBack(id, 'Dialogen handler om')).toMatchObject({ status: 409, data: { why: expect.any(String) } });
		expect(await dialogueFor(world.anna, id)).toMatchObject({ version: 2 });
	});

	it('leaves what Anna has typed into the talk’s form where it is', async () => {
		const id = await revised({ note: 'Som først sagt' }, { note: 'Rettet' });
		const draft = { form: 'dialogue' as const, recordId: id, path: `/dialogues/${id}/edit`, label: null, baseVersion: 2, seenAt: null };
		await write(async (tx) => void (await tx.delete(drafts)));
		await saveDraft(world.anna, { ...draft, tab: 'left', no: 1, body: [['note', 'Halvt skrevet']] });
		expect((await putBack(id, 'Hvad talte I om?')).status).toBe(302);
		expect((await draftFor(world.anna, { form: 'dialogue', recordId: id }))?.body).toEqual([['note', 'Halvt skrevet']]);
	});
});
