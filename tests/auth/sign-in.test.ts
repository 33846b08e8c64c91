import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#app/auth/password.server.ts';
import { action as signIn, loader as signInPage } from '#app/auth/routes/sign-in.tsx';
import { action as signOut } from '#app/auth/routes/sign-out.ts';
import { ABSOLUTE_MS, endSessionsOf, hashOf, IDLE_MS, startSession, viewerOfRequest } from '#app/auth/session.server.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { db, write } from '#db/client.server.ts';
import { sessions, users } from '#db/schema/index.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

const PASSWORD = 'hest batteri hæftemaskine';
/** Bo's here: an address stays locked longer than this file runs, and others sign him in too. */
const LOCKED = 'bo.forkert@distrikt.example';
let world: World;

beforeAll(async () => {
	world = await buildWorld();
	const passwordHash = await hashPassword(PASSWORD);
	const { anna, bo, siri, lene } = world;
	for (const person of [anna, bo, siri, lene]) await write((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, person.id)));
	await write((tx) => tx.update(users).set({ email: LOCKED }).where(eq(users.id, bo.id)));
	await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, siri.id)));
});

const request = (cookie: string) => new Request('http://localhost:3000/companies?q=bageri', { headers: { cookie } });
const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie().find((one) => one.startsWith('distrikt=')) ?? '';
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';
const withoutTyped = (answer: { data: unknown }, email: string) => JSON.stringify(answer.data).replaceAll(email, '…');

describe('Anna signs in', () => {
	it('and goes on to where she wanted to go, under a token the table does not know', async () => {
		const answer = await call(signIn, { form: { email: ' Anna@Distrikt.example ', password: PASSWORD, next: '/companies?q=bageri' } });
		expect(answer).toMatchObject({ status: 302, location: '/companies?q=bageri' });
		const cookie = cookieOf(answer);
		expect(cookie).toMatch(/^distrikt=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/);
		expect(answer.headers.getSetCookie()).toContain('language=da; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
		const token = pairOf(cookie).slice('distrikt='.length);
		const rows = await db.select().from(sessions).where(eq(sessions.userId, world.anna.id));
		expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashOf(token));
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(await viewerOfRequest(request(pairOf(cookie)))).toEqual(world.anna);
	});

	it('and never leaves the site on the way', async () => {
		const answer = await call(signIn, { form: { email: 'anna@distrikt.example', password: PASSWORD, next: '//evil.example' } });
		expect(answer.location).toBe('/');
	});

	it('and what the browser sent before does not become her sign-in', async () => {
		const planted = 'distrikt=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
		const answer = await call(signIn, { form: { email: 'anna@distrikt.example', password: PASSWORD }, headers: { cookie: planted } });
		expect(pairOf(cookieOf(answer))).not.toBe(planted);
		expect(await viewerOfRequest(request(planted))).toBeNull();
	});

	it.each([
		['weaker', { memoryCost: 8192, timeCost: 1, parallelism: 1 }],
		['the former, heavier', { memoryCost: 65536, timeCost: 3, parallelism: 1 }],
	])('and a hash made with %s settings is made anew', async (_which, settings) => {
		const weak = await hash(PASSWORD, settings);
		await write((tx) => tx.update(users).set({ passwordHash: weak }).where(eq(users.id, world.lene.id)));
		expect((await call(signIn, { form: { email: 'leneplus@distrikt.example', password: PASSWORD } })).status).toBe(400);
		expect((await call(signIn, { form: { email: 'lene@distrikt.example', password: PASSWORD } })).status).toBe(302);
		const [row] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, world.lene.id));
		expect(row?.passwordHash).toContain('m=19456,t=2,p=1');
		expect((await call(signIn, { form: { email: 'lene@distrikt.example', password: PASSWORD } })).status).toBe(302);
	});
});

describe('the wrong key', () => {
	it('is answered alike for a wrong password, an unknown, a disabled and an invited person', async () => {
		const tries = [
			['anna@distrikt.example', 'noget helt andet'],
			['nobody@distrikt.example', PASSWORD],
			['siri@distrikt.example', PASSWORD],
			['adam@distrikt.example', PASSWORD],
		];
		const answers = [];
		for (const [email = '', password = ''] of tries) {
			const answer = await call(signIn, { form: { email, password } });
			expect(JSON.stringify(answer.data)).not.toContain(password);
			expect(cookieOf(answer)).toBe('');
			answers.push([answer.status, withoutTyped(answer, email)]);
		}
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]?.[0]).toBe(400);
	});

	it('makes Bo wait from the sixth try on, longer each time, though the seventh is right; his colleague comes in', async () => {
		const knock = (password: string) => call(signIn, { form: { email: LOCKED, password } });
		for (let n = 1; n <= 5; n++) expect((await knock('forkert kode her')).status).toBe(400);
		const sixth = await knock('forkert kode her');
		expect(sixth.status).toBe(429);
		expect(Number(sixth.headers.get('Retry-After'))).toBe(60);
		const seventh = await knock(PASSWORD);
		expect(seventh.status).toBe(429);
		expect(Number(seventh.headers.get('Retry-After'))).toBeGreaterThan(50);
		for (let n = 8; n <= 30; n++) expect((await knock('forkert kode her')).status).toBe(429);
		expect((await call(signIn, { form: { email: 'anna@distrikt.example', password: PASSWORD } })).status).toBe(302);
	});

	it('counts tries sent at the same moment', async () => {
		const form = { email: 'mange@distrikt.example', password: 'forkert kode her' };
		const answers = await Promise.all(Array.from({ length: 12 }, () => call(signIn, { form })));
		expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
	});

	it('an empty form is told what is missing, with what was typed still there', async () => {
		const answer = await call(signIn, { form: { email: 'anna@distrikt.example', password: '' } });
		expect(answer.status).toBe(400);
		expect(answer.data).toMatchObject({
			result: { initialValue: { email: 'anna@distrikt.example' }, error: { password: ['Skriv en adgangskode.'] } },
		});
	});
});

describe('a sign-in ends', () => {
	const signedIn = async () => pairOf((await startSession(world.anna.id, null)).cookie);

	it('when Anna signs out; the browser forgets the pages', async () => {
		const cookie = await signedIn();
		const answer = await call(signOut, { form: {}, headers: { cookie } });
		expect(answer).toMatchObject({ status: 302, location: '/sign-in' });
		expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
		expect(cookieOf(answer)).toMatch(/^distrikt=; Path=\/; Max-Age=0/);
		expect(await viewerOfRequest(request(cookie))).toBeNull();
	});

	it('after a night without a page', async () => {
		const cookie = await signedIn();
		const hash = hashOf(cookie.slice('distrikt='.length));
		await write((tx) =>
			tx
				.update(sessions)
				.set({ lastSeenAt: new Date(Date.now() - IDLE_MS - 1_000) })
				.where(eq(sessions.tokenHash, hash)),
		);
		expect(await viewerOfRequest(request(cookie))).toBeNull();
	});

	it('after two weeks, however busy they were', async () => {
		const cookie = await signedIn();
		const hash = hashOf(cookie.slice('distrikt='.length));
		const [row] = await db.select().from(sessions).where(eq(sessions.tokenHash, hash));
		expect(row && row.expiresAt.getTime() - row.createdAt.getTime()).toBe(ABSOLUTE_MS);
		await write((tx) =>
			tx
				.update(sessions)
				.set({ expiresAt: new Date(Date.now() - 1) })
				.where(eq(sessions.tokenHash, hash)),
		);
		expect(await viewerOfRequest(request(cookie))).toBeNull();
	});

	it('on all devices but the one named', async () => {
		const [kept, gone] = [await signedIn(), await signedIn()];
		const [row] = await db
			.select()
			.from(sessions)
			.where(eq(sessions.tokenHash, hashOf(kept.slice('distrikt='.length))));
		await write((tx) => endSessionsOf(tx, world.anna.id, row?.id));
		expect(await viewerOfRequest(request(kept))).not.toBeNull();
		expect(await viewerOfRequest(request(gone))).toBeNull();
	});

	it('and is seen at most every five minutes', async () => {
		const cookie = await signedIn();
		const hash = hashOf(cookie.slice('distrikt='.length));
		const seen = async () => (await db.select().from(sessions).where(eq(sessions.tokenHash, hash)))[0]?.lastSeenAt.getTime() ?? 0;
		const first = await seen();
		await viewerOfRequest(request(cookie));
		expect(await seen()).toBe(first);
		await write((tx) =>
			tx
				.update(sessions)
				.set({ lastSeenAt: new Date(first - 6 * 60_000) })
				.where(eq(sessions.tokenHash, hash)),
		);
		await viewerOfRequest(request(cookie));
		await expect.poll(seen).toBeGreaterThanOrEqual(first);
	});
});

describe('nobody', () => {
	it.each(['', 'distrikt=', 'distrikt=kort', `distrikt=${'x'.repeat(9_000)}`, 'distrikt=../../etc/passwd', 'other=1; distrikt'])(
		'comes in with the cookie %s',
		async (cookie) => {
			expect(await viewerOfRequest(request(cookie))).toBeNull();
		},
	);

	it('sees a page, but is led to the sign-in page and back afterwards', async () => {
		const thrown = await requireViewer(request('')).catch((answer: unknown) => answer);
		expect(thrown).toBeInstanceOf(Response);
		expect(thrown instanceof Response && thrown.headers.get('location')).toBe('/sign-in?next=%2Fcompanies%3Fq%3Dbageri');
		const page = await call(signInPage, { url: '/sign-in?next=https://evil.example&email=anna@distrikt.example' });
		expect(page.data).toMatchObject({ next: '/', email: 'anna@distrikt.example' });
	});

	it('who is signed in already sees the sign-in page', async () => {
		expect(await call(signInPage, { as: world.anna, url: '/sign-in?next=/districts' })).toMatchObject({ status: 302, location: '/districts' });
	});
});
