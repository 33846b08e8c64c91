import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import * as editCompany from '#app/companies/routes/edit.tsx';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { draftFor, draftsOf } from '#app/drafts/drafts.server.ts';
import { DISCARD } from '#app/drafts/forms.ts';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import * as draftRoute from '#app/drafts/routes/draft.ts';
import { type DraftGiven, saveDraft } from '#app/drafts/saving.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { drafts } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { buildWorld, type World } from '#tests/world.ts';

// An autosave is still on its way when the form itself is sent: what arrives after the save must not stay behind as a draft.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(() => write(async (tx) => void (await tx.delete(drafts))));

const autosave = (recordId: string, more: Partial<DraftGiven> = {}): DraftGiven => ({
	...{ form: 'dialogue', recordId, path: '/dialogues/new', label: null, baseVersion: null, seenAt: null, tab: 'left', no: 1 },
	body: [['note', 'Talte om']],
	...more,
});
const linesOf = async (viewer: Viewer) => (await draftsOf(viewer)).length;

describe('an autosave that arrives after its form', () => {
	it('of a new talk is not kept: the talk is there', async () => {
		const input = talk({ companyId: world.demolund.id });
		const first = await saveDraft(world.anna, autosave(input.id));
		await logDialogue(world.anna, input);
		const seenAt = 'updatedAt' in first ? first.updatedAt : null;
		expect(await saveDraft(world.anna, autosave(input.id, { no: 2, seenAt }))).toEqual({ kind: 'exists' });
		expect(await saveDraft(world.anna, autosave(input.id, { tab: 'right' }))).toEqual({ kind: 'exists' });
		expect([await linesOf(world.anna), await draftFor(world.anna, { form: 'dialogue', recordId: input.id })]).toEqual([0, null]);
	});

	it.each([true, false])('of an edit is not kept, whether an earlier one had arrived (%s) or none', async (hadArrived) => {
		const input = talk({ companyId: world.demolund.id });
		await logDialogue(world.anna, input);
		await write(async (tx) => void (await tx.delete(drafts)));
		const edit = { baseVersion: 1, path: `/dialogues/${input.id}/edit` };
		const first = hadArrived ? await saveDraft(world.anna, autosave(input.id, edit)) : null;
		await reviseDialogue(world.anna, input.id, { ...input, note: 'Talte om praktik.', version: 1 });
		const seenAt = first && 'updatedAt' in first ? first.updatedAt : null;
		expect((await saveDraft(world.anna, autosave(input.id, { ...edit, no: 2, seenAt }))).kind).toBe('saved');
		expect(await linesOf(world.anna)).toBe(0);
	});

	it('of a draft thrown away does not bring it back', async () => {
		const id = newId();
		await saveDraft(world.anna, autosave(id));
		await call(draftRoute.action, { as: world.anna, params: { form: 'dialogue', recordId: id }, form: { [DISCARD]: 'list' } });
		expect((await saveDraft(world.anna, autosave(id, { no: 2 }))).kind).toBe('saved');
		expect(await linesOf(world.anna)).toBe(0);
		await call(draftRoute.action, { as: world.anna, params: { form: 'dialogue', recordId: id }, form: { [DISCARD]: 'undo' } });
		expect(await linesOf(world.anna)).toBe(1);
	});

	it('in twenty tries at once with the save leaves nothing behind', async () => {
		const input = talk({ companyId: world.prøvebageriet.id });
		const late = Array.from({ length: 20 }, (_, at) => saveDraft(world.anna, autosave(input.id, { no: at + 1 })));
		await Promise.all([...late, logDialogue(world.anna, input)]);
		expect(await linesOf(world.anna)).toBe(0);
	});
});

describe('who goes on typing after a save of their own', () => {
	it('in another tab says it again, having seen the save, and is kept', async () => {
		const input = talk({ companyId: world.demolund.id });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, note: 'Fra venstre.', version: 1 });
		const right = { tab: 'right', baseVersion: 1, path: `/dialogues/${input.id}/edit` };
		const told = await saveDraft(world.anna, autosave(input.id, right));
		if (told.kind !== 'saved') return expect.unreachable();
		expect((await saveDraft(world.anna, autosave(input.id, { ...right, no: 2, seenAt: told.updatedAt }))).kind).toBe('kept');
		expect(await linesOf(world.anna)).toBe(1);
		// Colleagues have nothing to do with it.
		expect((await saveDraft(world.siri, autosave(input.id, { ...right, no: 1 }))).kind).toBe('kept');
	});

	it('in the form opened anew is kept at once', async () => {
		const { id, name } = world.demolund;
		const form = { id, name, cvr: '99000015', knowledgeOverride: 'auto', phone: '43 11 11 11', version: '1' };
		expect((await call(editCompany.action, { as: world.anna, params: { companyId: id }, form })).status).toBe(302);
		const opened = await call(editCompany.loader, { as: world.anna, params: { companyId: id }, url: `/companies/${id}/edit` });
		const { kept } = opened.data as { kept: KeptForm };
		expect([kept.draft, kept.restored]).toEqual([null, undefined]);
		const given = autosave(id, { form: 'company', baseVersion: kept.baseVersion, path: kept.path, seenAt: kept.savedAt });
		expect((await saveDraft(world.anna, given)).kind).toBe('kept');
	});

	it('leaves no words in the place of the draft, and the place counts for none of the fifty', async () => {
		const input = talk({ companyId: world.demolund.id });
		await saveDraft(world.anna, autosave(input.id));
		await logDialogue(world.anna, input);
		expect(await db.select({ path: drafts.path, label: drafts.label, body: drafts.body }).from(drafts)).toEqual([
			{ path: '', label: null, body: [] },
		]);
		for (let at = 0; at < 50; at++) expect((await saveDraft(world.anna, autosave(newId()))).kind).toBe('kept');
		expect((await saveDraft(world.anna, autosave(newId()))).kind).toBe('too_many');
		await write(async (tx) => void (await tx.update(drafts).set({ updatedAt: new Date(Date.now() - 2 * 3_600_000) })));
		await saveDraft(world.anna, autosave(newId()));
		expect((await db.select({ path: drafts.path }).from(drafts)).filter(({ path }) => path === '')).toEqual([]);
	});
});

describe('a district whose outline is longer than any other form', () => {
	it('is kept with all of it, up to what a form can carry', async () => {
		const outline = (chars: number): Partial<DraftGiven> => ({
			form: 'district',
			path: '/districts/new',
			body: [
				['name', 'Havnen'],
				['boundary', 'x'.repeat(chars)],
			],
		});
		const id = newId();
		expect((await saveDraft(world.adam, autosave(id, outline(900_000)))).kind).toBe('kept');
		const kept = await draftFor(world.adam, { form: 'district', recordId: id });
		expect(kept?.body.map(([name, value]) => [name, value.length])).toEqual([
			['name', 6],
			['boundary', 900_000],
		]);
		expect(await saveDraft(world.adam, autosave(newId(), outline(1_000_001)))).toEqual({ kind: 'too_large' });
		expect(await saveDraft(world.adam, autosave(newId(), { body: [['note', 'x'.repeat(64_001)]] }))).toEqual({ kind: 'too_large' });
	});
});
