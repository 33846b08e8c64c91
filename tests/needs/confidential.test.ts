import { eq, isNotNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { loader as talkPage } from '#app/dialogues/routes/show.tsx';
import { loader as exported } from '#app/lists/routes/export.ts';
import { reviseNeed } from '#app/needs/commands.server.ts';
import { needList } from '#app/needs/need-list.server.ts';
import { needsOf } from '#app/needs/queries.server.ts';
import { loader as editPage } from '#app/needs/routes/edit.tsx';
import { companyPrep } from '#app/prep/queries.server.ts';
import { loader as searchPage } from '#app/search/routes/search.tsx';
import { loader as historyPage } from '#app/upkeep/routes/history.tsx';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { dialogues, skillNeeds, skills } from '#db/schema/index.ts';
import { listed } from '#tests/listed.ts';
import { call } from '../call.ts';
import { talk } from '../dialogues/talk.ts';
import { buildWorld, type World } from '../world.ts';

// Needs of a confidential talk: skill, number, level and day for all three work roles, the firm's own words for the
// author's unit and managers.

const WORDS = 'zulukraner til fusionen med naboen';
let world: World;
let skill: { id: string; nameDa: string };
const [needId, talkId] = [newId(), newId()];
const confidential = { confidentiality: 'confidential' as const, confidentialityReason: 'business_secret' as const };

const input = () => {
	const row = { companyId: null, siteId: null, level: 3 as const, people: 4, byOn: '2027-02-01', certainty: 'likely' as const, isRemoved: false };
	return talk({
		id: talkId,
		companyId: world.demolund.id,
		...confidential,
		needs: [{ at: 0, id: needId, version: null, wording: WORDS, skillId: skill.id, ...row }],
	});
};

beforeAll(async () => {
	world = await buildWorld();
	const [row] = await db.select({ id: skills.id, nameDa: skills.nameDa }).from(skills).where(isNotNull(skills.nameDa)).limit(1);
	if (!row) throw new Error('The reference data have no skills');
	skill = row;
	await logDialogue(world.anna, input());
});

const readers = (): Viewer[] => [world.anna, world.lene];
/** Everything anybody is told about the need. */
async function told(as: Viewer): Promise<Record<string, unknown>> {
	const params = { companyId: world.demolund.id };
	return {
		firm: await needsOf(as, params),
		talk: (await call(talkPage, { as, params: { dialogueId: talkId } })).data,
		list: (await listed(as, needList)).rows,
		file: (await call(exported, { as, url: '/exports/needs', params: { list: 'needs' } })).data,
		prep: await companyPrep(as, world.demolund.id),
		history: (await call(historyPage, { as, params: { kind: 'company', recordId: world.demolund.id } })).data,
		bySkill: (await call(searchPage, { as, url: `/search?q=${encodeURIComponent(skill.nameDa)}` })).data,
	};
}
const found = async (as: Viewer, q: string) => JSON.stringify((await call(searchPage, { as, url: `/search?q=${q}` })).data).includes(needId);

describe('the firm’s own words for what it lacks, said in confidence', () => {
	it('are read by the author’s unit and managers', async () => {
		for (const as of readers()) {
			const { firm, list, file, prep, talk } = await told(as);
			for (const one of [firm, list, file, prep, talk]) expect(JSON.stringify(one)).toContain(WORDS);
			expect(await found(as, 'zulukraner')).toBe(true);
		}
		expect((await call(editPage, { as: world.anna, params: { needId } })).status).toBe(200);
	});

	it('are nowhere for another unit, which reads skill, number, level and day', async () => {
		const parts = await told(world.bo);
		for (const [part, data] of Object.entries(parts)) expect([part, JSON.stringify(data)?.includes('zulukraner')]).toEqual([part, false]);
		expect(parts.firm).toMatchObject([
			{ id: needId, wording: skill.nameDa, isClosed: true, people: 4, level: 3, byOn: '2027-02-01', skill: { id: skill.id } },
		]);
		expect(parts.list).toMatchObject([{ id: needId, wording: skill.nameDa, people: 4, href: `/dialogues/${talkId}` }]);
		expect(await found(world.bo, 'zulukraner')).toBe(false);
		expect(await found(world.bo, encodeURIComponent(skill.nameDa))).toBe(true);
	});

	it('cannot be written over by who cannot read them', async () => {
		expect((await call(editPage, { as: world.bo, params: { needId } })).status).toBe(404);
		const { version } = (await db.select().from(skillNeeds).where(eq(skillNeeds.id, needId)))[0] ?? { version: 0 };
		const given = {
			version,
			wording: skill.nameDa,
			skillId: skill.id,
			siteId: null,
			level: 3 as const,
			people: 9,
			by: null,
			certainty: 'likely' as const,
			state: 'open' as const,
		};
		await expect(reviseNeed(world.bo, needId, given)).rejects.toMatchObject({ init: { status: 404 } });
	});

	it('open with the talk, in the search as well', async () => {
		const [row] = await db.select({ version: dialogues.version }).from(dialogues).where(eq(dialogues.id, talkId));
		const opened = { ...input(), needs: [{ ...input().needs[0], version: 1 }], confidentiality: 'open' as const, confidentialityReason: null };
		await reviseDialogue(world.anna, talkId, { ...opened, version: row?.version ?? 1 } as Parameters<typeof reviseDialogue>[2]);
		expect(await needsOf(world.bo, { companyId: world.demolund.id })).toMatchObject([{ wording: WORDS, isClosed: false }]);
		expect(await found(world.bo, 'zulukraner')).toBe(true);
		expect((await call(editPage, { as: world.bo, params: { needId } })).status).toBe(200);
	});
});
