import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { commitmentsOf } from '#app/companies/commitments.server.ts';
import { action as create, action as edit, loader } from '#app/companies/routes/commitment-form.tsx';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companyCommitments } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let companyId: string;
beforeAll(async () => {
	world = await buildWorld();
	companyId = (await make.company({ name: 'Deltagerfirmaet' })).id;
});

const given = (over: Record<string, string> = {}) => ({
	id: newId(),
	kind: 'internships',
	places: '2',
	note: 'Kun i sommerhalvåret',
	fromOn: '2026-05-01',
	toOn: '',
	...over,
});

describe('what a firm takes part in', () => {
	it('is recorded once, however often the form is sent', async () => {
		const form = given();
		const answers = await Promise.all(Array.from({ length: 20 }, () => call(create, { as: world.bo, params: { companyId }, form })));
		expect(new Set(answers.map(({ status, location }) => `${status} ${location}`))).toEqual(new Set([`302 /companies/${companyId}`]));
		expect(await commitmentsOf(world.anna, companyId)).toMatchObject([
			{
				id: form.id,
				kind: 'internships',
				places: 2,
				note: 'Kun i sommerhalvåret',
				fromOn: '2026-05-01',
				toOn: null,
				isEnded: false,
				unitName: 'Beskæftigelse',
			},
		]);
	});

	it('ends with its last day and stays to be seen', async () => {
		const form = given({ kind: 'apprentices', places: '' });
		await call(create, { as: world.anna, params: { companyId }, form });
		const ended = { ...form, version: '1', toOn: '2026-06-30' };
		expect((await call(edit, { as: world.bo, params: { commitmentId: form.id }, form: ended })).status).toBe(302);
		expect((await commitmentsOf(world.lene, companyId)).find(({ id }) => id === form.id)).toMatchObject({ isEnded: true, places: null });
	});

	it('is not saved over by somebody who saw an older edition', async () => {
		const form = given({ kind: 'network' });
		await call(create, { as: world.anna, params: { companyId }, form });
		expect((await call(edit, { as: world.anna, params: { commitmentId: form.id }, form: { ...form, version: '1', places: '5' } })).status).toBe(302);
		const stale = await call(edit, { as: world.bo, params: { commitmentId: form.id }, form: { ...form, version: '1', places: '9' } });
		expect(stale).toMatchObject({
			status: 409,
			data: { conflict: { clashes: [{ field: 'places', mine: '9', theirs: '5', by: 'Anna Prøvesen' }] }, result: { initialValue: { places: '9' } } },
		});
		expect(await db.select({ places: companyCommitments.places }).from(companyCommitments).where(eq(companyCommitments.id, form.id))).toEqual([
			{ places: 5 },
		]);
	});

	it('says at each field what is wrong', async () => {
		const wrong = given({ kind: 'sponsor', places: '0', fromOn: '', toOn: '2026-02-30' });
		const answer = await call(create, { as: world.anna, params: { companyId }, form: wrong });
		expect(answer.status).toBe(400);
		expect(Object.keys((answer.data as { result: { error: object } }).result.error).sort()).toEqual(['fromOn', 'kind', 'places', 'toOn']);
		const backwards = given({ fromOn: '2026-05-02', toOn: '2026-05-01' });
		expect((await call(create, { as: world.anna, params: { companyId }, form: backwards })).data).toMatchObject({
			result: { error: { toOn: [expect.any(String)] } },
		});
	});

	it('is recorded by those who do field work, read by the work roles', async () => {
		for (const as of [world.lene, world.adam]) {
			expect((await call(loader, { as, params: { companyId } })).status).toBe(403);
			expect((await call(create, { as, params: { companyId }, form: given() })).status).toBe(403);
		}
		expect(await commitmentsOf(world.adam, companyId)).toEqual([]);
		expect((await call(edit, { as: world.anna, params: { commitmentId: newId() }, form: given() })).status).toBe(404);
	});
});
