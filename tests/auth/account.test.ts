import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#app/auth/password.server.ts';
import { action as account, loader as accountPage } from '#app/auth/routes/account.tsx';
import { action as changePassword } from '#app/auth/routes/account-password.tsx';
import { action as endSignIn } from '#app/auth/routes/account-session.ts';
import { action as preferences } from '#app/auth/routes/preferences.ts';
import { action as signIn } from '#app/auth/routes/sign-in.tsx';
import { startSession, viewerOfRequest } from '#app/auth/session.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { sessions, users } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

const PASSWORD = 'hest batteri hæftemaskine';
let world: World;

beforeAll(async () => {
	world = await buildWorld();
	const passwordHash = await hashPassword(PASSWORD);
	await write((tx) => tx.update(users).set({ passwordHash }));
});

const cookieFor = async (userId: string) => (await startSession(userId, 'Firefox · Linux')).cookie.split(';')[0] ?? '';
const viewerOf = (cookie: string) => viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }));

describe('Anna’s account', () => {
	it('takes a new name, and refuses one typed over an older page', async () => {
		expect(await call(account, { as: world.anna, form: { name: ' Anna Prøvesen-Holm ', version: '1' } })).toMatchObject({ status: 302 });
		const late = await call(account, { as: world.anna, form: { name: 'Anna P.', version: '1' } });
		expect(late).toMatchObject({
			status: 409,
			data: {
				result: { initialValue: { name: 'Anna P.' } },
				conflict: { clashes: [{ mine: 'Anna P.', theirs: 'Anna Prøvesen-Holm', isOwn: true }] },
			},
		});
		const page = await call(accountPage, { as: world.anna });
		expect(page.data).toMatchObject({ base: expect.stringContaining('"version":2'), viewer: { name: 'Anna Prøvesen-Holm' } });
	});

	it('keeps language, colours and shortcuts, each alone or together', async () => {
		const answer = await call(preferences, { as: world.anna, form: { language: 'en', theme: 'dark', shortcuts: 'off' } });
		expect(answer).toMatchObject({ status: 302, location: '/account' });
		expect(answer.headers.getSetCookie().join()).toContain('language=en;');
		const menu = await call(preferences, { as: world.anna, form: { theme: 'light', next: '/companies?q=b' } });
		expect(menu.location).toBe('/companies?q=b');
		expect(await viewerOf(await cookieFor(world.anna.id))).toMatchObject({ language: 'en', theme: 'light', hasShortcuts: false });
	});

	it('takes no colour, language or way out that is not on the page, and no field that is not in the form', async () => {
		expect((await call(preferences, { as: world.anna, form: { theme: 'pink' } })).status).toBe(400);
		expect((await call(preferences, { as: world.anna, form: { theme: 'dark', next: '//evil.example' } })).location).toBe('/account');
		await call(preferences, {
			as: world.anna,
			form: { theme: 'dark', email: 'chef@distrikt.example', passwordHash: 'x', version: '99', id: newId() },
		});
		const [row] = await db.select().from(users).where(eq(users.id, world.anna.id));
		expect(row).toMatchObject({ email: 'anna@distrikt.example', version: 2 });
	});
});

describe('Bo changes his password', () => {
	const NEW = 'grøn cykel under broen';

	it('not without the current one', async () => {
		const answer = await call(changePassword, { as: world.bo, form: { current: 'forkert kode her', password: NEW, repeat: NEW } });
		expect(answer).toMatchObject({ status: 400, data: { result: { error: { current: [expect.any(String)] } } } });
		expect(JSON.stringify(answer.data)).not.toContain(NEW);
	});

	it('not to one that is short or not repeated', async () => {
		const answer = await call(changePassword, { as: world.bo, form: { current: PASSWORD, password: 'kort', repeat: 'kor' } });
		expect(answer).toMatchObject({ status: 400, data: { result: { error: { password: [expect.any(String)], repeat: [expect.any(String)] } } } });
	});

	it('and is signed out everywhere but here', async () => {
		const [here, elsewhere] = [await cookieFor(world.bo.id), await cookieFor(world.bo.id)];
		const form = { current: PASSWORD, password: NEW, repeat: NEW };
		expect(await call(changePassword, { form, headers: { cookie: here } })).toMatchObject({ status: 302, location: '/account' });
		expect(await viewerOf(here)).not.toBeNull();
		expect(await viewerOf(elsewhere)).toBeNull();
		expect((await call(signIn, { form: { email: 'bo@distrikt.example', password: PASSWORD } })).status).toBe(400);
		expect((await call(signIn, { form: { email: 'bo@distrikt.example', password: NEW } })).status).toBe(302);
	});
});

describe('Lene’s sign-ins', () => {
	it('are listed, and ended one by one or all but this', async () => {
		const [here, tablet, phone] = [await cookieFor(world.lene.id), await cookieFor(world.lene.id), await cookieFor(world.lene.id)];
		const page = await call(accountPage, { headers: { cookie: here } });
		const { signIns, current } = page.data as { signIns: Array<{ id: string; device: string }>; current: string };
		expect(signIns).toHaveLength(3);
		expect(signIns.map(({ device }) => device)).toEqual(Array(3).fill('Firefox · Linux'));
		const other = signIns.find(({ id }) => id !== current);
		expect((await call(endSignIn, { form: {}, params: { sessionId: other?.id ?? '' }, headers: { cookie: here } })).status).toBe(302);
		expect([await viewerOf(tablet), await viewerOf(phone)].filter(Boolean)).toHaveLength(1);
		await call(endSignIn, { form: {}, params: { sessionId: 'others' }, headers: { cookie: here } });
		expect([await viewerOf(here), await viewerOf(tablet), await viewerOf(phone)].map(Boolean)).toEqual([true, false, false]);
	});

	it('are hers alone to end', async () => {
		await cookieFor(world.lene.id);
		const [hers] = await db.select().from(sessions).where(eq(sessions.userId, world.lene.id));
		for (const sessionId of [hers?.id ?? '', newId(), 'x', ''])
			expect((await call(endSignIn, { as: world.adam, form: {}, params: { sessionId } })).status).toBe(404);
	});
});
