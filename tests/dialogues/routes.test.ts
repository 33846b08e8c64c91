import { beforeAll, describe, expect, it } from 'vitest';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import * as edit from '#app/dialogues/routes/edit.tsx';
import * as list from '#app/dialogues/routes/list.tsx';
import * as create from '#app/dialogues/routes/new.tsx';
import * as show from '#app/dialogues/routes/show.tsx';
import * as withdrawal from '#app/dialogues/routes/withdrawal.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import * as settlement from '#app/follow-ups/routes/settlement.ts';
import { today } from '#app/i18n/format.ts';
import * as myDay from '#app/my-day/routes/show.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

let talks = 0;
/** A talk that no other test tells word for word. */
const form = (given: Record<string, string | string[]> = {}) => ({
	...{
		id: newId(),
		firm: 'Demolund',
		note: `Talte om to lærlinge, gang ${++talks}.`,
		followUp: '',
		channel: 'visit',
		heldOn: today(),
		heldAtTime: '',
	},
	...{ confidentiality: 'open', confidentialityReason: '', siteId: '', unitId: '', assessment: '', ...given },
});
const errorsOf = (data: unknown) => (data as { result: { error: Record<string, string[]>; initialValue: Record<string, unknown> } }).result;

describe('the talk form', () => {
	it('saves Anna’s three fields and leads to the firm', async () => {
		const answer = await call(create.action, { as: world.anna, form: form() });
		expect(answer).toMatchObject({ status: 302, location: `/companies/${world.demolund.id}` });
	});

	it('is one talk when a browser without scripts brings the text back under a new id; another word makes it another', async () => {
		const firm = await make.company({ name: 'Tilbage Og Gem ApS' });
		const again = () => form({ firm: firm.name, note: 'Talte om det samme.', followUp: 'Send planen i morgen' });
		const [first, second] = [
			await call(create.action, { as: world.anna, form: again() }),
			await call(create.action, { as: world.anna, form: again() }),
		];
		expect([first.status, second.status, second.location]).toEqual([302, 302, first.location]);
		const told = async () => (await timelineOf(world.anna, { kind: 'company', id: firm.id })).entries.length;
		expect(await told()).toBe(1);
		for (const other of [{ note: 'Talte om noget andet.' }, { followUp: 'Send kortet i morgen' }])
			await call(create.action, { as: world.anna, form: { ...again(), ...other } });
		await call(create.action, { as: world.bo, form: again() });
		expect(await told()).toBe(4);
	});

	it('takes a note of 9,999 signs whatever a browser makes of its line breaks', async () => {
		const note = `${'a\r\n'.repeat(4_999)}a`;
		expect((await call(create.action, { as: world.anna, form: form({ note }) })).status).toBe(302);
		expect((await call(create.action, { as: world.anna, form: form({ note: `${note}bb` }) })).status).toBe(400);
	});

	it('answers twenty equal posts with the same address and one row', async () => {
		const firm = await make.company({ name: 'Dobbeltklik ApS' });
		const fields = form({ firm: firm.name, followUp: 'Ring i morgen' });
		const answers = await Promise.all(Array.from({ length: 20 }, () => call(create.action, { as: world.anna, form: fields })));
		expect(new Set(answers.map(({ status, location }) => `${status} ${location}`))).toEqual(new Set([`302 /companies/${firm.id}`]));
		expect((await timelineOf(world.anna, { kind: 'company', id: firm.id })).entries).toHaveLength(1);
		expect(await followUpsOf(world.anna, { companyId: firm.id })).toHaveLength(1);
	});

	it.each([
		[{ note: '   ' }, 'note'],
		[{ heldOn: '2999-01-01' }, 'heldOn'],
		[{ heldOn: '1989-12-31' }, 'heldOn'],
		[{ heldOn: '2026-02-31' }, 'heldOn'],
		[{ heldAtTime: '25:00' }, 'heldAtTime'],
		[{ followUp: 'Ring 31/2' }, 'followUp'],
		[{ followUp: 'Ring 07122026' }, 'followUp'],
		[{ confidentiality: 'confidential' }, 'confidentialityReason'],
		[{ followUp: 'Ring i morgen', hasNoNextStep: 'on' }, 'hasNoNextStep'],
		[{ firm: '' }, 'firm'],
		[{ firm: 'findes ikke' }, 'firm'],
		[{ note: 'x'.repeat(10_001) }, 'note'],
	])('answers %o with a sentence at %s and keeps what was typed', async (given, field) => {
		const fields = form(given);
		const answer = await call(create.action, { as: world.anna, form: fields });
		expect(answer.status).toBe(400);
		const { error, initialValue } = errorsOf(answer.data);
		expect(error[field]?.[0]).toMatch(/[.?]$/);
		expect(Object.keys(error)).toEqual([field]);
		if (field !== 'note') expect(initialValue.note).toBe(fields.note);
	});

	it('names what is wrong with the firm and the rest in one answer', async () => {
		const answer = await call(create.action, { as: world.anna, form: form({ firm: '', note: '' }) });
		expect(Object.keys(errorsOf(answer.data).error).sort()).toEqual(['firm', 'note']);
	});

	it('offers the firms a text could mean', async () => {
		await make.company({ name: 'Trilling Nord' });
		await make.company({ name: 'Trilling Syd' });
		const answer = await call(create.action, { as: world.anna, form: form({ firm: 'trilling' }) });
		expect(answer).toMatchObject({ status: 400, data: { subjects: { choices: [{ name: 'Trilling Nord' }, { name: 'Trilling Syd' }] } } });
	});

	it('refuses forged fields with a 400, never a 500', async () => {
		const forgeries: Array<Record<string, string | string[]>> = [
			...[{ id: 'x' }, { channel: 'pigeon' }, { topicIds: ['a', 'b'] }, { unitId: newId() }, { siteId: newId() }],
			...[{ 'topicIds[9999999]': 'x' }, { __intent__: '{' }, { confidentiality: 'none' }],
		];
		for (const forged of forgeries)
			expect((await call(create.action, { as: world.anna, form: form(forged) })).status, JSON.stringify(forged)).toBe(400);
	});

	it('opens with the firm of the address, and ignores an address that names none', async () => {
		expect((await call(create.loader, { as: world.anna, url: `/dialogues/new?site=${world.demolund.siteId}` })).data).toMatchObject({
			subjects: { first: { id: world.demolund.id } },
		});
		expect((await call(create.loader, { as: world.anna, url: '/dialogues/new?company=x&site=y' })).data).toMatchObject({ subjects: { first: null } });
	});
});

describe('who reaches which page', () => {
	it('is the same hand-written table for everybody', async () => {
		const { id } = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		const people = [world.anna, world.bo, world.lene, world.adam, undefined] as const;
		const pages = {
			day: (as: (typeof people)[number]) => call(myDay.loader, { as }),
			list: (as: (typeof people)[number]) => call(list.loader, { as, url: '/dialogues' }),
			new: (as: (typeof people)[number]) => call(create.loader, { as, url: '/dialogues/new' }),
			log: (as: (typeof people)[number]) => call(create.action, { as, form: form() }),
			show: (as: (typeof people)[number]) => call(show.loader, { as, params: { dialogueId: id } }),
			edit: (as: (typeof people)[number]) => call(edit.loader, { as, params: { dialogueId: id } }),
			withdraw: (as: (typeof people)[number]) => call(withdrawal.action, { as, params: { dialogueId: id }, form: { restore: '1' } }),
		};
		const table: Record<string, number[]> = {};
		for (const [name, ask] of Object.entries(pages)) table[name] = (await Promise.all(people.map(ask))).map(({ status }) => status);
		expect(table).toEqual({
			day: [200, 200, 200, 200, 302],
			list: [200, 200, 200, 403, 302],
			new: [200, 200, 403, 403, 302],
			log: [302, 302, 403, 403, 302],
			show: [200, 200, 200, 403, 302],
			edit: [200, 403, 403, 403, 302],
			withdraw: [302, 403, 403, 403, 302],
		});
	});

	it('knows nothing of talks that are not there or ids that are none', async () => {
		for (const dialogueId of [newId(), 'x', '../x']) {
			for (const handler of [show.loader, edit.loader]) expect((await call(handler, { as: world.anna, params: { dialogueId } })).status).toBe(404);
			expect((await call(withdrawal.action, { as: world.anna, params: { dialogueId }, form: {} })).status).toBe(404);
			expect((await call(edit.action, { as: world.anna, params: { dialogueId }, form: { ...form(), version: '1' } })).status).toBe(404);
		}
	});
});

describe('the list of talks', () => {
	it('takes any address at all for a list', async () => {
		for (const query of [
			'?before=x',
			'?district=zzz&topic=1',
			'?channel=x&period=9&person=%00',
			'?before=2026-01-01_00000000-0000-0000-0000-000000000000',
			'?before=2026-99-99_00000000-0000-0000-0000-000000000000',
			'?before=2026-02-30_00000000-0000-0000-0000-000000000000',
		])
			expect((await call(list.loader, { as: world.anna, url: `/dialogues${query}` })).status).toBe(200);
	});
});

describe('revising on its page', () => {
	it('keeps the typed text when a colleague was faster', async () => {
		const { id } = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		const fields = { ...form({ note: 'min rettelse' }), version: '1' };
		expect((await call(edit.action, { as: world.anna, params: { dialogueId: id }, form: fields })).location).toBe(`/dialogues/${id}`);
		const late = await call(edit.action, { as: world.anna, params: { dialogueId: id }, form: { ...fields, note: 'for sent' } });
		expect(late.status).toBe(409);
		expect(errorsOf(late.data).initialValue.note).toBe('for sent');
	});
});

describe('two who revise one talk', () => {
	const opened = async () => {
		const { id } = await logDialogue(world.anna, talk({ companyId: world.demolund.id, note: 'Fælles' }));
		const page = await call(edit.loader, { as: world.anna, params: { dialogueId: id } });
		const { base } = page.data as { base: string };
		const shown = {
			firm: world.demolund.name,
			note: 'Fælles',
			channel: 'visit',
			heldOn: '2026-11-02',
			confidentiality: 'open',
			unitId: world.units.business,
		};
		const post = (typed: Record<string, string | string[]>) =>
			call(edit.action, { as: world.anna, params: { dialogueId: id }, form: { ...shown, _base: base, ...typed } });
		return { id, post };
	};

	it('in different fields lose nothing and are told', async () => {
		const { id, post } = await opened();
		expect((await post({ journalReference: '26/4711' })).status).toBe(302);
		expect(await post({ note: 'Rettet i den anden fane', colleagueIds: [world.bo.id] })).toMatchObject({ status: 302, location: `/dialogues/${id}` });
		expect(await dialogueFor(world.anna, id)).toMatchObject({
			note: 'Rettet i den anden fane',
			journalReference: '26/4711',
			colleagues: [{ name: world.bo.name }],
		});
	});

	it('in the same field see both, and save neither unseen', async () => {
		const { id, post } = await opened();
		await post({ note: 'Først' });
		const late = await post({ note: 'Bagefter' });
		expect(late).toMatchObject({ status: 409, data: { conflict: { clashes: [{ field: 'note', mine: 'Bagefter', theirs: 'Først' }] } } });
		expect(errorsOf(late.data).initialValue.note).toBe('Bagefter');
		expect((await dialogueFor(world.anna, id)).note).toBe('Først');
	});

	it('add subjects each, and both are there', async () => {
		const { id, post } = await opened();
		const [one, other] = [await make.property({ name: 'Ene Vej 1' }), await make.landowner({ name: 'Otto Ejer' })];
		expect((await post({ alsoIds: [`property:${one.id}`] })).status).toBe(302);
		expect((await post({ alsoIds: [`landowner:${other.id}`] })).status).toBe(302);
		expect((await dialogueFor(world.anna, id)).subjectRefs.map(({ kind }) => kind).sort()).toEqual(['landowner', 'property', 'site']);
	});
});

describe('the same form sent again after its talk was taken back', () => {
	it('writes nothing, offers to restore the talk, and keeps the text for one more save', async () => {
		const firm = await make.company({ name: 'Tilbagetrukket ApS' });
		const fields = form({ firm: firm.name, note: 'sendt, fortrudt og sendt igen' });
		const timeline = async () => (await timelineOf(world.anna, { kind: 'company', id: firm.id })).entries.map(({ id }) => id);
		await call(create.action, { as: world.anna, form: fields });
		const pressed = { as: world.anna, params: { dialogueId: fields.id } };
		expect((await call(withdrawal.action, { ...pressed, form: {} })).status).toBe(302);

		const again = await Promise.all([1, 2, 3].map(() => call(create.action, { as: world.anna, form: fields })));
		for (const answer of again) {
			expect(answer.status).toBe(409);
			expect(answer.data).toMatchObject({
				earlier: { id: fields.id, state: 'withdrawn' },
				subjects: { first: { id: firm.id } },
				result: { initialValue: { note: fields.note } },
			});
		}
		expect(await timeline()).toEqual([]);

		expect((await call(withdrawal.action, { ...pressed, form: { restore: '1' } })).location).toBe(`/dialogues/${fields.id}`);
		expect(await timeline()).toEqual([fields.id]);
		expect((await call(create.action, { as: world.anna, form: fields })).status).toBe(302);
		expect(await timeline()).toEqual([fields.id]);

		const { earlier } = (again[0]?.data ?? {}) as { earlier: { freshId: string } };
		expect((await call(create.action, { as: world.anna, form: { ...fields, id: earlier.freshId, note: 'endnu en gang, og mere' } })).status).toBe(
			302,
		);
		expect(await timeline()).toHaveLength(2);
	});
});

describe('a form sent again with more in it, because the first answer was lost', () => {
	it.each([{ note: 'Talte om to lærlinge. Og om plads.' }, { followUp: 'Send planen i morgen' }])('never passes %o off as saved', async (more) => {
		const fields = form();
		expect((await call(create.action, { as: world.anna, form: fields })).status).toBe(302);
		const answer = await call(create.action, { as: world.anna, form: { ...fields, ...more } });
		expect(answer).toMatchObject({ status: 409, data: { earlier: { id: fields.id, state: 'differs' }, result: { initialValue: more } } });
		expect((await call(create.action, { as: world.anna, form: fields })).status).toBe(302);
	});
});

describe('settling on its page', () => {
	it('leads back to where it was pressed, and nowhere else', async () => {
		const firm = await make.company({ name: 'Opfølgning ApS' });
		await logDialogue(world.anna, talk({ companyId: firm.id, followUp: { text: 'Ring', dueOn: null, kind: 'task' } }));
		const [followUp] = await followUpsOf(world.anna, { companyId: firm.id });
		const params = { followUpId: followUp?.id ?? '' };
		const press = (given: Record<string, string>) => call(settlement.action, { as: world.anna, params, form: given });
		expect(await press({ state: 'done', back: `/companies/${firm.id}` })).toMatchObject({ status: 302, location: `/companies/${firm.id}` });
		expect(await press({ state: 'open', back: '//evil.example' })).toMatchObject({ status: 302, location: '/' });
		expect((await press({ state: 'gone' })).status).toBe(400);
		expect((await call(settlement.action, { as: world.anna, params: { followUpId: 'x' }, form: { state: 'done' } })).status).toBe(404);
	});
});
