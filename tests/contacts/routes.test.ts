import { beforeAll, describe, expect, it } from 'vitest';
import { contactList } from '#app/contacts/contact-list.server.ts';
import { contactFor, rolesOf } from '#app/contacts/queries.server.ts';
import * as consentsRoute from '#app/contacts/routes/consents.tsx';
import * as edit from '#app/contacts/routes/edit.tsx';
import * as editRole from '#app/contacts/routes/edit-role.tsx';
import * as list from '#app/contacts/routes/list.tsx';
import * as create from '#app/contacts/routes/new.tsx';
import * as newRole from '#app/contacts/routes/new-role.tsx';
import * as places from '#app/contacts/routes/places.ts';
import * as show from '#app/contacts/routes/show.tsx';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const form = (given: Record<string, string> = {}) => ({ id: newId(), name: `Prøve ${newId()}`, ...given });

describe('who reaches which page', () => {
	it('is the same hand-written table for everybody', async () => {
		const { id, roleId } = await make.contact({ name: 'Tabel Prøve', role: { companyId: world.demolund.id } });
		const people = [world.anna, world.bo, world.lene, world.adam, undefined] as const;
		type Who = (typeof people)[number];
		const of = { params: { contactId: id } };
		const pages = {
			list: (as: Who) => call(list.loader, { as, url: '/contacts' }),
			places: (as: Who) => call(places.loader, { as, url: '/contacts/places?q=demo' }),
			new: (as: Who) => call(create.loader, { as, url: '/contacts/new' }),
			create: (as: Who) => call(create.action, { as, form: form() }),
			show: (as: Who) => call(show.loader, { as, ...of }),
			edit: (as: Who) => call(edit.loader, { as, ...of }),
			revise: (as: Who) => call(edit.action, { as, ...of, form: { id, name: 'Tabel Prøve', version: '1' } }),
			newRole: (as: Who) => call(newRole.loader, { as, ...of }),
			editRole: (as: Who) => call(editRole.loader, { as, params: { roleId: roleId ?? '' } }),
			endRole: (as: Who) => call(editRole.action, { as, params: { roleId: roleId ?? '' }, form: { intent: 'end' } }),
			consents: (as: Who) => call(consentsRoute.loader, { as, ...of }),
			record: (as: Who) =>
				call(consentsRoute.action, { as, ...of, form: { id: newId(), channel: 'sms', purpose: 'sharing', answer: 'given', givenOn: '2026-01-01' } }),
		};
		const table: Record<string, number[]> = {};
		for (const [name, ask] of Object.entries(pages)) table[name] = (await Promise.all(people.map(ask))).map(({ status }) => status);
		expect(table).toEqual({
			list: [200, 200, 200, 200, 302],
			places: [200, 200, 200, 200, 302],
			new: [200, 200, 403, 200, 302],
			create: [302, 302, 403, 302, 302],
			show: [200, 200, 200, 200, 302],
			edit: [200, 200, 403, 200, 302],
			revise: [302, 302, 403, 302, 302],
			newRole: [200, 200, 403, 200, 302],
			editRole: [200, 200, 403, 200, 302],
			endRole: [302, 302, 403, 302, 302],
			consents: [200, 200, 200, 200, 302],
			record: [302, 302, 403, 302, 302],
		});
	});

	it('knows nobody under ids that are none, and never breaks on an address', async () => {
		for (const id of ['x', '../x', newId()]) {
			for (const { loader } of [show, edit, newRole, consentsRoute])
				expect((await call(loader, { as: world.anna, params: { contactId: id } })).status).toBe(404);
			expect((await call(editRole.loader, { as: world.anna, params: { roleId: id } })).status).toBe(404);
		}
		for (const query of ['?after=x', '?before=%00', `?after=${newId()}`, '?company=x&role=y&firm=%', '?q=%25&firm=*', '?q=%2B%2B%2B%2B'])
			expect((await call(list.loader, { as: world.anna, url: `/contacts${query}` })).status).toBe(200);
		for (const query of ['', '?q=', '?q=%00', '?q=%25%25'])
			expect((await call(places.loader, { as: world.anna, url: `/contacts/places${query}` })).status).toBe(200);
	});

	it('shows the administrator the person, and no talk', async () => {
		const { id } = await make.contact({ name: 'Kendt Prøve', role: { companyId: world.demolund.id } });
		await logDialogue(world.bo, talk({ companyId: world.demolund.id, contactIds: [id], note: 'hemmeligt notat' }));
		const { data: forAnna } = await call(show.loader, { as: world.anna, params: { contactId: id }, url: `/contacts/${id}` });
		expect(forAnna).toMatchObject({ units: [{ unit: 'Beskæftigelse', person: world.bo.name, times: 1 }], timeline: { entries: [{}] } });
		const { data: forAdam } = await call(show.loader, { as: world.adam, params: { contactId: id } });
		expect(forAdam).toMatchObject({ units: [], timeline: null });
		expect(JSON.stringify(forAdam)).not.toContain('hemmeligt');
	});
});

describe('a new person’s form', () => {
	it('reads whom the role is with without scripts: one is taken, of several it asks, of none it says so', async () => {
		const typed = form({ where: 'demolund maskin', title: 'Svend' });
		const { location } = await call(create.action, { as: world.anna, form: typed });
		expect(location).toBe(`/contacts/${typed.id}`);
		expect(await rolesOf(world.anna, typed.id)).toMatchObject([{ title: 'Svend', place: { id: world.demolund.id } }]);

		const [a] = [await make.company({ name: 'Ens Navn Vest' }), await make.company({ name: 'Ens Navn Øst' })];
		const unsure = form({ where: 'ens navn', phone: '99 11 22 33' });
		const asked = await call(create.action, { as: world.anna, form: unsure });
		expect(asked).toMatchObject({ status: 400, data: { choices: [{}, {}], result: { initialValue: { where: 'ens navn', phone: '99 11 22 33' } } } });
		await call(create.action, { as: world.anna, form: { ...unsure, chosen: `company:${a.id}` } });
		expect(await rolesOf(world.anna, unsure.id)).toMatchObject([{ place: { id: a.id } }]);

		expect((await call(create.action, { as: world.anna, form: form({ where: 'findes slet ikke' }) })).status).toBe(400);
		const bad = await call(create.action, { as: world.anna, form: { id: newId(), name: ' ', phone: 'abc', email: 'x' } });
		expect(bad).toMatchObject({
			status: 400,
			data: { result: { error: { name: [expect.any(String)], phone: [expect.any(String)], email: [expect.any(String)] } } },
		});
	});

	it('keeps what was typed beside the people it could be, and the deed under one more press', async () => {
		await make.contact({ name: 'Tvilling Prøve', phone: '99 22 33 44' });
		const typed = form({ name: 'Tvilling Prøve', where: world.demolund.name, picked: `company:${world.demolund.id}` });
		const asked = await call(create.action, { as: world.anna, form: typed });
		expect(asked).toMatchObject({
			status: 409,
			data: { lookAlikes: [{ name: 'Tvilling Prøve' }], meant: { id: world.demolund.id }, result: { initialValue: { name: 'Tvilling Prøve' } } },
		});
		expect((await call(create.action, { as: world.anna, form: { ...typed, confirm: 'yes' } })).location).toBe(`/contacts/${typed.id}`);
		expect((await call(create.action, { as: world.anna, form: { ...typed, phone: '99 55 66 77' } })).data).toMatchObject({
			earlier: { to: `/contacts/${typed.id}` },
		});
	});
});

describe('two who edit the same person', () => {
	it('are merged field by field, and asked where both changed one', async () => {
		const { id } = await make.contact({ name: 'Flet Prøve', phone: '99001122', email: 'flet@proeve.example' });
		const opened = await call(edit.loader, { as: world.anna, params: { contactId: id } });
		const { base } = opened.data as { base: string };
		const post = (as: typeof world.anna, typed: Record<string, string>) =>
			call(edit.action, {
				...{ as, params: { contactId: id } },
				form: { id, name: 'Flet Prøve', phone: '99001122', email: 'flet@proeve.example', version: '1', _base: base, ...typed },
			});
		expect((await post(world.bo, { phone: '+45 99 33 44 55' })).status).toBe(302);
		expect((await post(world.anna, { email: 'ny@proeve.example' })).status).toBe(302);
		expect(await contactFor(world.anna, id)).toMatchObject({ phone: '+45 99 33 44 55', email: 'ny@proeve.example', version: 3 });
		const clash = await post(world.anna, { phone: '99 66 77 88', email: 'ny@proeve.example' });
		expect(clash).toMatchObject({ status: 409, data: { conflict: { clashes: [{ field: 'phone', mine: '99 66 77 88', by: world.bo.name }] } } });
		// The same number in another format is no clash.
		expect((await post(world.anna, { phone: '0045 99334455', email: 'ny@proeve.example' })).status).toBe(302);
	});
});

describe('a role’s page', () => {
	it('revises, joins with a twin and refuses what is no pair', async () => {
		const { id, roleId } = await make.contact({ name: 'Rolle Side', role: { companyId: world.demolund.id, title: 'Svend' } });
		const twin = await make.role(id, { siteId: world.demolund.siteId, title: 'Mester' });
		const params = { roleId: roleId ?? '' };
		expect((await call(editRole.loader, { as: world.anna, params })).data).toMatchObject({ twins: [{ roleId: twin.id }] });
		const fields = { id: params.roleId, title: 'Formand', version: '1', fromOn: '2026-05-01', toOn: '2026-04-01' };
		expect((await call(editRole.action, { as: world.anna, params, form: fields })).status).toBe(400);
		expect((await call(editRole.action, { as: world.anna, params, form: { ...fields, toOn: '' } })).location).toBe(`/contacts/${id}`);
		expect((await call(editRole.action, { as: world.anna, params, form: { intent: 'join', other: 'x' } })).status).toBe(400);
		expect((await call(editRole.action, { as: world.anna, params, form: { intent: 'join', other: twin.id } })).location).toBe(`/contacts/${id}`);
		expect(await rolesOf(world.anna, id)).toMatchObject([{ title: 'Formand', toOn: null }]);
		expect((await call(editRole.loader, { as: world.anna, params: { roleId: twin.id } })).status).toBe(404);
	});

	it('adds one from a form without scripts, ending the old', async () => {
		const { id, roleId } = await make.contact({ name: 'Ny Rolle Side', role: { companyId: world.demolund.id } });
		const post = (given: Record<string, string>) =>
			call(newRole.action, { as: world.bo, params: { contactId: id }, form: { id: newId(), ...given } });
		expect((await post({})).status).toBe(400);
		expect((await post({ where: 'Prøvebageriet', ends: roleId ?? '' })).location).toBe(`/contacts/${id}`);
		expect((await rolesOf(world.anna, id)).map(({ place, toOn }) => [place.name, toOn === null])).toEqual([
			['Prøvebageriet', true],
			['Demolund Maskinfabrik ApS', false],
		]);
	});
});

describe('the list of people', () => {
	it('goes on by key and back again, each person once, in Danish order', async () => {
		const firm = await make.company({ name: 'Listefirma ApS' });
		const names = ['Aage', 'Ægir', 'Ørn', 'Åse', ...Array.from({ length: 60 }, (_, at) => `Bente ${String(at).padStart(3, '0')}`)];
		for (const name of names) await make.contact({ name: `${name} Listeprøve`, role: { companyId: firm.id } });
		const page = (query: Record<string, string>) => listed(world.anna, contactList, { q: 'listeprøve', ...query });
		const ids: string[] = [];
		let next: Record<string, string> = {};
		const seen: string[][] = [];
		for (let at = 0; at < 2; at++) {
			const found = await page(next);
			seen.push(found.rows.map(({ id }) => id));
			ids.push(...found.rows.map(({ name }) => name));
			next = found.next ? { after: found.next } : {};
			if (at === 1) {
				expect(found.next).toBeNull();
				const back = await page({ before: found.previous ?? '' });
				expect(back.rows.map(({ id }) => id)).toEqual(seen[0]);
			}
		}
		expect(ids).toHaveLength(64);
		expect(new Set(ids).size).toBe(64);
		expect(ids.slice(-4).map((name) => name.split(' ')[0])).toEqual(['Ægir', 'Ørn', 'Aage', 'Åse']);
	});

	it('finds by parts of a name, a number in any format, an e-mail address, a firm, and those without a role', async () => {
		const firm = await make.company({ name: 'Søgefirma Nord A/S' });
		const { id } = await make.contact({
			name: 'Bjørn Aagaard-Søgesen',
			phone: '+45 99 77 66 55',
			email: 'bjoern@soege.example',
			role: { companyId: firm.id },
		});
		const lone = await make.contact({ name: 'Ensom Søgesen', role: { companyId: firm.id, toOn: '2020-01-01' } });
		const find = async (query: Record<string, string>) => (await listed(world.anna, contactList, query)).rows.map((row) => row.id);
		for (const q of ['bjoern ågaard', 'søgesen bj', '99776655', '9977 66', '(+45) 99-77-66-55', 'BJOERN@soege'])
			expect(await find({ q })).toEqual([id]);
		expect(await find({ firm: 'nord' })).toEqual([id]);
		expect(await find({ company: firm.id })).toEqual([id]);
		expect(await find({ q: 'soegesen', role: 'none' })).toEqual([lone.id]);
		expect(await find({ q: '_' })).toEqual([]);
	});
});
