import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { assignResponsible, responsiblesOf } from '#app/companies/responsibles.server.ts';
import { loader as list } from '#app/companies/routes/list.tsx';
import { action } from '#app/landowners/routes/responsibles.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, companyResponsibles, memberships, users } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let firm: { id: string };
/** Anna's colleague in Erhvervsservice. */
let asta: string;

beforeAll(async () => {
	world = await buildWorld();
	asta = newId();
	const dates = { createdAt: new Date(), updatedAt: new Date() };
	await write(async (tx) => {
		await tx.insert(users).values({ id: asta, name: 'Asta Prøvebo', sortName: 'asta', email: 'asta@distrikt.example', ...dates });
		await tx.insert(memberships).values({ id: newId(), userId: asta, unitId: world.units.business, role: 'consultant' });
	});
});
beforeEach(async () => {
	firm = await make.company({ name: `Ansvarsfirmaet ${newId()}` });
});

const business = () => ({ unitId: world.units.business });

describe('who is responsible for a firm', () => {
	it('is one person per unit, each with their first day', async () => {
		await assignResponsible(world.anna, firm.id, { ...business(), userId: world.anna.id });
		await assignResponsible(world.bo, firm.id, { unitId: world.units.employment, userId: world.bo.id });
		const shown = await responsiblesOf(world.lene, firm.id);
		expect(shown.map(({ unitName, userName, toOn }) => [unitName, userName, toOn])).toEqual([
			['Beskæftigelse', 'Bo Eksempelholt', null],
			['Erhvervsservice', 'Anna Prøvesen', null],
		]);
	});

	it('keeps the former person with their days, when Asta takes over from Anna', async () => {
		vi.useFakeTimers({ now: new Date('2020-02-01T12:00:00Z'), toFake: ['Date'] });
		await assignResponsible(world.anna, firm.id, { ...business(), userId: world.anna.id });
		vi.setSystemTime(new Date('2020-03-01T12:00:00Z'));
		await assignResponsible(world.anna, firm.id, { ...business(), userId: asta });
		vi.useRealTimers();
		const shown = await responsiblesOf(world.anna, firm.id);
		expect(shown.map(({ userName, toOn }) => [userName, toOn])).toEqual([
			['Asta Prøvebo', null],
			['Anna Prøvesen', '2020-03-01'],
		]);
	});

	it('leaves no line of a slip mended on the same day', async () => {
		await assignResponsible(world.anna, firm.id, { ...business(), userId: asta });
		await assignResponsible(world.anna, firm.id, { ...business(), userId: world.anna.id });
		expect(await responsiblesOf(world.anna, firm.id)).toMatchObject([{ userName: 'Anna Prøvesen', toOn: null }]);
		await assignResponsible(world.anna, firm.id, { ...business(), userId: null });
		expect(await responsiblesOf(world.anna, firm.id)).toEqual([]);
	});

	it('is said by the own unit only, and of people of that unit only', async () => {
		const of = (unitId: string, userId: string) => ({ unitId, userId });
		await expect(assignResponsible(world.bo, firm.id, of(world.units.business, world.bo.id))).rejects.toMatchObject({ init: { status: 403 } });
		await expect(assignResponsible(world.anna, firm.id, of(world.units.business, world.bo.id))).rejects.toMatchObject({ init: { status: 400 } });
		await expect(assignResponsible(world.anna, newId(), of(world.units.business, world.anna.id))).rejects.toMatchObject({ init: { status: 404 } });
	});

	it('is one person after Anna and Asta both press at once, and one line in the history for each change', async () => {
		const before = (await db.select({ seq: activity.seq }).from(activity)).length;
		await Promise.all(
			Array.from({ length: 20 }, (_, at) => assignResponsible(world.anna, firm.id, { ...business(), userId: at % 2 ? asta : world.anna.id })),
		);
		const open = and(eq(companyResponsibles.companyId, firm.id), isNull(companyResponsibles.toOn));
		expect(await db.select().from(companyResponsibles).where(open)).toHaveLength(1);
		expect((await db.select({ seq: activity.seq }).from(activity)).length).toBeLessThanOrEqual(before + 20);
	});

	it('is changed by a form, with a way back', async () => {
		const form = { unitId: world.units.business, userId: world.anna.id };
		const answer = await call(action, { as: world.anna, params: { companyId: firm.id }, form });
		expect(answer).toMatchObject({ status: 302, location: `/companies/${firm.id}` });
		const faulty: Array<Record<string, string>> = [{}, { unitId: 'x', userId: '' }, { unitId: world.units.business, userId: 'x' }];
		for (const bad of faulty) expect((await call(action, { as: world.anna, params: { companyId: firm.id }, form: bad })).status).toBe(400);
		expect((await call(action, { as: world.anna, params: { companyId: 'x' }, form })).status).toBe(404);
	});
});

describe('my firms', () => {
	it('are those I am responsible for now, in the list as in its count', async () => {
		const former = await make.company({ name: 'Tidligere min' });
		await assignResponsible(world.siri, firm.id, { unitId: world.units.planning, userId: world.siri.id });
		await write((tx) =>
			tx
				.insert(companyResponsibles)
				.values({ id: newId(), companyId: former.id, unitId: world.units.planning, userId: world.siri.id, fromOn: '2025-01-01', toOn: '2026-01-01' }),
		);
		const page = await listed(world.siri, companyList, { mine: 'yes' });
		expect([page.rows.map(({ id }) => id), page.total]).toEqual([[firm.id], 1]);
		const none = await listed(world.lene, companyList, { mine: 'yes' });
		expect([none.rows, none.total]).toEqual([[], 0]);
	});

	it('stand in the address beside the other filters', async () => {
		await assignResponsible(world.anna, firm.id, { ...business(), userId: world.anna.id });
		const { data } = await call(list, { as: world.anna, url: '/companies?mine=yes&sort=-name' });
		expect(data).toMatchObject({ shown: { state: { is: { mine: 'yes' }, sort: '-name' }, isNone: false } });
		const other = await listed(world.anna, companyList, { mine: 'yes', status: 'ceased' });
		expect(other.rows).toEqual([]);
	});
});
