import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyList } from '#app/companies/company-list.server.ts';
import { companyFor } from '#app/companies/queries.server.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { counted } from '#app/districts/summary.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { hangingFor } from '#app/upkeep/hanging.server.ts';
import { isState, putAway } from '#app/upkeep/put-away.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { action, loader } from '#app/upkeep/routes/archival.tsx';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, districtSummaries, districts, sites, skillNeeds, stances, trash } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { dump } from '#tests/exchange/dump.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
	for (const { id } of [world.ejby, world.kirkebjerg]) await write((tx) => refreshFindable(tx, { kind: 'district', id }));
});

const settle = async (as: Viewer, kind: string, id: string, state: 'archived' | 'trashed' | 'present') => {
	const record = await recordFor(as, kind, id);
	return putAway(as, record, state, record.version);
};

/** All tables but what an edit moves on purpose (versions, dates) and what is written anew (ids of search entries). */
async function tables(): Promise<string[]> {
	const lines = (await dump()).filter((line) => !/^(sessions|search_counters) /.test(line));
	return lines
		.map((line) => line.replace(/"(version|updatedAt)":("[^"]*"|\d+)/g, '"$1":0').replace(/^search_entries \{"id":\d+/, 'search_entries {"id":0'))
		.sort();
}

async function richFirm() {
	const firm = await make.company({ name: `Arkivfirmaet ${newId()}`, site: { lat: 55.68, lon: 12.4, districtId: world.ejby.id, headcount: 12 } });
	const second = await make.site(firm.id, { name: 'Lageret', address: `Lagervej ${newId()}`, districtId: world.kirkebjerg.id, headcount: 5 });
	const gone = await make.site(firm.id, { name: 'For længst lukket', address: `Fortidsvej ${newId()}`, districtId: world.kirkebjerg.id });
	await settle(world.anna, 'site', gone.id, 'archived');
	await make.contact({ name: 'Kirsten Kontakt', role: { companyId: firm.id } });
	await make.landowner({ name: firm.name, companyId: firm.id });
	const now = new Date();
	const need = { id: newId(), companyId: firm.id, wording: 'svejser', unitId: world.units.business, createdAt: now, updatedAt: now };
	await write(async (tx) => {
		await tx.insert(skillNeeds).values(need);
		await refreshFindable(tx, { kind: 'need', id: need.id });
	});
	return { ...firm, secondId: second.id, goneId: gone.id, needId: need.id };
}

describe('putting a firm away', () => {
	it('takes it and its sites from lists and sums, while its page stays', async () => {
		const firm = await richFirm();
		const found = () => listed(world.anna, companyList, { q: firm.name });
		const before = await counted(db, world.ejby.id);
		expect((await found()).total).toBe(1);
		expect(await settle(world.anna, 'company', firm.id, 'archived')).toMatchObject({ kind: 'done', before: 'present' });
		expect((await found()).total).toBe(0);
		const [sums] = await db.select().from(districtSummaries).where(eq(districtSummaries.districtId, world.ejby.id));
		expect(sums).toMatchObject({ companies: before.companies - 1, sites: before.sites - 1, headcount: before.headcount - 12 });
		expect(await companyFor(world.bo, firm.id)).toMatchObject({ id: firm.id, districtId: world.ejby.id, archivedAt: expect.any(Date) });
		const left = await db
			.select({ id: skillNeeds.id })
			.from(skillNeeds)
			.where(and(eq(skillNeeds.companyId, firm.id), isNull(skillNeeds.archivedAt)));
		expect(left).toEqual([]);
	});

	it('and fetching it back leaves every table as it was, what was put away before it included', async () => {
		const firm = await richFirm();
		const before = await tables();
		await settle(world.anna, 'company', firm.id, 'archived');
		expect(await tables()).not.toEqual(before);
		await settle(world.bo, 'company', firm.id, 'present');
		expect(await tables()).toEqual(before);
	});

	it('is so for every kind of record', async () => {
		const firm = await richFirm();
		const owner = await make.landowner({ name: 'Ejer Prøvesen' });
		const land = await make.property({ name: 'Matrikel 7a', owners: [owner], districtId: world.ejby.id });
		const person = await make.contact({ name: 'Per Person', role: { landownerId: owner.id } });
		const all: Array<[string, string]> = [
			['site', firm.siteId],
			['site', firm.secondId],
			['landowner', owner.id],
			['property', land.id],
			['contact', person.id],
			['district', world.ejby.id],
		];
		for (const [kind, id] of all) {
			const as = kind === 'district' || kind === 'property' || kind === 'landowner' ? world.adam : world.bo;
			const before = await tables();
			expect(await settle(as, kind, id, 'archived'), kind).toMatchObject({ kind: 'done' });
			expect(await settle(as, kind, id, 'present'), kind).toMatchObject({ kind: 'done' });
			expect(await tables(), kind).toEqual(before);
		}
	});

	it('twice is once, and an older edition is refused', async () => {
		const firm = await make.company({ name: 'To gange' });
		const params = { kind: 'company', recordId: firm.id };
		const post = (form: Record<string, string>) => call(action, { as: world.anna, params, form });
		expect((await post({ state: 'archived', version: '9' })).status).toBe(409);
		const answers = await Promise.all(Array.from({ length: 10 }, () => post({ state: 'archived', version: '1' })));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
		expect(await db.select({ version: companies.version }).from(companies).where(eq(companies.id, firm.id))).toEqual([{ version: 2 }]);
		expect((await post({ state: 'burnt', version: '2' })).status).toBe(400);
	});

	it('keeps a firm its last site, and a site its firm', async () => {
		const firm = await make.company({ name: 'Ét sted' });
		expect(await settle(world.anna, 'site', firm.siteId, 'archived')).toMatchObject({ kind: 'refused' });
		await settle(world.anna, 'company', firm.id, 'archived');
		expect(await settle(world.anna, 'site', firm.siteId, 'present')).toMatchObject({
			kind: 'refused',
			why: 'Virksomheden er arkiveret. Hent den frem først.',
		});
	});

	it('is not for those who may not revise it', async () => {
		const params = { kind: 'company', recordId: world.demolund.id };
		expect((await call(loader, { as: world.lene, params })).status).toBe(403);
		expect((await call(action, { as: world.lene, params, form: { state: 'archived', version: '1' } })).status).toBe(403);
		expect((await call(action, { as: world.bo, params: { kind: 'district', recordId: world.ejby.id }, form: {} })).status).toBe(403);
		expect(isState('gone')).toBe(false);
	});
});

describe('throwing away', () => {
	it('is for what nothing hangs on; the page says what does', async () => {
		const firm = await make.company({ name: 'Talt med' });
		await make.dialogue(world.anna, { companyId: firm.id });
		expect(await settle(world.anna, 'company', firm.id, 'trashed')).toMatchObject({ kind: 'refused' });
		const { data } = await call(loader, { as: world.anna, params: { kind: 'company', recordId: firm.id } });
		expect(data).toMatchObject({
			isThrowable: false,
			hanging: expect.arrayContaining([expect.objectContaining({ what: 'talks', count: 1, href: `/companies/${firm.id}` })]),
		});
		const forAdam = await call(loader, { as: world.adam, params: { kind: 'company', recordId: firm.id } });
		expect(JSON.stringify(forAdam.data)).not.toContain('talks');
	});

	it('counts on its page what the viewer could open: nothing taken back, no other unit’s positions', async () => {
		const owner = await make.landowner({ name: 'Talt Ejer', kind: 'person' });
		const about = { subjects: [{ kind: 'landowner' as const, id: owner.id }] };
		const [kept, gone] = [talk(about), talk({ ...about, followUps: [{ text: 'Send kortet', dueOn: null, kind: 'task', contactId: null }] })];
		for (const one of [kept, gone]) await logDialogue(world.anna, one);
		const position = { authorId: world.anna.id, unitId: world.units.business, takenOn: '2026-11-02', level: 4, createdAt: new Date() };
		await write(async (tx) => void (await tx.insert(stances).values({ ...position, id: newId(), landownerId: owner.id, dialogueId: kept.id })));
		const shown = async (as: Viewer) => {
			const record = await recordFor(as, 'landowner', owner.id);
			return (await hangingFor(as, record)).hanging.map(({ what, count }) => [what, count]);
		};
		expect(await shown(world.anna)).toEqual([
			['talks', 2],
			['followUps', 1],
			['stances', 1],
		]);
		expect(await shown(world.siri)).toEqual([
			['talks', 2],
			['followUps', 1],
		]);
		await withdrawDialogue(world.anna, gone.id);
		expect(await shown(world.anna)).toEqual([
			['talks', 1],
			['stances', 1],
		]);
		await withdrawDialogue(world.anna, kept.id);
		expect(await shown(world.anna)).toEqual([]);
		// Both can come back for thirty days: until then the owner stays.
		expect((await hangingFor(world.anna, await recordFor(world.anna, 'landowner', owner.id))).isThrowable).toBe(false);
	});

	it('goes from put away too, and back in one step', async () => {
		const firm = await make.company({ name: 'En fejl' });
		const before = await tables();
		await settle(world.anna, 'company', firm.id, 'archived');
		await settle(world.anna, 'company', firm.id, 'trashed');
		expect(await db.select().from(trash).where(eq(trash.recordId, firm.id))).toHaveLength(1);
		await settle(world.bo, 'company', firm.id, 'present');
		expect(await tables()).toEqual(before);
	});
});

it('sums of districts are their recount after any run of putting away and fetching back', async () => {
	const firms = await Promise.all([richFirm(), richFirm()]);
	const step = fc.record({
		firm: fc.nat(1),
		what: fc.constantFrom('company', 'site', 'second', 'gone'),
		state: fc.constantFrom('archived', 'trashed', 'present'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
			for (const { firm: at, what, state } of steps) {
				const firm = firms[at];
				if (!firm) continue;
				const ids = { company: firm.id, site: firm.siteId, second: firm.secondId, gone: firm.goneId };
				await settle(world.anna, what === 'company' ? 'company' : 'site', ids[what], state);
			}
			for (const { id } of await db.select({ id: districts.id }).from(districts)) {
				const [{ updatedAt: _at, districtId: _id, ...sums } = { updatedAt: 0, districtId: '', companies: 0, sites: 0, headcount: 0 }] = await db
					.select()
					.from(districtSummaries)
					.where(eq(districtSummaries.districtId, id));
				expect(sums).toEqual(await counted(db, id));
			}
			for (const firm of await db.select().from(companies).where(isNull(companies.archivedAt))) {
				const [main] = (
					await db
						.select()
						.from(sites)
						.where(and(eq(sites.companyId, firm.id), isNull(sites.archivedAt)))
				).sort((a, b) => Number(b.isMain) - Number(a.isMain) || (a.id < b.id ? -1 : 1));
				expect([firm.mainSiteId, firm.districtId]).toEqual([main?.id ?? null, main?.districtId ?? null]);
			}
		}),
		{ numRuns: 15 },
	);
});
