import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '#app/admin/permissions.server.ts';
import { action as newPerson, loader as newPersonPage } from '#app/admin/routes/new-person.tsx';
import { loader as peoplePage } from '#app/admin/routes/people.tsx';
import { loader as personPage, action as revise } from '#app/admin/routes/person.tsx';
import { action as disablement } from '#app/admin/routes/person-disablement.tsx';
import { action as invitation } from '#app/admin/routes/person-invitation.tsx';
import { loader as rolesPage } from '#app/admin/routes/roles.tsx';
import { startSession, viewerOfRequest } from '#app/auth/session.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activityValues, invitations, memberships, users } from '#db/schema/index.ts';
import { ROLES } from '#db/vocabulary.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const personForm = (given: { id?: string; version?: number; name?: string; email: string; roles: Array<[string, string]> }) => ({
	...(given.id ? { id: given.id } : {}),
	...(given.version ? { version: String(given.version) } : {}),
	name: given.name ?? 'Ny Nielsen',
	email: given.email,
	...Object.fromEntries(given.roles.map(([unitId, role]) => [`roles.${unitId}`, role])),
});
const versionOf = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.version ?? 0;
const lastDeed = async (id: string) => (await db.select().from(activity).where(eq(activity.subjectId, id))).at(-1);

describe('Adam admits a person', () => {
	it('and is shown the link once; sent twenty times it is one person and one link', async () => {
		const id = newId();
		const form = personForm({
			id,
			email: 'Ny@Distrikt.example',
			roles: [
				[world.units.business, 'consultant'],
				[world.units.employment, ''],
				[world.units.planning, 'manager'],
			],
		});
		const answers = await Promise.all(Array.from({ length: 20 }, () => call(newPerson, { as: world.adam, form })));
		const made = answers.filter(({ status }) => status === 201);
		expect(made).toHaveLength(1);
		expect(made[0]?.data).toMatchObject({
			made: { name: 'Ny Nielsen', link: expect.stringMatching(/^http:\/\/localhost:3000\/invitations\/[\w-]{43}$/) },
		});
		expect(answers.filter(({ location }) => location === `/admin/people/${id}`)).toHaveLength(19);
		expect(await db.select().from(users).where(eq(users.id, id))).toMatchObject([
			{ email: 'ny@distrikt.example', passwordHash: null, sortName: 'ny nielsen' },
		]);
		expect(await db.select().from(invitations).where(eq(invitations.userId, id))).toHaveLength(1);
		expect((await db.select().from(memberships).where(eq(memberships.userId, id))).map(({ role }) => role).sort()).toEqual(['consultant', 'manager']);
		expect(await lastDeed(id)).toMatchObject({ verb: 'user.invited', actorId: world.adam.id, fields: ['email', 'memberships', 'name'] });
	});

	it('but not under somebody else’s address, without a role, or in a unit that is not there', async () => {
		const taken = await call(newPerson, {
			as: world.adam,
			form: personForm({ id: newId(), email: 'ANNA@distrikt.example', roles: [[world.units.business, 'consultant']] }),
		});
		expect(taken).toMatchObject({ status: 409, data: { result: { error: { email: [expect.any(String)] }, initialValue: { name: 'Ny Nielsen' } } } });
		const roleless = await call(newPerson, {
			as: world.adam,
			form: personForm({ id: newId(), email: 'rolleløs@distrikt', roles: [[world.units.business, '']] }),
		});
		expect(roleless).toMatchObject({
			status: 400,
			data: { result: { error: { email: [expect.any(String)], roles: [expect.stringContaining('mindst én enhed')] } } },
		});
		for (const roles of [[[newId(), 'manager']], [['x', 'manager']], [[world.units.it, 'director']]] as Array<Array<[string, string]>>)
			expect((await call(newPerson, { as: world.adam, form: personForm({ id: newId(), email: 'a@distrikt.example', roles }) })).status).toBe(400);
		const twice = { ...personForm({ id: newId(), email: 'a@distrikt.example', roles: [] }), [`roles.${world.units.it}`]: ['manager', 'consultant'] };
		expect((await call(newPerson, { as: world.adam, form: twice })).status).toBe(400);
		const forged = await call(newPerson, {
			as: world.adam,
			form: personForm({ id: 'mine', email: 'b@distrikt.example', roles: [[world.units.it, 'manager']] }),
		});
		expect(forged.status).toBe(400);
	});
});

describe('Adam edits a person', () => {
	it('name, address and roles, and the activity names what changed', async () => {
		const { siri, units } = world;
		const form = personForm({
			version: 1,
			name: 'Siri Ny',
			email: 'siri.ny@distrikt.example',
			roles: [
				[units.planning, ''],
				[units.business, 'manager'],
			],
		});
		expect((await call(revise, { as: world.adam, params: { userId: siri.id }, form })).location).toBe(`/admin/people/${siri.id}`);
		const deed = await lastDeed(siri.id);
		expect(deed).toMatchObject({ verb: 'user.revised', fields: ['email', 'memberships', 'name'] });
		const values = await db
			.select()
			.from(activityValues)
			.where(eq(activityValues.seq, deed?.seq ?? 0));
		expect(values.find(({ field }) => field === 'name')).toMatchObject({ before: 'Siri Forsøgsen', after: 'Siri Ny' });
		const cookie = (await startSession(siri.id, null)).cookie.split(';')[0] ?? '';
		const viewer = await viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }));
		expect(viewer?.memberships).toEqual([{ unitId: units.business, unitName: 'Erhvervsservice', role: 'manager' }]);
	});

	it('but not over somebody else’s edit: what was typed stays', async () => {
		const form = personForm({ version: 1, name: 'Siri Sen', email: 'siri@distrikt.example', roles: [[world.units.business, 'manager']] });
		const answer = await call(revise, { as: world.adam, params: { userId: world.siri.id }, form });
		expect(answer).toMatchObject({ status: 409, data: { result: { initialValue: { name: 'Siri Sen' } } } });
	});

	it('but not fields the form does not have', async () => {
		const form = {
			...personForm({
				version: await versionOf(world.bo.id),
				name: 'Bo',
				email: 'bo@distrikt.example',
				roles: [[world.units.employment, 'employment']],
			}),
			passwordHash: 'x',
			id: newId(),
			createdAt: '0',
			disabledAt: '1',
		};
		expect((await call(revise, { as: world.adam, params: { userId: world.bo.id }, form })).status).toBe(302);
		expect(await db.select().from(users).where(eq(users.id, world.bo.id))).toMatchObject([{ passwordHash: null, disabledAt: null }]);
	});

	it('and offers a new link', async () => {
		const answer = await call(invitation, { as: world.adam, params: { userId: world.bo.id }, form: {} });
		expect(answer).toMatchObject({ status: 201, data: { link: expect.stringContaining('/invitations/') } });
	});
});

describe('the last administrator', () => {
	it('can neither be disabled nor lose the role; a second one can, but not by their own hand', async () => {
		const { adam, lene, units } = world;
		const demote = async () =>
			call(revise, {
				as: adam,
				params: { userId: adam.id },
				form: personForm({ version: await versionOf(adam.id), name: adam.name, email: adam.email, roles: [[units.it, 'manager']] }),
			});
		expect(await demote()).toMatchObject({
			status: 409,
			data: { result: { error: { roles: [expect.stringContaining('mindst én administrator')] } } },
		});
		expect((await call(disablement, { as: adam, params: { userId: adam.id }, form: { state: 'disabled' } })).data).toEqual({ fault: 'self' });
		await call(revise, {
			as: adam,
			params: { userId: lene.id },
			form: personForm({ version: 1, name: lene.name, email: lene.email, roles: [[units.it, 'administrator']] }),
		});
		// Lene is invited, but cannot sign in yet: nobody would be left.
		expect((await demote()).status).toBe(409);
		await write((tx) => tx.update(users).set({ passwordHash: '$argon2id$' }).where(eq(users.id, lene.id)));
		expect((await demote()).status).toBe(302);
		expect(await call(disablement, { as: lene, params: { userId: adam.id }, form: { state: 'disabled' } })).toMatchObject({ status: 302 });
		expect((await call(disablement, { as: lene, params: { userId: lene.id }, form: { state: 'disabled' } })).status).toBe(409);
		await write((tx) => tx.update(users).set({ disabledAt: null }).where(eq(users.id, adam.id)));
		await write((tx) => tx.update(memberships).set({ role: 'administrator' }).where(eq(memberships.userId, adam.id)));
		await write((tx) => tx.update(users).set({ passwordHash: null }).where(eq(users.id, lene.id)));
		await write((tx) => tx.update(memberships).set({ role: 'manager', unitId: units.management }).where(eq(memberships.userId, lene.id)));
	});
});

describe('disabling', () => {
	it('ends Anna’s sign-ins and links at once; enabling lets her in again', async () => {
		const cookie = (await startSession(world.anna.id, null)).cookie.split(';')[0] ?? '';
		const viewer = () => viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }));
		await call(invitation, { as: world.adam, params: { userId: world.anna.id }, form: {} });
		expect(await viewer()).not.toBeNull();
		const form = { state: 'disabled' };
		expect((await call(disablement, { as: world.adam, params: { userId: world.anna.id }, form })).status).toBe(302);
		expect((await call(disablement, { as: world.adam, params: { userId: world.anna.id }, form })).status).toBe(302);
		expect(await viewer()).toBeNull();
		expect(await db.select().from(invitations).where(eq(invitations.userId, world.anna.id))).toEqual([]);
		expect((await call(invitation, { as: world.adam, params: { userId: world.anna.id }, form: {} })).status).toBe(409);
		expect(
			(await db.select().from(activity).where(eq(activity.subjectId, world.anna.id))).filter(({ verb }) => verb === 'user.disabled'),
		).toHaveLength(1);
		await call(disablement, { as: world.adam, params: { userId: world.anna.id }, form: { state: 'enabled' } });
		expect(await viewer()).toBeNull();
		expect(
			await viewerOfRequest(
				new Request('http://localhost:3000/', { headers: { cookie: (await startSession(world.anna.id, null)).cookie.split(';')[0] ?? '' } }),
			),
		).not.toBeNull();
	});

	it('asks for a state that there is', async () => {
		expect((await call(disablement, { as: world.adam, params: { userId: world.anna.id }, form: { state: 'deleted' } })).status).toBe(400);
	});
});

describe('the pages of people and roles', () => {
	it('are closed to consultants and managers, whatever they send', async () => {
		for (const as of [world.anna, world.bo, world.lene]) {
			expect((await call(peoplePage, { as })).status).toBe(403);
			expect((await call(newPersonPage, { as })).status).toBe(403);
			expect((await call(rolesPage, { as })).status).toBe(403);
			expect((await call(personPage, { as, params: { userId: world.adam.id } })).status).toBe(403);
			expect((await call(newPerson, { as, form: {} })).status).toBe(403);
			for (const action of [revise, invitation, disablement])
				expect((await call(action, { as, params: { userId: world.adam.id }, form: { state: 'disabled' } })).status).toBe(403);
		}
		expect((await call(peoplePage)).location).toContain('/sign-in');
	});

	it('know nobody by an id that is not one', async () => {
		for (const userId of ['x', newId(), '../', '%00']) {
			expect((await call(personPage, { as: world.adam, params: { userId } })).status).toBe(404);
			expect((await call(revise, { as: world.adam, params: { userId }, form: {} })).status).toBe(404);
		}
	});

	it('page by key in the order of names, both ways, and find by any part of name or address', async () => {
		const now = new Date();
		const many = Array.from({ length: 120 }, (_, n) => ({
			id: newId(),
			name: `Øjvind ${n}`,
			sortName: `~2jvind ${String(n).padStart(3, '0')}`,
			email: `oe${n}@distrikt.example`,
			createdAt: now,
			updatedAt: now,
		}));
		await write((tx) => tx.insert(users).values(many));
		type Page = { rows: Array<{ id: string }>; previous: string | null; next: string | null };
		const load = async (url: string) => ((await call(peoplePage, { as: world.adam, url })).data as { shown: Page }).shown;
		const pages = [await load('/admin/people?q=øjvind')];
		for (let at = pages[0]; at?.next; at = pages.at(-1)) pages.push(await load(at.next));
		expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
		expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(many.map(({ id }) => id));
		expect(pages[0]?.previous).toBeNull();
		const back = await load(pages[2]?.previous ?? '');
		expect(back.rows).toEqual(pages[1]?.rows);
		expect((await load(back.previous ?? '')).previous).toBeNull();
		expect((await load('/admin/people?q=oe7@')).rows).toHaveLength(1);
		for (const odd of ['?after=x', '?state=odd', '?q=%25%5F', '?q=%00', `?q=${'æ'.repeat(5_000)}`])
			expect((await call(peoplePage, { as: world.adam, url: `/admin/people${odd}` })).status).toBe(200);
	});

	it('list who has both tasks', async () => {
		await write((tx) => tx.insert(memberships).values({ id: newId(), userId: world.anna.id, unitId: world.units.employment, role: 'employment' }));
		expect((await call(rolesPage, { as: world.adam })).data).toMatchObject({ both: [{ id: world.anna.id, name: 'Anna Prøvesen' }] });
	});

	it('word every line of the policy for its roles', () => {
		const lines = permissions();
		expect(lines.length).toBeGreaterThan(20);
		expect(lines.every(({ deed, roles }) => deed.length > 3 && roles.every((role) => ROLES.includes(role)))).toBe(true);
		expect(new Set(lines.map(({ deed }) => deed)).size).toBe(lines.length);
	});
});
