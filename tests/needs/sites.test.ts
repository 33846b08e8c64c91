import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { harvestChoices, harvestOf } from '#app/dialogues/harvest-choices.server.ts';
import { type NeedRow, WHOLE_FIRM } from '#app/needs/need.ts';
import { action, loader } from '#app/needs/routes/edit.tsx';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { sites, skillNeeds } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { refusal, talk } from '../dialogues/talk.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
let firm: { id: string; siteId: string };
let yard: { id: string };
beforeAll(async () => {
	world = await buildWorld();
	firm = await make.company({ name: 'To Steder A/S', site: { name: 'Kontoret', address: 'Prøvevej 1', postalCode: '2600', city: 'Glostrup' } });
	yard = await make.site(firm.id, { name: 'Værftet', address: 'Havneprøven 2', postalCode: '2600', city: 'Glostrup' });
});

const need = (given: Partial<NeedRow> = {}): NeedRow => ({
	...{ at: 0, id: newId(), version: null, companyId: null, siteId: null, wording: 'svejser', skillId: null },
	...{ level: null, people: null, byOn: null, certainty: 'likely', isRemoved: false },
	...given,
});
const siteOf = async (id: string) => (await db.select({ siteId: skillNeeds.siteId }).from(skillNeeds).where(eq(skillNeeds.id, id)))[0]?.siteId;
const shownSite = async (talkId: string, id: string) => (await harvestOf(world.anna, talkId)).needs.find((row) => row.id === id)?.siteId;

describe('where a need is, in the talk’s rows', () => {
	test('is where the talk was, or the site named, or the whole firm', async () => {
		const [here, there, everywhere] = [need(), need({ siteId: yard.id }), need({ siteId: WHOLE_FIRM })];
		const input = talk({ companyId: firm.id, needs: [here, there, everywhere] });
		await logDialogue(world.anna, input);
		expect([await siteOf(here.id), await siteOf(there.id), await siteOf(everywhere.id)]).toEqual([firm.siteId, yard.id, null]);
		const shown = [await shownSite(input.id, here.id), await shownSite(input.id, there.id), await shownSite(input.id, everywhere.id)];
		expect(shown).toEqual([null, yard.id, WHOLE_FIRM]);
	});

	test('stays when the talk’s form is saved again, and goes along when the talk’s own site is put right', async () => {
		const [here, there] = [need(), need({ siteId: WHOLE_FIRM })];
		const input = talk({ companyId: firm.id, siteId: firm.siteId, needs: [here, there] });
		await logDialogue(world.anna, input);
		const moved = { ...input, subjects: [{ kind: 'site' as const, id: yard.id }], version: 1 };
		const sent = [
			{ ...here, version: 1 },
			{ ...there, version: 1 },
		];
		await reviseDialogue(world.anna, input.id, { ...moved, needs: sent });
		expect([await siteOf(here.id), await siteOf(there.id)]).toEqual([yard.id, null]);
	});

	test('is none of another firm, and no site nobody offered', async () => {
		const elsewhere = need({ siteId: world.demolund.siteId });
		await logDialogue(world.anna, talk({ companyId: firm.id, needs: [elsewhere] }));
		expect(await siteOf(elsewhere.id)).toBe(firm.siteId);
		expect(await refusal(logDialogue(world.anna, talk({ companyId: firm.id, needs: [need({ siteId: newId() })] })))).toBe(400);
	});

	test('is offered for each firm of the talk', async () => {
		const { firms } = await harvestChoices(world.anna, [
			{ kind: 'company', id: firm.id },
			{ kind: 'company', id: world.demolund.id },
		]);
		expect(firms.map(({ sites: own }) => own.map(({ label }) => label))).toEqual([
			['Prøvevej 1, 2600 Glostrup', 'Havneprøven 2, 2600 Glostrup'],
			['Prøvevej 4, 2600 Glostrup'],
		]);
	});
});

describe('where a need is, on its own page', () => {
	const form = { version: '1', wording: 'svejser', certainty: 'likely', state: 'open' };
	const post = (needId: string, siteId: string, version = '1') =>
		call(action, { as: world.bo, params: { needId }, form: { ...form, version, siteId } });

	test('can be put right by Bo, and a talk saved afterwards leaves it there', async () => {
		const row = need();
		const input = talk({ companyId: firm.id, needs: [row] });
		await logDialogue(world.anna, input);
		expect((await call(loader, { as: world.bo, params: { needId: row.id } })).data).toMatchObject({
			values: { siteId: firm.siteId },
			sites: [{ id: firm.siteId }, { id: yard.id }],
		});
		expect((await post(row.id, yard.id)).status).toBe(302);
		expect(await siteOf(row.id)).toBe(yard.id);
		const again = { ...row, version: 2, siteId: (await shownSite(input.id, row.id)) ?? null };
		await reviseDialogue(world.anna, input.id, { ...input, needs: [again], version: 1 });
		expect(await siteOf(row.id)).toBe(yard.id);
		expect((await post(row.id, WHOLE_FIRM, '2')).status).toBe(302);
		expect(await siteOf(row.id)).toBeNull();
	});

	test('stays at a site put away since, which is still shown', async () => {
		const old = await make.site(firm.id, { name: 'Det gamle værksted', address: 'Gammelprøve 3' });
		const { id } = await make.need(world.anna, { companyId: firm.id, siteId: old.id });
		await write(async (tx) => void (await tx.update(sites).set({ archivedAt: new Date() }).where(eq(sites.id, old.id))));
		const page = await call(loader, { as: world.bo, params: { needId: id } });
		expect(page.data).toMatchObject({ sites: [{}, {}, { id: old.id, label: 'Gammelprøve 3' }] });
		expect((await post(id, old.id)).status).toBe(302);
		expect(await siteOf(id)).toBe(old.id);
		const other = await make.need(world.anna, { companyId: firm.id });
		expect((await post(other.id, old.id)).status).toBe(400);
	});
});
