import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { action as newUnit } from '#app/admin/routes/new-unit.tsx';
import { action as rename, loader as unitPage } from '#app/admin/routes/unit.tsx';
import { action as archival } from '#app/admin/routes/unit-archival.tsx';
import { loader as unitsPage } from '#app/admin/routes/units.tsx';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, units } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

describe('Adam keeps the units', () => {
	it('creates one, once, however often it is sent', async () => {
		const id = newId();
		const answers = await Promise.all(Array.from({ length: 20 }, () => call(newUnit, { as: world.adam, form: { id, name: ' Kultur og Fritid ' } })));
		expect(new Set(answers.map(({ location }) => location))).toEqual(new Set(['/admin/units']));
		expect(await db.select().from(units).where(eq(units.id, id))).toMatchObject([{ name: 'Kultur og Fritid' }]);
		expect(await db.select().from(activity).where(eq(activity.subjectId, id))).toMatchObject([{ verb: 'unit.created' }]);
	});

	it('names no two alike', async () => {
		const answer = await call(newUnit, { as: world.adam, form: { id: newId(), name: 'PLAN OG BYG' } });
		expect(answer).toMatchObject({ status: 409, data: { result: { error: { name: [expect.stringContaining('allerede en enhed med det navn')] } } } });
		expect((await call(rename, { as: world.adam, params: { unitId: world.units.it }, form: { name: 'Ledelse', version: '1' } })).status).toBe(409);
		expect((await call(newUnit, { as: world.adam, form: { id: newId(), name: '  ' } })).status).toBe(400);
	});

	it('renames one, but not over a newer name', async () => {
		const params = { unitId: world.units.planning };
		expect((await call(rename, { as: world.adam, params, form: { name: 'Plan, Byg og Miljø', version: '1' } })).status).toBe(302);
		const late = await call(rename, { as: world.adam, params, form: { name: 'By og Land', version: '1' } });
		expect(late).toMatchObject({ status: 409, data: { result: { initialValue: { name: 'By og Land' } } } });
		expect((await call(unitPage, { as: world.adam, params })).data).toMatchObject({ unit: { name: 'Plan, Byg og Miljø', version: 2, people: 1 } });
	});

	it('archives an empty one and takes it back, but none with people in it', async () => {
		expect((await call(archival, { as: world.adam, params: { unitId: world.units.business }, form: { state: 'archived' } })).status).toBe(409);
		const id = newId();
		await call(newUnit, { as: world.adam, form: { id, name: 'Tom enhed' } });
		for (const state of ['archived', 'archived', 'present'])
			expect((await call(archival, { as: world.adam, params: { unitId: id }, form: { state } })).status).toBe(302);
		const deeds = await db.select().from(activity).where(eq(activity.subjectId, id));
		expect(deeds.map(({ verb }) => verb)).toEqual(['unit.created', 'unit.archived', 'unit.restored']);
	});

	it('alone: others are refused, and unknown ids are not found', async () => {
		for (const as of [world.anna, world.bo, world.lene]) {
			expect((await call(unitsPage, { as })).status).toBe(403);
			expect((await call(newUnit, { as, form: { id: newId(), name: 'Skjult' } })).status).toBe(403);
			expect((await call(rename, { as, params: { unitId: world.units.it }, form: { name: 'x', version: '1' } })).status).toBe(403);
			expect((await call(archival, { as, params: { unitId: world.units.it }, form: { state: 'archived' } })).status).toBe(403);
		}
		for (const unitId of ['x', newId()]) expect((await call(unitPage, { as: world.adam, params: { unitId } })).status).toBe(404);
	});
});
