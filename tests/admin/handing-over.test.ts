import { and, eq, gt, isNull, max } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loader as personPage } from '#app/admin/routes/person.tsx';
import { action as disablement, loader as disablementPage } from '#app/admin/routes/person-disablement.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyList } from '#app/companies/company-list.server.ts';
import { assignableUnits, assignResponsible, responsiblesOf } from '#app/companies/responsibles.server.ts';
import { loader as districtsPage } from '#app/districts/routes/list.tsx';
import { agreeFollowUp } from '#app/follow-ups/commands.server.ts';
import { followUpList } from '#app/follow-ups/follow-up-list.server.ts';
import { fieldPeople } from '#app/follow-ups/places.server.ts';
import { issueList } from '#app/issues/issue-list.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { nameResponsible } from '#app/landowners/responsibles.server.ts';
import { listShown } from '#app/lists/source.server.ts';
import { myDay } from '#app/my-day/queries.server.ts';
import { historyOf } from '#app/upkeep/history.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, companyResponsibles, districts, followUps, issues, landownerResponsibles, memberships, users } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Vibeke leaves: what she holds is told before, and somebody goes on with it.

let world: World;
let firm: { id: string };
const visit = { id: '', text: '' };

let vibeke: Viewer;

beforeAll(async () => {
	world = await buildWorld();
	const siri = { id: newId(), userId: world.siri.id, unitId: world.units.business, role: 'consultant' as const };
	await write((tx) => tx.insert(memberships).values(siri));
});

beforeEach(async () => {
	vibeke = { ...world.anna, id: newId(), name: 'Vibeke Videre' };
	const { id, name } = vibeke;
	await write(async (tx) => {
		await tx
			.insert(users)
			.values({ id, name, sortName: 'vibeke videre', email: `${id}@distrikt.example`, createdAt: new Date(), updatedAt: new Date() });
		await tx.insert(memberships).values({ id: newId(), userId: id, unitId: world.units.business, role: 'consultant' });
		await tx.update(districts).set({ responsibleId: id }).where(eq(districts.id, world.ejby.id));
		await tx.delete(landownerResponsibles);
	});
	firm = await make.company({ name: `Afskedsfirma ${id}` });
	await assignResponsible(vibeke, firm.id, { unitId: world.units.business, userId: id });
	await nameResponsible(vibeke, world.ole.id, { unitId: world.units.business, userId: id });
	await make.issue(vibeke, { title: 'Støj ved rampen' });
	const place = { companyId: firm.id, landownerId: null, dialogueId: null, contactId: null, unitId: null, goAheadReason: 'Aftalt' };
	const who = { ...place, assigneeId: id, dueAtTime: null };
	Object.assign(visit, { id: newId(), text: 'Besøg om praktik' });
	await agreeFollowUp(vibeke, { ...who, id: visit.id, kind: 'visit', text: visit.text, dueOn: '2026-12-20' });
	await agreeFollowUp(vibeke, { ...who, id: newId(), kind: 'promise', text: 'Sende kontrakten', dueOn: '2026-12-18' });
	await agreeFollowUp(vibeke, { ...who, id: newId(), kind: 'task', text: 'Ringe om skiltet', dueOn: '2020-01-01' });
});

const disable = (form: Record<string, string>) =>
	call(disablement, { as: world.adam, params: { userId: vibeke.id }, form: { state: 'disabled', ...form } });
const isIn = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.disabledAt === null;
/** What each of the kinds counts, now. */
const held = async () => (await call(disablementPage, { as: world.adam, params: { userId: vibeke.id } })).data as { held: Record<string, number> };
const rowsAt = async (source: Parameters<typeof listShown>[1], query: Record<string, string>) =>
	(await listShown(world.lene, source, new Request(`http://localhost/x?${new URLSearchParams(query)}`))) as { rows: Array<{ id: string }> };
const NOTHING = { tasks: 0, overdue: 0, visits: 0, companies: 0, landowners: 0, districts: 0, issues: 0 };

describe('disabling a person', () => {
	it('tells what they hold before, as many as the rows each number opens', async () => {
		expect((await held()).held).toEqual({ tasks: 2, overdue: 1, visits: 1, companies: 1, landowners: 1, districts: 1, issues: 1 });
		const person = vibeke.id;
		expect((await rowsAt(followUpList as never, { person, kind: 'agreed' })).rows).toHaveLength(2);
		expect((await rowsAt(followUpList as never, { person, list: 'overdue' })).rows).toHaveLength(1);
		expect((await rowsAt(followUpList as never, { person, kind: 'visit' })).rows).toMatchObject([{ id: visit.id }]);
		expect((await rowsAt(companyList as never, { responsible: person, status: 'all' })).rows).toMatchObject([{ id: firm.id }]);
		expect((await rowsAt(landownerList as never, { person })).rows).toMatchObject([{ id: world.ole.id }]);
		expect((await rowsAt(issueList as never, { owner: person })).rows).toHaveLength(1);
		const districtsShown = await call(districtsPage, { as: world.adam, url: `/districts?responsible=${person}` });
		expect(districtsShown.data).toMatchObject({ of: 'Vibeke Videre', districts: [{ id: world.ejby.id }] });
	});

	it('asks who goes on with it, and does nothing until that is said', async () => {
		const answer = await disable({ 'apart.visits': world.siri.id });
		expect(answer).toMatchObject({
			status: 400,
			data: { sentence: expect.stringContaining('Vælg en kollega'), typed: { apart: { visits: world.siri.id } } },
		});
		expect(await isIn(vibeke.id)).toBe(true);
		// Bo is of another unit: firms and owners stay within theirs.
		expect(await disable({ all: world.bo.id })).toMatchObject({ status: 400, data: { sentence: expect.stringContaining('Virksomheder, Ejere') } });
		expect(await disable({ all: newId() })).toMatchObject({ status: 400 });
		expect(await isIn(vibeke.id)).toBe(true);
	});

	it('hands all of it to a colleague in the same act, with one deed in the history of each record', async () => {
		const [last] = await db.select({ seq: max(activity.seq) }).from(activity);
		expect((await disable({ all: world.siri.id })).status).toBe(302);
		expect(await isIn(vibeke.id)).toBe(false);
		expect((await held()).held).toEqual(NOTHING);
		expect(
			await db
				.select()
				.from(followUps)
				.where(and(eq(followUps.companyId, firm.id), eq(followUps.assigneeId, world.siri.id))),
		).toHaveLength(3);
		expect(await db.select().from(issues).where(eq(issues.ownerId, world.siri.id))).toHaveLength(1);
		expect(await db.select().from(districts).where(eq(districts.responsibleId, world.siri.id))).toHaveLength(1);
		for (const table of [companyResponsibles, landownerResponsibles])
			expect(
				await db
					.select()
					.from(table)
					.where(and(isNull(table.toOn), eq(table.userId, world.siri.id))),
			).toHaveLength(1);
		const deeds = (
			await db
				.select()
				.from(activity)
				.where(gt(activity.seq, last?.seq ?? 0))
		)
			.map(({ verb }) => verb)
			.sort();
		const revised = ['district.revised', 'followUp.revised', 'followUp.revised', 'followUp.revised', 'issue.revised'];
		expect(deeds).toEqual(['company.responsible', ...revised, 'landowner.responsible', 'user.disabled']);
		const { lines } = await historyOf(world.lene, await recordFor(world.lene, 'company', firm.id), null);
		expect(lines.flatMap(({ changes }) => changes.map(({ before, after }) => `${before} → ${after}`))).toContain('Vibeke Videre → Siri Forsøgsen');
		// The same form sent again by a browser that got no answer finds nothing to do.
		expect((await disable({ all: world.siri.id })).status).toBe(302);
	});

	it('shares it out, one kind to each, and leaves knowingly what is to stay; later it is handed over all the same', async () => {
		const form = { all: 'left', 'apart.visits': world.bo.id, 'apart.companies': world.siri.id };
		expect((await disable(form)).status).toBe(302);
		expect((await held()).held).toEqual({ ...NOTHING, tasks: 2, overdue: 1, landowners: 1, districts: 1, issues: 1 });
		const page = await call(personPage, { as: world.adam, params: { userId: vibeke.id } });
		expect(page.data).toMatchObject({ stillHolds: true });
		expect((await disable({ state: 'handed', all: world.siri.id })).status).toBe(302);
		expect((await held()).held).toEqual(NOTHING);
		expect(await isIn(vibeke.id)).toBe(false);
	});
});

describe('a disabled person', () => {
	beforeEach(async () => void (await disable({ all: 'left' })));

	it('is marked wherever named as responsible or for whom something is', async () => {
		const gone = 'Vibeke Videre (deaktiveret)';
		expect(await responsiblesOf(world.bo, firm.id)).toMatchObject([{ userName: gone }]);
		expect((await rowsAt(followUpList as never, { person: vibeke.id })).rows).toMatchObject([{}, {}, {}].map(() => ({ assignee: { name: gone } })));
		expect((await rowsAt(issueList as never, { owner: vibeke.id })).rows).toMatchObject([{ owner: { name: gone } }]);
		const districtsShown = (await call(districtsPage, { as: world.bo, url: '/districts' })).data as { districts: unknown[] };
		expect(districtsShown.districts).toContainEqual(expect.objectContaining({ id: world.ejby.id, responsible: gone }));
	});

	it('has what was promised shown on the day of the unit and of who leads, promises first', async () => {
		for (const as of [world.siri, world.lene]) {
			const viewer = { ...as, memberships: as === world.siri ? [...as.memberships, ...vibeke.memberships] : as.memberships };
			expect((await myDay(viewer)).orphaned.filter(({ company }) => company?.id === firm.id).map(({ text }) => text)).toEqual([
				'Sende kontrakten',
				'Ringe om skiltet',
				visit.text,
			]);
		}
		expect((await myDay(world.bo)).orphaned).toEqual([]);
		expect((await rowsAt(followUpList as never, { list: 'orphaned', person: vibeke.id })).rows).toHaveLength(3);
	});

	it('is not offered anew, but the firm’s choice stands on them, and saving it keeps them', async () => {
		expect((await fieldPeople(world.bo)).map(({ id }) => id)).not.toContain(vibeke.id);
		const colleague = { ...world.siri, memberships: [...world.siri.memberships, ...vibeke.memberships] };
		const unit = (await assignableUnits(colleague)).find(({ unitId }) => unitId === world.units.business);
		expect(unit?.people.map(({ id }) => id)).not.toContain(vibeke.id);
		const kept = await assignResponsible(colleague, firm.id, { unitId: world.units.business, userId: vibeke.id });
		expect(kept).toMatchObject({ before: vibeke.id, name: 'Vibeke Videre (deaktiveret)' });
		const other = await make.company({ name: 'Et andet firma' });
		const anew = assignResponsible(colleague, other.id, { unitId: world.units.business, userId: vibeke.id });
		await expect(anew).rejects.toBeDefined();
	});
});
