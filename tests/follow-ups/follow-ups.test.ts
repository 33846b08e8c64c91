import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { agreeFollowUp, reviseFollowUp, settleFollowUp } from '#app/follow-ups/commands.server.ts';
import type { FollowUpInput } from '#app/follow-ups/follow-up.ts';
import { dayTyped, readWords } from '#app/follow-ups/follow-up-words.ts';
import { followUpFor, followUpsOf, openPromisesOf, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { action as edit } from '#app/follow-ups/routes/edit.tsx';
import { action as plan, loader as planPage } from '#app/follow-ups/routes/new.tsx';
import { action as settle } from '#app/follow-ups/routes/settlement.ts';
import { today } from '#app/i18n/format.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, followUps, memberships } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from '../dialogues/talk.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const followUp = (viewer: Viewer, given: Partial<FollowUpInput> = {}): FollowUpInput => ({
	id: newId(),
	kind: 'task',
	text: 'Ring om lærlinge',
	dueOn: null,
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
const rowOf = async (id: string) => (await db.select().from(followUps).where(eq(followUps.id, id)))[0];

describe('a follow-up that stands by itself', () => {
	it('is Anna’s promise to a firm, with its day, in the audit chain', async () => {
		const input = followUp(world.anna, { kind: 'promise', text: 'Send planen', dueOn: '2099-12-07', companyId: world.demolund.id });
		expect(await agreeFollowUp(world.anna, input)).toEqual({ kind: 'saved', id: input.id });
		expect(await rowOf(input.id)).toMatchObject({ kind: 'promise', dueOn: '2099-12-07', unitId: world.units.business, state: 'open' });
		expect((await openPromisesOf(world.bo, { companyId: world.demolund.id })).map(({ text }) => text)).toContain('Send planen');
		const lines = await db.select().from(activity).where(eq(activity.subjectId, input.id));
		expect(lines.map(({ verb }) => verb)).toEqual(['followUp.agreed']);
	});

	it('is one row when sent twenty times at once, and says so when sent again with other words', async () => {
		const input = followUp(world.anna, { companyId: world.demolund.id, text: 'Tyve gange' });
		await Promise.all(Array.from({ length: 20 }, () => agreeFollowUp(world.anna, input)));
		expect(await db.select().from(followUps).where(eq(followUps.text, 'Tyve gange'))).toHaveLength(1);
		expect(await agreeFollowUp(world.anna, { ...input, text: 'Noget andet' })).toEqual({ kind: 'differs', id: input.id });
		expect(await rowOf(input.id)).toMatchObject({ text: 'Tyve gange' });
		expect(await refusal(agreeFollowUp(world.bo, input))).toBe(400);
	});

	it('is not for the manager or the administrator to agree, nor for somebody without field work to do', async () => {
		for (const viewer of [world.lene, world.adam]) expect(await refusal(agreeFollowUp(viewer, followUp(viewer)))).toBe(403);
		expect(await refusal(agreeFollowUp(world.anna, followUp(world.anna, { assigneeId: world.lene.id })))).toBe(400);
		expect(await refusal(agreeFollowUp(world.anna, followUp(world.anna, { companyId: newId() })))).toBe(400);
		expect(await refusal(agreeFollowUp(world.anna, followUp(world.anna, { contactId: newId() })))).toBe(400);
	});

	it('takes firm and unit from the talk it follows from, and only for those who may revise that talk', async () => {
		const logged = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		const input = followUp(world.anna, { dialogueId: logged.id, companyId: world.prøvebageriet.id });
		await agreeFollowUp(world.anna, input);
		expect(await rowOf(input.id)).toMatchObject({ companyId: world.demolund.id, dialogueId: logged.id });
		expect(await refusal(agreeFollowUp(world.bo, followUp(world.bo, { dialogueId: logged.id })))).toBe(400);
	});

	it('about an owner alone is of the unit its writer acts for, where they belong to two', async () => {
		const [business, planning] = [world.units.business, world.units.planning];
		const both: Viewer = { ...world.anna, memberships: [...world.anna.memberships, ...world.siri.memberships] };
		const input = followUp(both, { landownerId: world.ole.id, text: 'Send kortet', unitId: planning });
		expect(await agreeFollowUp(both, input)).toEqual({ kind: 'saved', id: input.id });
		expect(await agreeFollowUp(both, input)).toEqual({ kind: 'saved', id: input.id });
		expect(await agreeFollowUp(both, { ...input, unitId: business })).toEqual({ kind: 'differs', id: input.id });
		expect(await rowOf(input.id)).toMatchObject({ unitId: planning });
		const textFor = async (viewer: Viewer) => (await followUpFor(viewer, input.id)).text;
		expect([await textFor(world.siri), await textFor(world.bo)]).toEqual(['Send kortet', null]);
		// Not a unit of hers; and without a choice the first of them.
		expect(await refusal(agreeFollowUp(both, followUp(both, { unitId: world.units.employment })))).toBe(400);
		const plain = followUp(both, { landownerId: world.ole.id });
		await agreeFollowUp(both, plain);
		expect(await rowOf(plain.id)).toMatchObject({ unitId: business });
		await reviseFollowUp(both, plain.id, { ...plain, unitId: planning, version: 1 });
		expect(await rowOf(plain.id)).toMatchObject({ unitId: planning });
		expect(await refusal(reviseFollowUp(both, plain.id, { ...plain, unitId: world.units.employment, version: 2 }))).toBe(400);
		expect(await refusal(reviseFollowUp(world.anna, plain.id, { ...plain, unitId: business, version: 2 }))).toBe(400);
	});

	it('lets its form choose among two units and asks nobody else', async () => {
		const unit = { id: newId(), userId: world.bo.id, unitId: world.units.planning, role: 'consultant' as const };
		const page = async () => (await call(planPage, { as: world.bo, url: `/follow-ups/new?landowner=${world.ole.id}` })).data;
		expect(await page()).toMatchObject({ units: [{ unitName: 'Beskæftigelse' }] });
		await write(async (tx) => void (await tx.insert(memberships).values(unit)));
		expect(await page()).toMatchObject({ units: [{}, {}], values: { unitId: expect.any(String) } });
		const form = { id: newId(), kind: 'task', text: 'Ring', assigneeId: world.bo.id, unitId: world.units.planning };
		expect((await call(plan, { as: world.bo, url: `/follow-ups/new?landowner=${world.ole.id}`, form })).status).toBe(302);
		expect(await rowOf(form.id)).toMatchObject({ unitId: world.units.planning });
		const moved = { version: '1', kind: 'task', text: 'Ring', assigneeId: world.bo.id, unitId: world.units.employment };
		expect((await call(edit, { as: world.bo, params: { followUpId: form.id }, form: moved })).status).toBe(302);
		expect(await rowOf(form.id)).toMatchObject({ unitId: world.units.employment });
		await write(async (tx) => void (await tx.delete(memberships).where(eq(memberships.id, unit.id))));
	});

	it('with a visit needs a day and somebody to visit', async () => {
		const visit = { kind: 'visit' as const, text: 'Besøg' };
		expect(await refusal(agreeFollowUp(world.anna, followUp(world.anna, { ...visit, dueOn: '2099-01-01' })))).toBe(400);
		expect(await refusal(agreeFollowUp(world.anna, followUp(world.anna, { ...visit, companyId: world.demolund.id })))).toBe(400);
		const input = followUp(world.anna, { ...visit, companyId: world.demolund.id, dueOn: '2099-01-01', dueAtTime: '10:30' });
		await agreeFollowUp(world.anna, input);
		expect(await rowOf(input.id)).toMatchObject({ dueAtTime: '10:30' });
	});
});

describe('who reads a follow-up', () => {
	const textFor = async (viewer: Viewer, id: string) => (await followUpFor(viewer, id)).text;

	it('about a firm: every work role; about an owner alone: the own unit, managers and the one it is for', async () => {
		const ofFirm = followUp(world.anna, { text: 'FIRM-MARKER', companyId: world.demolund.id });
		const ofOwner = followUp(world.anna, { text: 'OWNER-MARKER', landownerId: world.ole.id });
		await agreeFollowUp(world.anna, ofFirm);
		await agreeFollowUp(world.anna, ofOwner);
		for (const viewer of [world.anna, world.bo, world.lene, world.siri]) expect(await textFor(viewer, ofFirm.id)).toBe('FIRM-MARKER');
		for (const viewer of [world.anna, world.lene]) expect(await textFor(viewer, ofOwner.id)).toBe('OWNER-MARKER');
		for (const viewer of [world.bo, world.siri]) expect(await textFor(viewer, ofOwner.id)).toBeNull();
		for (const { id } of [ofFirm, ofOwner]) expect(await refusal(followUpFor(world.adam, id))).toBe(404);
		await reviseFollowUp(world.anna, ofOwner.id, { ...ofOwner, assigneeId: world.bo.id, version: 1 });
		expect(await textFor(world.bo, ofOwner.id)).toBe('OWNER-MARKER');
		expect(await textFor(world.siri, ofOwner.id)).toBeNull();
	});

	it('from a confidential talk: who reads the talk’s note, and to whom it was promised goes with the text', async () => {
		const confidential = talk({ companyId: world.demolund.id, confidentiality: 'confidential', confidentialityReason: 'business_secret' });
		const logged = await logDialogue(world.anna, confidential);
		const met = await make.contact({ name: 'Karla Kontaktprøve', role: { companyId: world.demolund.id } });
		const input = followUp(world.anna, { text: 'SECRET-MARKER', dialogueId: logged.id, contactId: met.id, kind: 'promise' });
		await agreeFollowUp(world.anna, input);
		expect(await followUpFor(world.anna, input.id)).toMatchObject({ text: 'SECRET-MARKER', contact: { name: 'Karla Kontaktprøve' } });
		const seen = JSON.stringify(await followUpsOf(world.bo, { companyId: world.demolund.id }));
		expect(seen).toContain(input.id);
		expect(seen).not.toMatch(/SECRET-MARKER|Karla/);
	});
});

describe('settling', () => {
	it('says a promise broken, and of nothing else; the state it had comes back with undo', async () => {
		const [promise, task] = [followUp(world.anna, { kind: 'promise' }), followUp(world.anna)];
		for (const one of [promise, task]) await agreeFollowUp(world.anna, one);
		expect(await refusal(settleFollowUp(world.anna, task.id, 'broken'))).toBe(400);
		expect(await settleFollowUp(world.anna, promise.id, 'broken')).toBe('open');
		expect(await settleFollowUp(world.anna, promise.id, 'open')).toBe('broken');
		expect(await rowOf(promise.id)).toMatchObject({ state: 'open', settledAt: null, settledById: null, version: 3 });
	});

	it('leads back to the page it was pressed on and offers to undo', async () => {
		const task = followUp(world.anna);
		await agreeFollowUp(world.anna, task);
		const back = `/companies/${world.demolund.id}?before=x`;
		const answer = await call(settle, { as: world.anna, params: { followUpId: task.id }, form: { state: 'done', back } });
		expect([answer.status, answer.location]).toEqual([302, back]);
		expect(await rowOf(task.id)).toMatchObject({ state: 'done' });
		const again = await call(settle, { as: world.anna, params: { followUpId: task.id }, form: { state: 'open', back: 'https://evil.example' } });
		expect(again.location).toBe('/');
		expect(await rowOf(task.id)).toMatchObject({ state: 'open' });
	});

	it('orders promises before tasks and keeps the days’ order within', () => {
		const items = [
			{ kind: 'task', no: 1 } as const,
			{ kind: 'promise', no: 2 } as const,
			{ kind: 'visit', no: 3 } as const,
			{ kind: 'promise', no: 4 } as const,
		];
		expect(promisesFirst(items).map(({ no }) => no)).toEqual([2, 4, 1, 3]);
	});
});

describe('the form', () => {
	const day = '2026-11-23';
	it('reads the day out of the line, lets the day field win, and refuses at the field to blame', () => {
		expect(readWords({ text: 'ring om lærlinge 7/12', due: '' }, day)).toEqual({
			kind: 'read',
			words: { text: 'ring om lærlinge', dueOn: '2026-12-07', isPromise: false },
		});
		expect(readWords({ text: 'lovet at sende planen 7/12', due: 'om 2 uger' }, day)).toMatchObject({
			words: { text: 'lovet at sende planen 7/12', dueOn: '2026-12-07' },
		});
		expect(readWords({ text: 'ring', due: 'engang' }, day)).toMatchObject({ kind: 'refused', field: 'due', reason: 'no_day' });
		expect(readWords({ text: 'ring', due: '1.1.2020' }, day)).toMatchObject({ kind: 'refused', field: 'due', reason: 'past' });
		expect(readWords({ text: 'ring', due: '1.1.2020' }, day, '2020-01-01')).toMatchObject({ words: { dueOn: '2020-01-01' } });
		expect(readWords({ text: 'ring 31/2', due: '' }, day)).toMatchObject({ kind: 'refused', field: 'text' });
		for (const on of ['2026-12-07', '2027-01-31']) expect(readWords({ text: 'x', due: dayTyped(on) }, day)).toMatchObject({ words: { dueOn: on } });
	});

	it('keeps what was typed with a sentence at the field, then saves and leads to the firm', async () => {
		const firm = await make.company({ name: 'Formularfirma' });
		const url = `/follow-ups/new?company=${firm.id}&kind=visit`;
		const page = await call(planPage, { as: world.anna, url });
		expect(page.data).toMatchObject({ values: { kind: 'visit', assigneeId: world.anna.id }, place: { company: { name: 'Formularfirma' } } });
		const form = { id: newId(), kind: 'visit', text: 'Se det nye værksted', due: 'engang', assigneeId: world.anna.id };
		const refused = await call(plan, { as: world.anna, url, form });
		expect(refused.status).toBe(400);
		expect(refused.data).toMatchObject({
			result: { initialValue: { text: 'Se det nye værksted', due: 'engang' }, error: { due: [expect.any(String)] } },
		});
		const saved = await call(plan, { as: world.anna, url, form: { ...form, due: 'om 2 uger', dueAtTime: '09:00' } });
		expect([saved.status, saved.location]).toEqual([302, `/companies/${firm.id}`]);
		expect(await rowOf(form.id)).toMatchObject({ kind: 'visit', dueOn: addDays(today(), 14), dueAtTime: '09:00', companyId: firm.id });
	});

	it('stands for a person’s firm, refuses others’ talks and ids nobody knows', async () => {
		const met = await make.contact({ name: 'Ib Prøvekontakt', role: { companyId: world.prøvebageriet.id } });
		expect((await call(planPage, { as: world.anna, url: `/follow-ups/new?contact=${met.id}` })).data).toMatchObject({
			place: { company: { id: world.prøvebageriet.id } },
			values: { contactId: met.id },
			contacts: [{ id: met.id }],
		});
		const logged = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		for (const query of [`company=${newId()}`, 'company=x', `contact=${newId()}`, `landowner=${newId()}`, `dialogue=${logged.id}`])
			expect((await call(planPage, { as: world.bo, url: `/follow-ups/new?${query}` })).status, query).toBe(404);
	});

	it('takes along what a colleague changed elsewhere, and shows both values where both changed the same', async () => {
		const input = followUp(world.anna, { text: 'Ring', dueOn: addDays(today(), 5), companyId: world.demolund.id });
		await agreeFollowUp(world.anna, input);
		const params = { followUpId: input.id };
		const shown = {
			kind: 'task',
			text: 'Ring',
			due: dayTyped(input.dueOn),
			dueAtTime: '',
			assigneeId: world.anna.id,
			contactId: '',
			goAheadReason: '',
		};
		const _base = JSON.stringify({ version: 1, values: shown, digests: {} });
		await reviseFollowUp(world.anna, input.id, { ...input, assigneeId: world.siri.id, version: 1 });
		const merged = await call(edit, { as: world.anna, params, form: { ...shown, text: 'Ring til Ole', _base } });
		expect(merged.status).toBe(302);
		expect(await rowOf(input.id)).toMatchObject({ text: 'Ring til Ole', assigneeId: world.siri.id, version: 3 });
		const clash = await call(edit, { as: world.anna, params, form: { ...shown, text: 'Skriv', _base } });
		expect(clash.status).toBe(409);
		expect(clash.data).toMatchObject({
			conflict: { clashes: [{ field: 'text', mine: 'Skriv', theirs: 'Ring til Ole' }] },
			result: { initialValue: { text: 'Skriv' } },
		});
		expect((await call(edit, { as: world.bo, params, form: shown })).status).toBe(403);
	});
});
