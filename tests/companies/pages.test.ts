import { beforeAll, describe, expect, it } from 'vitest';
import { action as edit } from '#app/companies/routes/edit.tsx';
import { loader as list } from '#app/companies/routes/list.tsx';
import { action as create } from '#app/companies/routes/new.tsx';
import { loader as show } from '#app/companies/routes/show.tsx';
import { loader as showSite } from '#app/companies/routes/show-site.tsx';
import { action as openSite } from '#app/companies/routes/site-form.tsx';
import { loader as showOwner } from '#app/landowners/routes/show.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

describe('the pages of firms', () => {
	it('sends a number straight to its firm', async () => {
		const answer = await call(list, { as: world.anna, url: '/companies?q=DK+99000015' });
		expect(answer).toMatchObject({ status: 302, location: `/companies/${world.demolund.id}` });
	});

	it('shows the list, a firm and a site to every role', async () => {
		for (const as of [world.anna, world.bo, world.lene, world.adam]) {
			expect((await call(list, { as, url: '/companies' })).status).toBe(200);
			expect((await call(show, { as, params: { companyId: world.demolund.id } })).status).toBe(200);
			expect((await call(showSite, { as, params: { siteId: world.demolund.siteId } })).status).toBe(200);
		}
	});

	it('tells when a firm and an owner were last talked to only to those who see talks', async () => {
		const firm = await make.company({ name: 'Sidst Talt ApS', lastTalkOn: '2017-03-09' });
		const owner = await make.landowner({ name: 'Sidst Talt', lastTalkOn: '2016-04-08' });
		for (const as of [world.anna, world.bo, world.lene, world.adam]) {
			const firmShown = (await call(show, { as, params: { companyId: firm.id } })).data;
			const ownerShown = (await call(showOwner, { as, params: { landownerId: owner.id } })).data;
			const isTold = as !== world.adam;
			expect([as.name, JSON.stringify(firmShown).includes('2017-03-09'), JSON.stringify(ownerShown).includes('2016-04-08')]).toEqual([
				...[as.name, isTold, isTold],
			]);
		}
	});

	it('knows no firm by a malformed or unknown id', async () => {
		for (const companyId of ['x', newId(), "'; --"]) expect((await call(show, { as: world.anna, params: { companyId } })).status).toBe(404);
	});

	it.each([
		['mailto:post@firma.example', /mailadresse/],
		['post@firma.example', /mailadresse/],
		['https://bruger:hemmelig@firma.example', /uden brugernavn og adgangskode/],
		['bruger@firma.example/side', /uden brugernavn og adgangskode/],
		['www.firma,example', /Skriv en hjemmeside/],
		['javascript:alert(1).dk', /Skriv en hjemmeside/],
	])('takes no "%s" for a website and says why', async (website, sentence) => {
		const answer = await call(create, { as: world.anna, form: { id: newId(), name: 'Hjemmesidefirmaet', website } });
		expect(answer.status).toBe(400);
		expect(answer.data).toMatchObject({ result: { error: { website: [expect.stringMatching(sentence)] } } });
	});

	it('writes names without the signs nobody sees', async () => {
		const id = newId();
		await call(create, { as: world.anna, form: { id, name: '\u202eMørke\u200bgade\u00ad Byg\u200d\u2066 ApS\ufeff' } });
		const shown = await call(show, { as: world.anna, params: { companyId: id } });
		expect(shown.data).toMatchObject({ company: { name: 'Mørkegade Byg ApS' } });
		const empty = await call(create, { as: world.anna, form: { id: newId(), name: '\u200b\u3164\u202e' } });
		expect(empty.status).toBe(400);
	});

	it.each(['0001-01-01', '0202-12-01', '1026-05-01', '9999-12-31'])('takes no %s for the day a site opened', async (startedOn) => {
		const form = { id: newId(), name: 'Årstal', address: 'Prøvevej 1', startedOn };
		const answer = await call(openSite, { as: world.anna, params: { companyId: world.demolund.id }, form });
		expect(answer.data).toMatchObject({ result: { error: { startedOn: ['Årstallet skal ligge mellem 1600 og 2199.'] } } });
	});

	it('keeps what was typed beside the sentence on the modulus check', async () => {
		const answer = await call(create, { as: world.anna, form: { id: newId(), name: 'Tastefejl', cvr: '12345678' } });
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.data)).toContain('modulus 11');
		expect(answer.data).toMatchObject({ result: { initialValue: { name: 'Tastefejl', cvr: '12345678' } } });
	});

	it('lists the look-alikes and keeps what was typed', async () => {
		const form = { id: newId(), name: 'Demolund Maskinfabrik' };
		const answer = await call(create, { as: world.bo, form });
		expect(answer.status).toBe(409);
		expect(answer.data).toMatchObject({ lookAlikes: [{ id: world.demolund.id }], result: { initialValue: { name: form.name } } });
		expect((await call(create, { as: world.bo, form: { ...form, confirm: 'yes' } })).status).toBe(302);
	});

	it('opens the known firm when its CVR number is typed into a new one', async () => {
		const answer = await call(create, { as: world.anna, form: { id: newId(), name: 'Noget nyt', cvr: '99000015' } });
		expect(answer).toMatchObject({ status: 302, location: `/companies/${world.demolund.id}` });
	});

	it('leads back to the talk form when Anna came from there, and nowhere a stranger names', async () => {
		const register = (name: string, next: string) =>
			call(create, { as: world.anna, url: `/companies/new?name=x&next=${next}`, form: { id: newId(), name } });
		expect((await register('Talende Ny ApS', 'talk')).location).toMatch(/^\/dialogues\/new\?company=[0-9a-f-]{36}$/);
		expect((await register('Tavs Ny ApS', '//evil.example')).location).toMatch(/^\/companies\/[0-9a-f-]{36}$/);
		const known = { id: newId(), name: 'Kendt', cvr: '99000015' };
		expect((await call(create, { as: world.anna, url: '/companies/new?next=talk', form: known })).location).toBe(
			`/dialogues/new?company=${world.demolund.id}`,
		);
	});

	it('keeps what was typed when somebody else saved first', async () => {
		const form = { id: world.demolund.id, name: 'Mit nye navn', version: '99' };
		const answer = await call(edit, { as: world.anna, params: { companyId: world.demolund.id }, form });
		expect(answer.status).toBe(409);
		expect(answer.data).toMatchObject({ result: { initialValue: { name: 'Mit nye navn' } } });
	});

	it('says whose CVR number was typed into an edit, and keeps everything else that was changed', async () => {
		const { id } = await make.company({ name: 'Fejlnummer ApS' });
		const form = { id, name: 'Fejlnummer Ny ApS', website: 'https://ny.example', version: '1', cvr: '99000015' };
		const answer = await call(edit, { as: world.anna, params: { companyId: id }, form });
		expect(answer).toMatchObject({
			status: 409,
			data: {
				result: {
					error: { cvr: [expect.stringContaining(world.demolund.name)] },
					initialValue: { name: 'Fejlnummer Ny ApS', website: 'https://ny.example' },
				},
				taken: { to: `/companies/${world.demolund.id}` },
			},
		});
	});

	it('asks for a reason when somebody overrides the knowledge flag', async () => {
		const form = { id: world.demolund.id, name: world.demolund.name, version: '1', knowledgeOverride: 'yes' };
		const answer = await call(edit, { as: world.anna, params: { companyId: world.demolund.id }, form });
		expect(answer).toMatchObject({ status: 400, data: { result: { error: { knowledgeReason: [expect.any(String)] } } } });
	});

	it('refuses a district that is not there', async () => {
		const form = { id: newId(), name: 'Sted', address: 'Ukendtvej 1', district: newId() };
		expect((await call(openSite, { as: world.anna, params: { companyId: world.demolund.id }, form })).status).toBe(400);
	});

	it('tells Anna when a firm was last talked to, and Adam, who may not know of talks, neither the day nor the order', async () => {
		await make.company({ name: 'Aldrig Talt ApS' });
		await make.company({ name: 'Zebra Talt ApS', lastTalkOn: '2026-11-02' });
		const days = async (as: World['anna']) => {
			const { data } = await call(list, { as, url: '/companies?sort=-talk' });
			const { rows } = (data as { shown: { rows: Array<{ name: string; lastTalkOn?: string }> } }).shown;
			return rows.map(({ name, lastTalkOn }) => [name, lastTalkOn]);
		};
		expect((await days(world.anna))[0]).toEqual(['Zebra Talt ApS', '2026-11-02']);
		expect((await days(world.adam))[0]).toEqual(['Aldrig Talt ApS', undefined]);
		expect((await days(world.adam)).every(([, day]) => day === undefined)).toBe(true);
	});

	it('refuses Lene the form and the deed', async () => {
		expect((await call(create, { as: world.lene, form: { id: newId(), name: 'Lene' } })).status).toBe(403);
	});
});
