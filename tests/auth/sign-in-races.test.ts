import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disablePerson, invitePerson } from '#app/admin/commands.server.ts';
import { hashPassword } from '#app/auth/password.server.ts';
import { action as changePassword } from '#app/auth/routes/account-password.tsx';
import { action as accept } from '#app/auth/routes/invitation.tsx';
import { action as signIn } from '#app/auth/routes/sign-in.tsx';
import { startSession, viewerOfRequest } from '#app/auth/session.server.ts';
import { db, write } from '#db/client.server.ts';
import { memberships, sessions, users } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

const OLD = 'hest batteri hæftemaskine';
const NEW = 'grøn cykel under broen';
let world: World;
let [oldHash, newHash] = ['', ''];

beforeAll(async () => {
	world = await buildWorld();
	// The heavier setting of before: checking it takes long enough for something to happen meanwhile.
	[oldHash, newHash] = [await hash(OLD, { memoryCost: 65_536, timeCost: 3, parallelism: 1 }), await hashPassword(NEW)];
});

let rounds = 0;
/** Anna under an address of her own each time: tries are counted. */
let email = '';
beforeEach(async () => {
	rounds += 1;
	email = `anna-${rounds}@distrikt.example`;
	const { anna } = world;
	await write(async (tx) => {
		await tx.delete(sessions);
		await tx.update(users).set({ email, passwordHash: oldHash, disabledAt: null }).where(eq(users.id, anna.id));
	});
});

/** Long enough for a try to have read the account, too short for its hash. */
const checking = () => new Promise((resolve) => setTimeout(resolve, 10));
const set = (values: Partial<typeof users.$inferInsert>) => write((tx) => tx.update(users).set(values).where(eq(users.id, world.anna.id)));
const signInWith = (password: string, headers = {}) => call(signIn, { form: { email, password }, headers });
const signedInNow = async () => (await db.select().from(sessions).where(eq(sessions.userId, world.anna.id))).length;
const cookieOf = (answer: { headers: Headers }) =>
	answer.headers
		.getSetCookie()
		.find((one) => one.startsWith('distrikt='))
		?.split(';')[0] ?? '';
const viewerOf = (cookie: string) => viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }));

describe('a sign-in that runs while', () => {
	it('Anna’s password changes does not survive it, three at once, ten times', async () => {
		for (let round = 0; round < 10; round += 1) {
			email = `anna-${rounds}-${round}@distrikt.example`;
			await set({ email, passwordHash: oldHash });
			const tries = [signInWith(OLD), signInWith(OLD), signInWith(OLD)];
			await checking();
			await set({ passwordHash: newHash });
			expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([400, 400, 400]);
			expect(await signedInNow()).toBe(0);
		}
	});

	it('she uses a reset link leaves only the sign-in of the link', async () => {
		const answer = await invitePerson(world.adam, world.anna.id);
		const token = answer === 'disabled' ? '' : answer.token;
		const accepted = call(accept, { form: { password: NEW, repeat: NEW }, params: { token } });
		const late = accepted.then(() => undefined);
		const tries = [signInWith(OLD), signInWith(OLD)];
		await late;
		const answers = await Promise.all(tries);
		const cookies = answers.map(cookieOf).filter(Boolean);
		for (const cookie of cookies) expect(await viewerOf(cookie)).toBeNull();
		expect(await viewerOf(cookieOf(await accepted))).toMatchObject({ id: world.anna.id });
		expect(await signedInNow()).toBe(1);
	});

	it('she is disabled lets nobody in', async () => {
		const tries = [signInWith(OLD), signInWith(OLD)];
		await checking();
		expect(await disablePerson(world.adam, world.anna.id)).toBe('saved');
		expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([400, 400]);
		expect(await signedInNow()).toBe(0);
	});

	it('her last role is taken lets nobody in', async () => {
		const held = await db.select().from(memberships).where(eq(memberships.userId, world.anna.id));
		const attempt = signInWith(OLD);
		await checking();
		await write((tx) => tx.delete(memberships).where(eq(memberships.userId, world.anna.id)));
		expect((await attempt).status).toBe(400);
		expect(await signedInNow()).toBe(0);
		await write((tx) => tx.insert(memberships).values(held));
	});

	it('her old hash is renewed by another sign-in comes in all the same', async () => {
		await set({ passwordHash: await hash(OLD, { memoryCost: 8192, timeCost: 1, parallelism: 1 }) });
		const answers = await Promise.all([signInWith(OLD), signInWith(OLD), signInWith(OLD)]);
		expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
		expect(await signedInNow()).toBe(3);
	});
});

it('a change of the password begun before a reset does not undo the reset', async () => {
	const { cookie } = await startSession(world.anna.id, null);
	const stolen = { current: OLD, password: 'den anden vej hjem', repeat: 'den anden vej hjem' };
	const attempt = call(changePassword, { form: stolen, headers: { cookie: cookie.split(';')[0] ?? '' } });
	await checking();
	await set({ passwordHash: newHash });
	expect((await attempt).status).toBe(400);
	expect((await signInWith(NEW)).status).toBe(302);
});

describe('a sign-in over a live one', () => {
	it('ends it, one’s own and a colleague’s on the same machine', async () => {
		for (const before of [world.anna, world.bo]) {
			const old = (await startSession(before.id, null)).cookie.split(';')[0] ?? '';
			const answer = await signInWith(OLD, { cookie: old });
			expect(await viewerOf(old)).toBeNull();
			expect(await viewerOf(cookieOf(answer))).toMatchObject({ id: world.anna.id });
		}
	});

	it('by a link ends it too', async () => {
		const old = (await startSession(world.bo.id, null)).cookie.split(';')[0] ?? '';
		const answer = await invitePerson(world.adam, world.anna.id);
		const token = answer === 'disabled' ? '' : answer.token;
		await call(accept, { form: { password: NEW, repeat: NEW }, params: { token }, headers: { cookie: old } });
		expect(await viewerOf(old)).toBeNull();
	});

	it('that fails leaves it alone', async () => {
		const old = (await startSession(world.bo.id, null)).cookie.split(';')[0] ?? '';
		expect((await signInWith('noget helt andet', { cookie: old })).status).toBe(400);
		expect(await viewerOf(old)).toMatchObject({ id: world.bo.id });
	});
});

it('somebody trying a hundred accounts behind the town hall’s one address keeps nobody out who knows the password', async () => {
	const tried = Array.from({ length: 110 }, (_, n) => call(signIn, { form: { email: `person${n}@distrikt.example`, password: 'forkert kode her' } }));
	const statuses = (await Promise.all(tried)).map(({ status }) => status);
	expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
	expect((await signInWith(OLD)).status).toBe(302);
	const wrong = await signInWith('forkert kode her');
	expect([wrong.status, Number(wrong.headers.get('Retry-After')) > 0]).toEqual([429, true]);
});
