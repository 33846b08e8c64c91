import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays } from '#app/days/days.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { harvestOf } from '#app/dialogues/harvest-choices.server.ts';
import { replyToRefusal } from '#app/dialogues/harvest-reply.ts';
import { loader as talkPage } from '#app/dialogues/routes/edit.tsx';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { HarvestRefusal } from '#app/harvest/harvest.ts';
import { submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import type { NeedRow } from '#app/needs/need.ts';
import { needList } from '#app/needs/need-list.server.ts';
import { needsOf } from '#app/needs/queries.server.ts';
import { action, loader as editLoader } from '#app/needs/routes/edit.tsx';
import { loader as listLoader } from '#app/needs/routes/list.tsx';
import { needRows } from '#app/needs/rows-form.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, skillNeeds, skills } from '#db/schema/index.ts';
import { listed, walked } from '#tests/listed.ts';
import { call } from '../call.ts';
import { refusal, talk } from '../dialogues/talk.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const need = (given: Partial<NeedRow> = {}): NeedRow => ({
	at: 0,
	id: newId(),
	version: null,
	companyId: null,
	siteId: null,
	wording: 'svejser til rustfrit',
	skillId: null,
	level: null,
	people: null,
	byOn: null,
	certainty: 'likely',
	isRemoved: false,
	...given,
});
const stored = async (id: string) => (await db.select().from(skillNeeds).where(eq(skillNeeds.id, id)))[0];
/** A talk of Anna's with Demolund that yielded this need. */
async function talkWith(row: NeedRow) {
	const input = talk({ companyId: world.demolund.id, needs: [row] });
	await logDialogue(world.anna, input);
	return input;
}
const rowsFrom = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return submitted(form, z.object({ needs: needRows() }));
};

describe('a need named in a talk', () => {
	test('is stored with the firm, the site and the unit of the talk; words nobody knows are kept as words', async () => {
		const row = need({ wording: 'en der kan køre vores gamle valse', level: 3, people: 2, byOn: '2027-03-01' });
		const input = await talkWith(row);
		expect(await stored(row.id)).toMatchObject({
			wording: 'en der kan køre vores gamle valse',
			skillId: null,
			companyId: world.demolund.id,
			siteId: world.demolund.siteId,
			unitId: world.units.business,
			dialogueId: input.id,
			level: 3,
			people: 2,
			byOn: '2027-03-01',
			state: 'open',
		});
	});

	test('is tied to the skill it names beyond doubt, and keeps the words', async () => {
		const row = need({ wording: 'Elektriker' });
		await talkWith(row);
		const [skill] = await db.select().from(skills).where(eq(skills.key, 'el-installation'));
		expect(await stored(row.id)).toMatchObject({ wording: 'Elektriker', skillId: skill?.id });
	});

	test('sent twice with its talk it is one', async () => {
		const row = need({ wording: 'kranfører i to hold' });
		const input = await talkWith(row);
		await logDialogue(world.anna, input);
		expect(await db.select().from(skillNeeds).where(eq(skillNeeds.dialogueId, input.id))).toHaveLength(1);
	});

	test('leaves with a talk taken back and comes back with it', async () => {
		const row = need();
		const input = await talkWith(row);
		await withdrawDialogue(world.anna, input.id);
		expect((await needsOf(world.anna, { companyId: world.demolund.id })).map(({ id }) => id)).not.toContain(row.id);
		await restoreDialogue(world.anna, input.id);
		expect((await needsOf(world.anna, { companyId: world.demolund.id })).map(({ id }) => id)).toContain(row.id);
	});

	test('is refused at its field when the talk is with no firm, and nothing of the talk is saved', async () => {
		const input = talk({ subjects: [{ kind: 'district', id: world.ejby.id }], needs: [need({ at: 2 })] });
		const refused = await logDialogue(world.anna, input).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(HarvestRefusal);
		expect(refused).toMatchObject({ status: 400, fieldErrors: { 'needs[2].wording': [expect.stringContaining('virksomhed')] } });
		expect(await db.select().from(skillNeeds).where(eq(skillNeeds.dialogueId, input.id))).toEqual([]);
	});

	test('an id of another talk’s need, or a skill nobody listed, is a forged form', async () => {
		const row = need();
		await talkWith(row);
		expect(await refusal(logDialogue(world.anna, talk({ companyId: world.demolund.id, needs: [row] })))).toBe(400);
		expect(await refusal(talkWith(need({ skillId: newId() })))).toBe(400);
	});
});

describe('a need in a revised talk', () => {
	test('is revised by its id and version; rows the form leaves out stay', async () => {
		const [first, second] = [need(), need({ wording: 'tjener' })];
		const input = talk({ companyId: world.demolund.id, needs: [first, second] });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...first, version: 1, people: 4 }], version: 1 });
		expect(await stored(first.id)).toMatchObject({ people: 4, version: 2 });
		expect(await stored(second.id)).toMatchObject({ wording: 'tjener', version: 1, archivedAt: null });
		const [line] = await db.select().from(activity).where(eq(activity.subjectId, first.id));
		expect(line).toMatchObject({ verb: 'need.revised', fields: ['people'] });
	});

	test('somebody changed the same need meanwhile: nothing is saved, the sentence says what stands, the next try has seen it', async () => {
		const row = need();
		const input = await talkWith(row);
		await call(action, {
			as: world.bo,
			params: { needId: row.id },
			form: { version: '1', wording: 'svejser', people: '7', certainty: 'likely', state: 'open' },
		});
		const mine = { ...row, version: 1, people: 3 };
		const refused = await reviseDialogue(world.anna, input.id, { ...input, needs: [mine], version: 1 }).catch((error: unknown) => error);
		if (!(refused instanceof HarvestRefusal)) throw new Error('not refused');
		expect(refused).toMatchObject({
			status: 409,
			fieldErrors: { 'needs[0].version': [expect.stringContaining('7 personer')] },
			versions: { 'needs[0].version': 2 },
		});
		expect(await stored(row.id)).toMatchObject({ people: 7 });
		const typed = rowsFrom({ 'needs[0].id': row.id, 'needs[0].version': '1', 'needs[0].wording': row.wording, 'needs[0].people': '3' });
		expect(replyToRefusal(typed, refused).initialValue).toMatchObject({ needs: [{ people: '3', version: '2' }] });
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...mine, version: 2 }], version: 1 });
		expect(await stored(row.id)).toMatchObject({ people: 3, version: 3 });
	});

	test('one taken out is put away, and the edit form shows what is left', async () => {
		const [first, second] = [need(), need({ wording: 'opvasker' })];
		const input = talk({ companyId: world.demolund.id, needs: [first, second] });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...first, version: 1, isRemoved: true }], version: 1 });
		expect((await stored(first.id))?.archivedAt).not.toBeNull();
		const shown = await harvestOf(world.anna, input.id);
		expect(shown.needs.map(({ wording }) => wording)).toEqual(['opvasker', '']);
	});

	test('says in the talk’s edit form which skill it is tied to, and keeps the tie however often the talk is saved', async () => {
		const row = need({ wording: 'Elektriker' });
		const input = await talkWith(row);
		const tied = (await stored(row.id))?.skillId;
		const [shown] = (await harvestOf(world.anna, input.id)).needs;
		expect(shown).toMatchObject({ wording: 'Elektriker', skillId: tied, skillName: 'El-installation' });
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...row, version: 1, skillId: tied ?? null, people: 2 }], version: 1 });
		expect(await stored(row.id)).toMatchObject({ skillId: tied, people: 2 });
		const page = await call(talkPage, { as: world.anna, params: { dialogueId: input.id } });
		expect(JSON.stringify(page.data)).toContain('El-installation');
	});
});

describe('the rows of the form', () => {
	test('a blank row is none, and one with a number but no words is asked for them', () => {
		const id = newId();
		expect(rowsFrom({ 'needs[0].id': id, 'needs[0].wording': '', 'needs[0].certainty': 'likely' })).toMatchObject({
			status: 'success',
			value: { needs: [] },
		});
		expect(rowsFrom({ 'needs[0].id': id, 'needs[0].people': '3' }).reply().error).toHaveProperty('needs[0].wording');
	});

	test('a day is read as people write it, and refused at its field where it is none for certain', () => {
		const by = (words: string) => rowsFrom({ 'needs[0].id': newId(), 'needs[0].wording': 'kok', 'needs[0].by': words });
		for (const words of ['1/3', 'om 2 uger', '07.12.2027', 'uge 12']) expect(by(words).status, words).toBe('success');
		for (const words of ['efter sommer', '31/2', 'om et par uger', 'snarest']) expect(by(words).reply().error, words).toHaveProperty('needs[0].by');
	});

	test('holes, floods and odd values are refused or ignored, never a crash', () => {
		expect(rowsFrom({ 'needs[4].id': newId(), 'needs[4].wording': 'kok' })).toMatchObject({
			status: 'success',
			value: { needs: [{ wording: 'kok', at: 4 }] },
		});
		expect(rowsFrom({ 'needs[99].id': newId(), 'needs[99].wording': 'kok' }).status).toBe('error');
		for (const [field, value] of [
			['level', '9'],
			['people', '-2'],
			['people', 'mange'],
			['certainty', 'maaske'],
			['wording', 'x'.repeat(500)],
		])
			expect(rowsFrom({ 'needs[0].id': newId(), 'needs[0].wording': 'kok', [`needs[0].${field}`]: value ?? '' }).status, field).toBe('error');
	});
});

describe('the list of needs', () => {
	test('every work role reads of the needs of a confidential talk, their wording the author’s unit and managers, the administrator none', async () => {
		const row = need({ wording: 'NEEDMARKER fortrolig' });
		await logDialogue(
			world.anna,
			talk({ companyId: world.demolund.id, confidentiality: 'confidential', confidentialityReason: 'planning', needs: [row] }),
		);
		for (const viewer of [world.anna, world.bo, world.lene, world.siri]) {
			const page = JSON.stringify((await call(listLoader, { as: viewer, url: '/needs' })).data);
			expect(page).toContain(row.id);
			expect(page.includes('NEEDMARKER'), viewer.name).toBe(viewer === world.anna || viewer === world.lene);
		}
		expect((await call(listLoader, { as: world.adam, url: '/needs' })).status).toBe(403);
		expect(await needsOf(world.adam, { companyId: world.demolund.id })).toEqual([]);
	});

	test('filters by state, skill, group, district and day, and ignores nonsense', async () => {
		const [skill] = await db.select().from(skills).where(eq(skills.key, 'food-bager'));
		const own = await make.need(world.bo, {
			companyId: world.prøvebageriet.id,
			wording: 'bagersvend',
			skillId: skill?.id,
			byOn: addDays(today(), 40),
		});
		const gone = await make.need(world.bo, { companyId: world.prøvebageriet.id, wording: 'ekspedient', state: 'met' });
		const ids = async (params: Record<string, string>) => (await listed(world.anna, needList, params)).rows.map(({ id }) => id);
		const [district, all] = ['kirkebjerg', 'all'];
		expect(await ids({ district, state: all })).toEqual([own.id, gone.id]);
		expect(await ids({ district })).toEqual([own.id]);
		expect(await ids({ skill: skill?.id ?? '' })).toEqual([own.id]);
		expect(await ids({ group: 'food', district })).toEqual([own.id]);
		expect(await ids({ group: 'it' })).toEqual([]);
		expect(await ids({ state: 'met' })).toEqual([gone.id]);
		expect(await ids({ district, within: '30' })).toEqual([]);
		expect(await ids({ district, within: '90' })).toEqual([own.id]);
		for (const query of ['?state=x&skill=1&group=%00&district=nowhere&within=7&after=2026-02-31_x', '?after=none_0'])
			expect((await call(listLoader, { as: world.anna, url: `/needs${query}` })).status).toBe(200);
	});

	test('pages by day and then without one, each need once', async () => {
		const firm = await make.company({ name: 'Sidelund A/S' });
		const days = ['2027-01-01', '2027-01-01', '2027-02-01', null, null];
		for (const byOn of days) await make.need(world.anna, { companyId: firm.id, byOn });
		const seen = (await walked(world.anna, needList, { state: 'all' }, 2)).map(({ id }) => id);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength((await listed(world.anna, needList, { state: 'all' }, 500)).rows.length);
	});
});

describe('a need on its own page', () => {
	const form = { wording: 'smed', level: '', people: '2', by: '', certainty: 'certain', state: 'met' };

	test('Bo says that Anna’s need is met; both fields and state are saved with a version', async () => {
		const { id } = await make.need(world.anna, { companyId: world.demolund.id, wording: 'smed' });
		const answer = await call(action, { as: world.bo, params: { needId: id }, form: { ...form, version: '1' } });
		expect(answer.status).toBe(302);
		expect(await stored(id)).toMatchObject({ people: 2, certainty: 'certain', state: 'met', version: 2 });
	});

	test('two people who change different fields are both kept; the same field asks', async () => {
		const { id } = await make.need(world.anna, { companyId: world.demolund.id, wording: 'smed', people: 1 });
		const { data } = await call(editLoader, { as: world.anna, params: { needId: id } });
		const base = z.object({ base: z.string() }).parse(data).base;
		const open = { ...form, people: '1', certainty: 'likely', state: 'open', _base: base };
		await call(action, { as: world.bo, params: { needId: id }, form: { ...open, people: '5' } });
		expect((await call(action, { as: world.anna, params: { needId: id }, form: { ...open, level: '4' } })).status).toBe(302);
		expect(await stored(id)).toMatchObject({ people: 5, level: 4 });
		const clash = await call(action, { as: world.anna, params: { needId: id }, form: { ...open, people: '9' } });
		expect(clash.status).toBe(409);
		expect(await stored(id)).toMatchObject({ people: 5 });
	});

	test('a day before today still stands when nobody touched it', async () => {
		const { id } = await make.need(world.anna, { companyId: world.demolund.id, byOn: '2026-01-05' });
		expect(today() > '2026-01-05').toBe(true);
		expect((await call(action, { as: world.anna, params: { needId: id }, form: { ...form, by: '05.01.2026', version: '1' } })).status).toBe(302);
		expect(await stored(id)).toMatchObject({ byOn: '2026-01-05' });
	});

	test('Lene the manager and Adam may not; unknown and malformed ids are not there', async () => {
		const { id } = await make.need(world.anna, { companyId: world.demolund.id });
		for (const viewer of [world.lene, world.adam]) {
			expect((await call(editLoader, { as: viewer, params: { needId: id } })).status).toBe(403);
			expect((await call(action, { as: viewer, params: { needId: id }, form })).status).toBe(403);
		}
		for (const needId of [newId(), 'x', '../etc']) expect((await call(editLoader, { as: world.anna, params: { needId } })).status).toBe(404);
	});
});
