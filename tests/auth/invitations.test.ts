import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { invitePerson } from '#app/admin/commands.server.ts';
import { action as accept, loader as page } from '#app/auth/routes/invitation.tsx';
import { action as signIn } from '#app/auth/routes/sign-in.tsx';
import { hashOf, startSession, viewerOfRequest } from '#app/auth/session.server.ts';
import { db, write } from '#db/client.server.ts';
import { invitations, users } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

const PASSWORD = 'hest batteri hæftemaskine';
const form = { password: PASSWORD, repeat: PASSWORD };
let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

async function linkFor(userId: string): Promise<string> {
	const answer = await invitePerson(world.adam, userId);
	return answer === 'disabled' ? '' : answer.token;
}

describe('a one-time link', () => {
	it('shows Anna whose it is, takes her password and signs her in, once', async () => {
		const token = await linkFor(world.anna.id);
		expect((await call(page, { params: { token } })).data).toMatchObject({
			open: { name: 'Anna Prøvesen', email: 'anna@distrikt.example', isReset: false },
		});
		const answer = await call(accept, { form, params: { token } });
		expect(answer).toMatchObject({ status: 302, location: '/' });
		const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
		expect(await viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }))).toMatchObject({ id: world.anna.id });
		expect((await call(page, { params: { token } })).status).toBe(410);
		expect((await call(accept, { form, params: { token } })).status).toBe(410);
		expect((await call(signIn, { form: { email: 'anna@distrikt.example', password: PASSWORD } })).status).toBe(302);
	});

	it('sent twice at the same moment lets one in', async () => {
		const token = await linkFor(world.bo.id);
		const answers = await Promise.all([call(accept, { form, params: { token } }), call(accept, { form, params: { token } })]);
		expect(answers.map(({ status }) => status).sort()).toEqual([302, 410]);
	});

	it('for a forgotten password ends the sign-ins of before', async () => {
		const before = (await startSession(world.bo.id, null)).cookie.split(';')[0] ?? '';
		const token = await linkFor(world.bo.id);
		expect((await call(page, { params: { token } })).data).toMatchObject({ open: { isReset: true } });
		expect((await call(accept, { form, params: { token } })).status).toBe(302);
		expect(await viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie: before } }))).toBeNull();
	});

	it('dies when a newer one is made, after a week, and with its person’s disabling', async () => {
		const old = await linkFor(world.lene.id);
		const token = await linkFor(world.lene.id);
		expect((await call(page, { params: { token: old } })).status).toBe(404);
		await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, world.lene.id)));
		expect((await call(accept, { form, params: { token } })).status).toBe(410);
		await write((tx) => tx.update(users).set({ disabledAt: null }).where(eq(users.id, world.lene.id)));
		await write((tx) =>
			tx
				.update(invitations)
				.set({ expiresAt: new Date(Date.now() - 1) })
				.where(eq(invitations.tokenHash, hashOf(token))),
		);
		expect((await call(accept, { form, params: { token } })).status).toBe(410);
	});

	it.each(['x', 'a'.repeat(43), '../../etc/passwd', ''])('that nobody made (%s) is not found', async (token) => {
		expect((await call(page, { params: { token } })).status).toBe(404);
		expect((await call(accept, { form, params: { token } })).status).toBe(404);
	});

	it('stays good after a password that will not do, which is never sent back', async () => {
		const token = await linkFor(world.siri.id);
		const answer = await call(accept, { form: { password: 'kortkode', repeat: 'noget andet' }, params: { token } });
		expect(answer).toMatchObject({ status: 400, data: { result: { error: { password: [expect.any(String)], repeat: [expect.any(String)] } } } });
		expect(JSON.stringify(answer.data)).not.toMatch(/kortkode|noget andet/);
		expect((await call(page, { params: { token } })).status).toBe(200);
		expect(JSON.stringify(await db.select().from(invitations))).not.toContain(token);
	});
});
