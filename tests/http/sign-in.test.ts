import { expect, test } from 'vitest';
import { FROM_OUR_PAGE, type House, HTTP_PASSWORD, openHouse } from './server.ts';

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
