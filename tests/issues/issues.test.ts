import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { harvestChoices, harvestOf } from '#app/dialogues/harvest-choices.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { submitted } from '#app/http/submission.server.ts';
import type { IssueRow } from '#app/issues/issue.ts';
import { issueList } from '#app/issues/issue-list.server.ts';
import { issuesOf, talksNaming } from '#app/issues/queries.server.ts';
import { action as editAction, loader as editLoader, action as newAction, loader as newLoader } from '#app/issues/routes/form.tsx';
import { loader as listLoader } from '#app/issues/routes/list.tsx';
import { action, loader } from '#app/issues/routes/show.tsx';
import { issueRows } from '#app/issues/rows-form.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { dialogueIssues, issues, topics } from '#db/schema/index.ts';
import { walked } from '#tests/listed.ts';
import { call } from '../call.ts';
import { refusal, talk } from '../dialogues/talk.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
let traffic: string;
beforeAll(async () => {
	world = await buildWorld();
	traffic = (await db.select().from(topics))[0]?.id ?? '';
});

const matter = (given: Partial<IssueRow> = {}): IssueRow => ({
	at: 0,
	id: newId(),
	isNamed: false,
	title: 'Lastbiler i kø ved porten',
	topicId: null,
	...given,
});
const known = (id: string, isNamed = true) => matter({ id, isNamed, title: null });
const stored = async (id: string) => (await db.select().from(issues).where(eq(issues.id, id)))[0];
const talksOf = async (id: string) =>
	(await db.select().from(dialogueIssues).where(eq(dialogueIssues.issueId, id))).map(({ dialogueId }) => dialogueId);

describe('a matter named in a talk', () => {
	test('begins with it: firm, district, day, unit and who follows it', async () => {
		const row = matter({ topicId: traffic });
		const input = talk({ companyId: world.demolund.id, issues: [row] });
		await logDialogue(world.anna, input);
		expect(await stored(row.id)).toMatchObject({
			...{ title: 'Lastbiler i kø ved porten', topicId: traffic, companyId: world.demolund.id, districtId: world.ejby.id, state: 'open' },
			...{ openedOn: '2026-11-02', raisedInId: input.id, ownerId: world.anna.id, unitId: world.units.business },
		});
		expect(await talksOf(row.id)).toEqual([input.id]);
	});

	test('comes up again in later talks, is offered there while open, and sent twice is named once', async () => {
		const { id } = await make.issue(world.bo, { title: 'Manglende skilte', companyId: world.prøvebageriet.id });
		expect((await harvestChoices(world.anna, [{ kind: 'company', id: world.prøvebageriet.id }])).issues).toEqual([{ id, title: 'Manglende skilte' }]);
		const input = talk({ companyId: world.prøvebageriet.id, issues: [known(id)] });
		await logDialogue(world.anna, input);
		await logDialogue(world.anna, input);
		expect(await talksOf(id)).toEqual([input.id]);
		expect(await talksNaming(world.anna, id)).toMatchObject([{ id: input.id }]);
	});

	test('a revised talk lets go what its form unticks and keeps what it does not speak of', async () => {
		const [first, second] = [await make.issue(world.bo, { title: 'Utæt tag' }), await make.issue(world.bo, { title: 'Støj om natten' })];
		const input = talk({ companyId: world.demolund.id, issues: [known(first.id), known(second.id)] });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, issues: [known(first.id, false)], version: 1 });
		expect([await talksOf(first.id), await talksOf(second.id)]).toEqual([[], [input.id]]);
		expect((await harvestOf(world.anna, input.id)).issues).toMatchObject([{ id: second.id, known: 'on', named: 'on' }, { known: null }]);
	});

	test('let go by the talk that raised it, and named in no other, it is put away; named elsewhere it stays', async () => {
		const [lone, shared] = [matter(), matter({ at: 1, title: 'Parkering' })];
		const input = talk({ companyId: world.demolund.id, issues: [lone, shared] });
		await logDialogue(world.anna, input);
		await logDialogue(world.anna, talk({ companyId: world.demolund.id, issues: [known(shared.id)] }));
		await reviseDialogue(world.anna, input.id, { ...input, issues: [known(lone.id, false), known(shared.id, false)], version: 1 });
		expect((await stored(lone.id))?.archivedAt).not.toBeNull();
		expect((await stored(shared.id))?.archivedAt).toBeNull();
	});

	test('leaves with a talk taken back and comes back with it, unless another talk names it', async () => {
		const [lone, shared] = [matter(), matter({ at: 1 })];
		const input = talk({ companyId: world.demolund.id, issues: [lone, shared] });
		await logDialogue(world.anna, input);
		await logDialogue(world.anna, talk({ companyId: world.demolund.id, issues: [known(shared.id)] }));
		await withdrawDialogue(world.anna, input.id);
		expect([(await stored(lone.id))?.archivedAt === null, (await stored(shared.id))?.archivedAt === null]).toEqual([false, true]);
		await restoreDialogue(world.anna, input.id);
		expect((await stored(lone.id))?.archivedAt).toBeNull();
	});

	test('an id of nothing, or of a matter the writer may not read, is a forged form', async () => {
		const secret = await make.dialogue(world.siri, { companyId: world.demolund.id, confidentiality: 'confidential' });
		const { id } = await make.issue(world.siri, { title: 'Fortrolig flytning', raisedInId: secret.id });
		for (const row of [known(newId()), known(id)])
			expect(await refusal(logDialogue(world.anna, talk({ companyId: world.demolund.id, issues: [row] })))).toBe(400);
		expect(await talksOf(id)).toEqual([secret.id]);
	});
});

describe('who reads a matter', () => {
	test('raised in a confidential talk, those who read its note; hidden from the others on every page and choice', async () => {
		const row = matter({ title: 'ISSUEMARKER lukker til sommer', topicId: traffic });
		const input = talk({ companyId: world.demolund.id, confidentiality: 'confidential', confidentialityReason: 'business_secret', issues: [row] });
		await logDialogue(world.anna, input);
		const pages = async (viewer: World['anna']) => [
			await call(listLoader, { as: viewer, url: '/issues' }),
			await call(listLoader, { as: viewer, url: `/issues?topic=${traffic}&district=ejby&state=all` }),
			await call(loader, { as: viewer, params: { issueId: row.id } }),
			await call(editLoader, { as: viewer, params: { issueId: row.id } }),
		];
		const lists = async (viewer: World['anna']) => [
			...(await issuesOf(viewer, { companyId: world.demolund.id })),
			...(await issuesOf(viewer, { districtId: world.ejby.id })),
			...(await issuesOf(viewer, { dialogueId: input.id })),
			(await harvestChoices(viewer, [{ kind: 'company', id: world.demolund.id }], input.id)).issues,
			(await harvestOf(viewer, input.id)).issues,
		];
		expect(JSON.stringify(await pages(world.anna))).toContain('ISSUEMARKER');
		expect(JSON.stringify(await lists(world.lene))).toContain('ISSUEMARKER');
		for (const viewer of [world.bo, world.siri, world.adam]) {
			expect(JSON.stringify([...(await pages(viewer)), ...(await lists(viewer))])).not.toMatch(new RegExp(`ISSUEMARKER|${row.id}`));
		}
		expect((await pages(world.bo)).map(({ status }) => status)).toEqual([200, 200, 404, 404]);
	});

	test('an open matter named in a confidential talk does not show that talk to others', async () => {
		const { id } = await make.issue(world.bo, { title: 'Trafik på Prøvevej', districtId: world.ejby.id });
		const secret = talk({ companyId: world.demolund.id, confidentiality: 'confidential', confidentialityReason: 'planning', issues: [known(id)] });
		await logDialogue(world.anna, secret);
		expect(await talksNaming(world.anna, id)).toHaveLength(1);
		expect(await talksNaming(world.bo, id)).toEqual([]);
		expect(await issuesOf(world.bo, { dialogueId: secret.id })).toEqual([]);
	});
});

describe('a matter on its own page', () => {
	const fields = { title: 'Vejbump', topicId: '', districtId: '', outcome: '' };

	test('is raised outside a talk; a firm brings its district; the same form twice is one', async () => {
		const id = newId();
		const form = { id, title: 'Vejbump', topicId: traffic, companyId: world.prøvebageriet.id };
		for (let times = 0; times < 2; times += 1) expect((await call(newAction, { as: world.bo, form })).location).toBe(`/issues/${id}`);
		expect(await stored(id)).toMatchObject({
			companyId: world.prøvebageriet.id,
			districtId: world.kirkebjerg.id,
			raisedInId: null,
			ownerId: world.bo.id,
		});
		expect((await call(newLoader, { as: world.anna, url: `/issues/new?company=${world.demolund.id}` })).status).toBe(200);
		expect((await call(newAction, { as: world.anna, form: { id: newId(), title: ' ' } })).status).toBe(400);
		expect((await call(newAction, { as: world.anna, form: { id: newId(), title: 'x', companyId: newId() } })).status).toBe(400);
	});

	test('is closed with what came of it and taken up again', async () => {
		const { id } = await make.issue(world.anna, { title: 'Vejbump' });
		const deed = (form: Record<string, string>) => call(action, { as: world.bo, params: { issueId: id }, form });
		expect((await deed({ deed: 'resolve', outcome: 'Bump anlagt i maj.' })).status).toBe(302);
		expect(await stored(id)).toMatchObject({ state: 'resolved', outcome: 'Bump anlagt i maj.', resolvedOn: expect.any(String) });
		await deed({ deed: 'resolve', outcome: 'Anden gang.' });
		expect(await stored(id)).toMatchObject({ outcome: 'Bump anlagt i maj.', version: 2 });
		await deed({ deed: 'reopen' });
		expect(await stored(id)).toMatchObject({ state: 'open', resolvedOn: null, version: 3 });
		expect((await deed({ deed: 'erase' })).status).toBe(400);
	});

	test('edits of different fields merge, of the same field ask', async () => {
		const { id } = await make.issue(world.anna, { title: 'Vejbump' });
		const { data } = await call(editLoader, { as: world.anna, params: { issueId: id } });
		const form = { ...fields, ownerId: world.anna.id, _base: z.object({ base: z.string() }).parse(data).base };
		const save = (as: World['anna'], changed: Record<string, string>) =>
			call(editAction, { as, params: { issueId: id }, form: { ...form, ...changed } });
		expect((await save(world.bo, { districtId: world.ejby.id })).status).toBe(302);
		expect((await save(world.anna, { title: 'To vejbump' })).status).toBe(302);
		expect(await stored(id)).toMatchObject({ title: 'To vejbump', districtId: world.ejby.id });
		expect((await save(world.bo, { title: 'Tre vejbump' })).status).toBe(409);
		expect(await stored(id)).toMatchObject({ title: 'To vejbump' });
	});

	test('managers read, administrators do not; unknown ids are not there', async () => {
		const { id } = await make.issue(world.anna, { title: 'Vejbump' });
		expect((await call(loader, { as: world.lene, params: { issueId: id } })).status).toBe(200);
		expect((await call(action, { as: world.lene, params: { issueId: id }, form: { deed: 'resolve' } })).status).toBe(403);
		for (const route of [loader, editLoader, listLoader, newLoader])
			expect((await call(route, { as: world.adam, params: { issueId: id } })).status).toBe(403);
		for (const issueId of [newId(), 'x']) expect((await call(loader, { as: world.anna, params: { issueId } })).status).toBe(404);
	});
});

describe('the list of matters', () => {
	test('all on one topic in one district is one address; pages show each once', async () => {
		const place = { topicId: traffic, districtId: world.kirkebjerg.id };
		const made = [];
		for (const openedOn of ['2026-01-03', '2026-01-02', '2026-01-02'])
			made.push(await make.issue(world.anna, { title: 'Trafik', ...place, openedOn }));
		await make.issue(world.anna, { title: 'Trafik andetsteds', topicId: traffic, districtId: world.ejby.id });
		const seen = (await walked(world.anna, issueList, { topic: traffic, district: 'kirkebjerg' }, 2)).map(({ id }) => id);
		expect(seen).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
		expect(new Set(seen).size).toBe(seen.length);
		const { data } = await call(listLoader, { as: world.anna, url: `/issues?topic=${traffic}&district=kirkebjerg` });
		expect(JSON.stringify(data)).not.toContain('Trafik andetsteds');
		for (const query of ['?state=x&topic=1&district=nowhere&before=2026-02-31_x', '?before=%00'])
			expect((await call(listLoader, { as: world.anna, url: `/issues${query}` })).status).toBe(200);
	});
});

describe('the rows of the form', () => {
	test('known ones come ticked or not, new ones by their title, blank ones not at all', () => {
		const [ticked, let_go, fresh] = [newId(), newId(), newId()];
		const form = new FormData();
		for (const [name, value] of [
			['issues[0].id', ticked],
			['issues[0].known', 'on'],
			['issues[0].named', 'on'],
			['issues[1].id', let_go],
			['issues[1].known', 'on'],
			['issues[2].id', fresh],
			['issues[2].title', ' Ny vej '],
			['issues[3].id', newId()],
			['issues[3].title', ''],
		])
			form.append(name ?? '', value ?? '');
		expect(submitted(form, z.object({ issues: issueRows() }))).toMatchObject({
			value: {
				issues: [
					{ id: ticked, isNamed: true, title: null },
					{ id: let_go, isNamed: false, title: null },
					{ id: fresh, title: 'Ny vej' },
				],
			},
		});
	});
});
