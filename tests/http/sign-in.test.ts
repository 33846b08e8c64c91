import { describe, expect, test } from 'vitest';
import { ask, FROM_OUR_PAGE, type House, HTTP_PASSWORD, openHouse } from './server.ts';

const signIn = (house: House, email: string, password: string, headers = {}) =>
	fetch(`${house.url}/sign-in`, {
		...{ method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, ...headers } },
		body: new URLSearchParams({ email, password }),
	});
const lines = (house: House, words: string): Array<Record<string, unknown>> =>
	house
		.output()
		.split('\n')
		.filter((line) => line.includes(words))
		.map((line) => JSON.parse(line));

test('a refused sign-in stands in the log with the address and a hash of the account, a good one does not', async () => {
	const house = await openHouse({ env: { LOG_LEVEL: 'warn', TRUST_PROXY: '1' } });
	const from = { 'X-Forwarded-For': '192.0.2.44' };
	await signIn(house, 'leder@distrikt.example', 'forkert kode her', from);
	await signIn(house, ' Leder@Distrikt.example', 'forkert kode her', from);
	await signIn(house, 'ukendt@distrikt.example', 'forkert kode her', from);
	expect((await signIn(house, 'leder@distrikt.example', HTTP_PASSWORD, from)).status).toBe(302);
	await house.stop();
	const refused = lines(house, 'sign-in refused');
	expect(refused).toHaveLength(3);
	expect(refused.map(({ address, why }) => [address, why])).toEqual(Array(3).fill(['192.0.2.44', 'wrong']));
	const [first, again, other] = refused.map(({ account }) => account);
	expect([first === again, first === other]).toEqual([true, false]);
	expect(JSON.stringify(refused)).not.toMatch(/(leder|ukendt)@distrikt|forkert kode/i);
});

test('a proxy nobody told of is told of: once, with the first forwarded request', async () => {
	const house = await openHouse({ env: { LOG_LEVEL: 'warn' } });
	expect(lines(house, 'TRUST_PROXY')).toHaveLength(0);
	for (let n = 0; n < 3; n += 1) await fetch(`${house.url}/healthz`, { headers: { 'X-Forwarded-For': '192.0.2.44' } });
	await house.stop();
	expect(lines(house, 'TRUST_PROXY is 0 behind a proxy')).toHaveLength(1);
});

test('an https address without a proxy is told of at the start', async () => {
	const house = await openHouse({ env: { LOG_LEVEL: 'warn', APP_URL: 'https://distrikt.kommune.example' } });
	expect(lines(house, 'TRUST_PROXY is 0 behind a proxy')).toHaveLength(1);
	await house.stop();
});

describe('a sign-in is dead within the second, and its pages with it', () => {
	const NEW = 'grøn cykel under broen';
	const cookieOf = (answer: Response) =>
		answer.headers
			.getSetCookie()
			.find((one) => one.startsWith('distrikt='))
			?.split(';')[0] ?? '';
	/** How long the token still opens a page after the deed; at most two seconds. */
	async function lifeAfter(house: House, cookie: string, deed: () => Promise<unknown>): Promise<number> {
		const isAlive = async () => (await fetch(`${house.url}/companies`, { redirect: 'manual', headers: { cookie } })).status === 200;
		expect(await isAlive()).toBe(true);
		await deed();
		const began = performance.now();
		while ((await isAlive()) && performance.now() - began < 2_000) await new Promise((resolve) => setTimeout(resolve, 20));
		return performance.now() - began;
	}
	const post = (house: House, path: string, cookie: string, fields: Record<string, string>) =>
		fetch(`${house.url}${path}`, { method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, cookie }, body: new URLSearchParams(fields) });
	const own = (house: House) => ask(house.file, "select id from users where email = 'leder@distrikt.example'");
	const lastWeek = Date.now() - 15 * 24 * 3_600_000;

	const DEEDS: ReadonlyArray<[string, (house: House, cookie: string) => Promise<unknown>]> = [
		['signing out', (house, cookie) => post(house, '/sign-out', cookie, {})],
		['signing in again over it', (house, cookie) => signIn(house, 'leder@distrikt.example', HTTP_PASSWORD, { cookie })],
		[
			'another browser’s change of the password',
			async (house) => {
				const other = cookieOf(await signIn(house, 'leder@distrikt.example', HTTP_PASSWORD));
				const answer = await post(house, '/account/password', other, { current: HTTP_PASSWORD, password: NEW, repeat: NEW });
				expect(answer.status).toBe(302);
			},
		],
		[
			'disabling its person',
			async (house) => {
				const answer = await post(house, `/admin/people/${own(house)}/disablement`, house.cookieOf('admin'), { state: 'disabled' });
				expect(answer.status).toBe(302);
			},
		],
		[
			'a night without a page',
			async (house) => house.change('update sessions set last_seen_at = ? where user_id = ?', Date.now() - 11 * 3_600_000, own(house)),
		],
		['two weeks', async (house) => house.change('update sessions set expires_at = ? where user_id = ?', lastWeek, own(house))],
	];

	test.each(DEEDS)('after %s', async (_what, deed) => {
		const house = await openHouse();
		const planted = `distrikt=${'A'.repeat(43)}`;
		const cookie = cookieOf(await signIn(house, 'leder@distrikt.example', HTTP_PASSWORD, { cookie: planted }));
		// What the browser brought never becomes the sign-in.
		expect(cookie).not.toBe(planted);
		expect((await fetch(`${house.url}/companies`, { redirect: 'manual', headers: { cookie: planted } })).status).toBe(302);
		expect(await lifeAfter(house, cookie, () => deed(house, cookie))).toBeLessThan(1_000);
		await house.stop();
	});
});
