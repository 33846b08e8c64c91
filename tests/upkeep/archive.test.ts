import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyList } from '#app/companies/company-list.server.ts';
import { contactList } from '#app/contacts/contact-list.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { csvOf } from '#app/lists/csv.server.ts';
import { propertyList } from '#app/properties/property-list.server.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { loader as searchPage } from '#app/search/routes/search.tsx';
import { archivedFor } from '#app/upkeep/archive.server.ts';
import { type PutAwayAnswer, putAway } from '#app/upkeep/put-away.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { loader as archivePage } from '#app/upkeep/routes/archive.tsx';
import { call } from '#tests/call.ts';
import { analyze, planOf, statementsOf } from '#tests/db/plans.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let firm: { id: string; siteId: string };
let branch: { id: string };
let owner: { id: string };
let person: { id: string };
let land: { id: string };
beforeAll(async () => {
	world = await buildWorld();
	firm = await make.company({ name: 'Gemt & Glemt A/S', cvr: '99000023', site: { address: 'Arkivprøvevej 7', postalCode: '2600' } });
	branch = await make.site(world.demolund.id, { name: 'Nedlagt Prøveafdeling', address: 'Lukkevej 3', postalCode: '2600' });
	owner = await make.landowner({ name: 'Glemte Ejere', kind: 'association' });
	person = await make.contact({ name: 'Gitte Glemsom', phone: '44 55 66 77' });
	land = await make.property({ name: 'Glemmevej 12', districtId: world.ejby.id });
	await put('company', firm.id);
	await put('site', branch.id);
	await put('landowner', owner.id);
	await put('contact', person.id);
	await put('property', land.id);
	const thrown = await make.company({ name: 'Glemt og Smidt Ud' });
	await put('company', thrown.id, 'trashed');
});

async function put(
	kind: string,
	id: string,
	state: 'archived' | 'trashed' | 'present' = 'archived',
	viewer: Viewer = world.anna,
): Promise<PutAwayAnswer> {
	const record = await recordFor(viewer, kind, id);
	return putAway(viewer, record, state, record.version);
}

const found = async (q: string, viewer: Viewer = world.anna) =>
	(await archivedFor(viewer, { q, only: null })).flatMap(({ rows }) => rows.map(({ kind, id }) => `${kind} ${id}`));

describe('the archive', () => {
	it('shows what was put away, kind by kind, without what went along and what was thrown away', async () => {
		expect(await found('')).toEqual([
			`company ${firm.id}`,
			`contact ${person.id}`,
			`landowner ${owner.id}`,
			`site ${branch.id}`,
			`property ${land.id}`,
		]);
		const { data } = await call(archivePage, { as: world.lene });
		expect(data).toMatchObject({ groups: expect.arrayContaining([expect.objectContaining({ kind: 'company' })]) });
	});

	test.each([
		['gemt og glemt', () => `company ${firm.id}`],
		['99 00 00 23', () => `company ${firm.id}`],
		['glemte', () => `landowner ${owner.id}`],
		['glemsom', () => `contact ${person.id}`],
		['+45 44556677', () => `contact ${person.id}`],
		['glemmevej', () => `property ${land.id}`],
		['lukkevej', () => `site ${branch.id}`],
	])('finds “%s”', async (typed, wanted) => {
		expect(await found(typed)).toContain(wanted());
	});

	it('is for everybody to look into; who may not put a record away is not offered to fetch it back', async () => {
		const rows = async (viewer: Viewer) => (await archivedFor(viewer, { q: '', only: 'landowner' }))[0]?.rows ?? [];
		expect(await rows(world.anna)).toMatchObject([{ id: owner.id, mayRestore: true, path: `/landowners/${owner.id}` }]);
		expect(await rows(world.bo)).toMatchObject([{ id: owner.id, mayRestore: false }]);
		const page = await recordFor(world.anna, 'landowner', owner.id);
		const [row] = await rows(world.anna);
		expect(row?.version).toBe(page.version);
	});

	it.runIf(process.env.TEST_DATABASE_FILE)('is read from what was put away alone, in its order', async () => {
		analyze();
		for (const kind of ['company', 'contact', 'landowner', 'property', 'site']) {
			const sent = await statementsOf(() => archivedFor(world.anna, { q: '', only: kind }));
			const [read] = sent.filter((statement) => /"?archived_at"? is not null/i.test(statement));
			expect(planOf(read ?? ''), kind).toMatch(/USING (COVERING )?INDEX \w+_archived/);
		}
	});

	it('goes on page by page within one kind', async () => {
		for (let at = 0; at < 24; at += 1) await put('contact', (await make.contact({ name: `Side ${at}` })).id);
		const [all] = await archivedFor(world.anna, { q: '', only: null });
		const [first] = await archivedFor(world.anna, { q: '', only: 'contact' });
		const [second] = await archivedFor(world.anna, { q: '', only: 'contact', after: first?.next });
		expect(all?.kind).toBe('company');
		const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id);
		expect(ids).toHaveLength(25);
		expect(new Set(ids).size).toBe(25);
		expect(second?.next).toBeNull();
	});
});

describe('a list asked for what was put away', () => {
	it('shows that alone, searched and taken away as any other', async () => {
		const ids = (rows: ReadonlyArray<{ id: string }>) => rows.map(({ id }) => id);
		const archived = { archived: 'only' };
		expect(ids((await listed(world.anna, companyList, archived)).rows)).toEqual([firm.id]);
		expect(ids((await listed(world.anna, companyList, { ...archived, q: 'glemt' })).rows)).toEqual([firm.id]);
		expect(ids((await listed(world.anna, companyList, { ...archived, q: 'demolund' })).rows)).toEqual([]);
		expect(ids((await listed(world.anna, companyList, {})).rows)).not.toContain(firm.id);
		expect(ids((await listed(world.anna, landownerList, archived)).rows)).toEqual([owner.id]);
		expect(ids((await listed(world.anna, contactList, { ...archived, q: 'glemsom' })).rows)).toEqual([person.id]);
		expect(ids((await listed(world.anna, propertyList, archived)).rows)).toEqual([land.id]);
		const csv = await csvOf(world.anna, companyList, new URLSearchParams(archived));
		expect(await new Response(csv).text()).toContain('Gemt & Glemt A/S');
	});
});

describe('the search', () => {
	it('shows archived records where nothing present answers, and leads to the archive otherwise', async () => {
		const { data } = await call(searchPage, { as: world.anna, url: '/search?q=gemt og glemt' });
		expect(data).toMatchObject({ kinds: [], archived: [{ kind: 'company', id: firm.id, name: 'Gemt & Glemt A/S' }] });
		const present = await call(searchPage, { as: world.anna, url: '/search?q=demolund' });
		expect(present.data).toMatchObject({ archived: [] });
	});

	it('offers the archive in Ctrl-K where nothing present answers', async () => {
		expect((await optionsFor(world.anna, 'gemt og glemt')).at(-1)).toMatchObject({ to: '/archive?q=gemt+og+glemt' });
		expect((await optionsFor(world.anna, 'demolund')).map(({ to }) => to)).not.toContain('/archive?q=demolund');
		expect((await optionsFor(world.anna, 'gå til arkiv'))[0]).toMatchObject({ to: '/archive' });
	});
});
