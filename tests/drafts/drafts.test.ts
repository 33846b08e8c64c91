import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { reviseCompany } from '#app/companies/commands.server.ts';
import * as editCompany from '#app/companies/routes/edit.tsx';
import * as newCompany from '#app/companies/routes/new.tsx';
import { draftFor, draftsOf } from '#app/drafts/drafts.server.ts';
import { DISCARD } from '#app/drafts/forms.ts';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import * as draftRoute from '#app/drafts/routes/draft.ts';
import * as listRoute from '#app/drafts/routes/list.tsx';
import { type DraftGiven, saveDraft } from '#app/drafts/saving.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { drafts } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(() => write(async (tx) => void (await tx.delete(drafts))));

const DAY_MS = 86_400_000;
const TAB = {
	'_draft.tab': 'left',
	'_draft.no': '1',
	'_draft.seen': '',
	'_draft.path': '/companies/new',
	'_draft.label': 'Prøvefirma',
	'_draft.baseVersion': '',
};

const keep = (as: Viewer, recordId: string, form: Record<string, string | string[]>, name = 'company') =>
	call(draftRoute.action, { as, params: { form: name, recordId }, form: { ...TAB, ...form } });
const given = (recordId: string, more: Partial<DraftGiven> = {}): DraftGiven => ({
	...{ form: 'company', recordId, path: '/companies/new', label: null, baseVersion: null, seenAt: null, tab: 'left', no: 1 },
	body: [['name', 'Halvt navn']],
	...more,
});
const opened = async (as: Viewer, url: string) => (await call(newCompany.loader, { as, url })).data as { kept: KeptForm };
const nameOf = async (recordId: string) => (await draftFor(world.anna, { form: 'company', recordId }))?.body.find(([name]) => name === 'name')?.[1];

describe('a draft', () => {
	it('is kept with its fields as posted, and nothing of what belongs to the keeping', async () => {
		const id = newId();
		const answer = await keep(world.anna, id, { name: 'Halvt navn', topicIds: ['a', 'b'], note: 'linje\r\nto', password: 'hemmeligt' });
		expect(answer.status).toBe(200);
		expect(JSON.parse(String(answer.data))).toEqual({ state: 'kept', at: expect.any(String) });
		const draft = await draftFor(world.anna, { form: 'company', recordId: id });
		expect(draft?.body).toEqual([
			['name', 'Halvt navn'],
			['topicIds', 'a'],
			['topicIds', 'b'],
			['note', 'linje\nto'],
		]);
	});

	it('of a new firm opens again under its own id, for its writer only', async () => {
		const id = newId();
		await keep(world.anna, id, { id, name: 'Halvt navn' });
		const url = `/companies/new?draft=${id}`;
		expect((await draftsOf(world.anna)).map(({ path, label }) => [path, label])).toEqual([[url, 'Prøvefirma']]);
		const { kept } = await opened(world.anna, url);
		expect([kept.recordId, kept.path, kept.restored?.initialValue?.name, kept.restored?.restored.from]).toEqual([
			...[id, '/companies/new', 'Halvt navn', 'draft'],
		]);
		const others = await opened(world.bo, url);
		expect([others.kept.recordId === id, others.kept.restored]).toEqual([false, undefined]);
		expect((await draftsOf(world.bo)).length).toBe(0);
		expect((await opened(world.anna, '/companies/new')).kept.restored).toBeUndefined();
	});

	it('of an edit does not open in the form of a new record', async () => {
		const { id } = world.demolund;
		await keep(world.anna, id, { name: 'Halvt rettet', '_draft.baseVersion': '1' });
		expect((await opened(world.anna, `/companies/new?draft=${id}`)).kept.restored).toBeUndefined();
		await write((tx) => tx.delete(drafts).where(eq(drafts.recordId, id)));
	});

	it('of an edit opens with the base it began from, merges, and goes with the save', async () => {
		const { id } = world.demolund;
		const open = async () =>
			(await call(editCompany.loader, { as: world.anna, params: { companyId: id }, url: `/companies/${id}/edit` })).data as {
				base: string;
				kept: KeptForm;
			};
		const { base } = await open();
		const form = { id, name: world.demolund.name, cvr: '99000015', knowledgeOverride: 'auto', phone: '11 11 11 11', _base: base };
		await keep(world.anna, id, { ...form, '_draft.baseVersion': '1', '_draft.path': `/companies/${id}/edit` });
		const bos = { ...form, _base: base, phone: '', alternativeNames: 'Bos navn' };
		expect((await call(editCompany.action, { as: world.bo, params: { companyId: id }, form: bos })).status).toBe(302);

		const { kept } = await open();
		expect(kept.restored?.initialValue).toMatchObject({ phone: '11 11 11 11', _base: base });
		const saved = await call(editCompany.action, {
			as: world.anna,
			params: { companyId: id },
			form: kept.restored?.initialValue as Record<string, string>,
		});
		expect(saved.status).toBe(302);
		expect(await draftsOf(world.anna)).toEqual([]);
		const after = (await open()) as unknown as { values: Record<string, string> };
		expect(after.values).toMatchObject({ phone: '11 11 11 11', alternativeNames: 'Bos navn' });
	});

	it('goes with the first save of a new firm, and with a save that changes nothing', async () => {
		const id = newId();
		await keep(world.anna, id, { id, name: 'Helt Nyt Firma' });
		expect((await call(newCompany.action, { as: world.anna, url: '/companies/new', form: { id, name: 'Helt Nyt Firma' } })).status).toBe(302);
		expect(await draftsOf(world.anna)).toEqual([]);
	});

	it('is forgotten after thirty days, and can be thrown away and taken back', async () => {
		const id = newId();
		await keep(world.anna, id, { name: 'Halvt navn' });
		const thrown = await call(draftRoute.action, { as: world.anna, params: { form: 'company', recordId: id }, form: { [DISCARD]: 'list' } });
		expect(thrown.location).toBe('/drafts');
		expect(await draftsOf(world.anna)).toEqual([]);
		await call(draftRoute.action, { as: world.anna, params: { form: 'company', recordId: id }, form: { [DISCARD]: 'undo' } });
		expect(await nameOf(id)).toBe('Halvt navn');
		const reopened = await call(draftRoute.action, { as: world.anna, params: { form: 'company', recordId: id }, form: { [DISCARD]: 'reopen' } });
		expect(reopened.location).toBe('/companies/new');

		const old = newId();
		await keep(world.anna, old, { name: 'Gammelt' });
		await write(async (tx) => void (await tx.update(drafts).set({ updatedAt: new Date(Date.now() - 31 * DAY_MS) })));
		expect(await draftFor(world.anna, { form: 'company', recordId: old })).toBeNull();
		expect(await draftsOf(world.anna)).toEqual([]);
	});
});

describe('two tabs of one person', () => {
	it('do not replace each other’s text unseen: the one that looked earlier is told', async () => {
		const id = newId();
		const left = await saveDraft(world.anna, given(id));
		if (left.kind !== 'kept') return expect.unreachable();
		expect(await saveDraft(world.anna, given(id, { tab: 'right', body: [['name', 'Højre']] }))).toEqual({ kind: 'newer', updatedAt: left.updatedAt });
		expect(await nameOf(id)).toBe('Halvt navn');
		const decided = await saveDraft(world.anna, given(id, { tab: 'right', no: 2, seenAt: left.updatedAt, body: [['name', 'Højre']] }));
		expect(decided.kind).toBe('kept');
		expect((await saveDraft(world.anna, given(id, { no: 2, seenAt: left.updatedAt, body: [['name', 'Venstre igen']] }))).kind).toBe('newer');
		expect(await nameOf(id)).toBe('Højre');
	});

	it('an autosave overtaken on its way by a later one of the same tab changes nothing', async () => {
		const id = newId();
		await saveDraft(world.anna, given(id, { no: 5, body: [['name', 'Det sidste']] }));
		expect((await saveDraft(world.anna, given(id, { no: 4, body: [['name', 'Det forrige']] }))).kind).toBe('kept');
		expect(await nameOf(id)).toBe('Det sidste');
	});

	it('twenty saves at once make one draft', async () => {
		const id = newId();
		const answers = await Promise.all(Array.from({ length: 20 }, (_, no) => saveDraft(world.anna, given(id, { tab: `t${no}` }))));
		expect(answers.filter(({ kind }) => kind === 'kept')).toHaveLength(1);
		expect(await draftsOf(world.anna)).toHaveLength(1);
	});
});

describe('what is kept is bounded', () => {
	it('64 kB a draft, 50 drafts a person', async () => {
		expect((await keep(world.anna, newId(), { note: 'x'.repeat(70_000) })).status).toBe(413);
		for (let at = 0; at < 50; at++) await saveDraft(world.anna, given(newId()));
		expect(await saveDraft(world.anna, given(newId()))).toEqual({ kind: 'too_many' });
		expect((await saveDraft(world.bo, given(newId()))).kind).toBe('kept');
	});

	it.each([
		['another site', { '_draft.path': '//evil.example/x' }],
		['an address with a scheme', { '_draft.path': 'javascript:alert(1)' }],
		['no tab', { '_draft.tab': '' }],
		['a number nobody counts', { '_draft.no': '-1' }],
		['a version that is none', { '_draft.baseVersion': 'x' }],
	])('a draft with %s is refused', async (_, form) => {
		expect((await keep(world.anna, newId(), form)).status).toBe(400);
		expect(await db.select().from(drafts)).toEqual([]);
	});

	it('unknown forms, malformed ids and nobody in particular get nothing', async () => {
		expect((await keep(world.anna, newId(), {}, 'person')).status).toBe(404);
		expect((await keep(world.anna, newId(), {}, '__proto__')).status).toBe(404);
		expect((await keep(world.anna, 'x', {})).status).toBe(404);
		const answer = await call(draftRoute.action, { params: { form: 'company', recordId: newId() }, form: TAB });
		expect(answer.location).toMatch(/^\/sign-in/);
	});
});

it('the list shows one’s own drafts, newest first', async () => {
	const [first, second] = [newId(), newId()];
	await saveDraft(world.anna, given(first, { label: 'Først' }));
	await saveDraft(world.anna, given(second, { label: 'Sidst', path: `/companies/${second}/edit`, baseVersion: 3 }));
	const { data } = await call(listRoute.loader, { as: world.anna });
	const { drafts: lines } = data as { drafts: Array<{ label: string; path: string }> };
	expect(lines.map(({ label, path }) => [label, path])).toEqual([
		['Sidst', `/companies/${second}/edit`],
		['Først', `/companies/new?draft=${first}`],
	]);
	expect(((await call(listRoute.loader, { as: world.bo })).data as { drafts: unknown[] }).drafts).toEqual([]);
});

it('a save refused by a clash leaves the draft where it is', async () => {
	const { id } = world.prøvebageriet;
	await saveDraft(world.anna, given(id, { baseVersion: 1, path: `/companies/${id}/edit` }));
	const input = {
		id,
		version: 99,
		name: 'X',
		cvr: null,
		alternativeNames: [],
		formCode: null,
		industry: null,
		phone: null,
		email: null,
		website: null,
	};
	const rest = { isProtected: false, status: null, foundedOn: null, ceasedOn: null, headcount: null, headcountOn: null, headcountSource: null };
	expect((await reviseCompany(world.anna, { ...input, ...rest, knowledgeOverride: 'auto', knowledgeReason: null })).kind).toBe('conflict');
	expect(await draftsOf(world.anna)).toHaveLength(1);
});

it('a draft whose form is closed to its writer now can still be read, by its writer alone', async () => {
	const id = newId();
	await keep(world.anna, id, { id, name: 'Tyve linjer', alternativeNames: 'en\r\nto', _base: '{}' });
	const url = `/drafts?form=company&record=${id}`;
	const read = async (as: Viewer) => ((await call(listRoute.loader, { as, url })).data as { read: { label: string; texts: string[] } | null }).read;
	expect(await read(world.anna)).toEqual({ label: 'Prøvefirma', texts: ['Tyve linjer', 'en\nto'] });
	expect(await read(world.bo)).toBeNull();
});
