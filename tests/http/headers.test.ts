import { afterAll, beforeAll, expect, test } from 'vitest';
import { FROM_OUR_PAGE, type House, HTTP_PASSWORD, openHouse } from './server.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

test('a page carries the policy, its scripts the page’s own nonce, and nobody may keep it', async () => {
	const answer = await fetch(`${house.url}/sign-in`);
	const policy = answer.headers.get('content-security-policy') ?? '';
	const nonce = policy.match(/'nonce-([^']+)'/)?.[1];
	const html = await answer.text();
	expect(policy).toContain("default-src 'none'");
	expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
	expect(policy).toContain("frame-ancestors 'none'");
	for (const tag of html.match(/<script[^>]*>/g) ?? []) expect(tag).toContain(`nonce="${nonce}"`);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(answer.headers.get('referrer-policy')).toBe('same-origin');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(answer.headers.get('x-powered-by')).toBeNull();
	expect(answer.headers.get('strict-transport-security')).toBeNull();
	expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('two pages never share a nonce', async () => {
	const nonces = await Promise.all([1, 2].map(async () => (await fetch(`${house.url}/sign-in`)).headers.get('content-security-policy')));
	expect(nonces[0]).not.toBe(nonces[1]);
});

test('hashed assets are kept for ever and come packed; a missing one is not', async () => {
	const html = await (await fetch(`${house.url}/sign-in`)).text();
	const asset = html.match(/\/assets\/entry\.client-[\w-]+\.js/)?.[0];
	const answer = await fetch(`${house.url}${asset}`, { headers: { 'Accept-Encoding': 'br' } });
	expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
	expect(answer.headers.get('content-encoding')).toBe('br');
	expect(answer.headers.get('content-type')).toMatch(/javascript/);
	const missing = await fetch(`${house.url}/assets/gone.js`);
	expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
});

test('pages and their data are packed as the browser asks', async () => {
	for (const path of ['/sign-in', '/companies.data']) {
		for (const encoding of ['br', 'gzip']) {
			const answer = await fetch(`${house.url}${path}`, { headers: { 'Accept-Encoding': encoding, cookie: house.cookieOf('leder') } });
			expect(answer.headers.get('cache-control')).toBe('no-store');
			if ((await answer.arrayBuffer()).byteLength > 1_024) expect(answer.headers.get('content-encoding')).toBe(encoding);
		}
	}
});

test('a request id is the server’s own, whatever the sender calls it', async () => {
	for (const given of ['proxy-0123456789', '0198c0de-0000-7000-8000-000000000000', 'a b']) {
		const answer = await fetch(`${house.url}/healthz`, { headers: { 'X-Request-Id': given } });
		expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
		expect(answer.headers.get('x-request-id')).not.toBe(given);
	}
});

test('whoever tried too often is told when to come back, in the page’s own head', async () => {
	const knock = () =>
		fetch(`${house.url}/sign-in`, {
			...{ method: 'POST', redirect: 'manual', headers: FROM_OUR_PAGE },
			body: new URLSearchParams({ email: 'nobody@distrikt.example', password: 'forkert' }),
		});
	for (let tries = 0; tries < 5; tries += 1) expect((await knock()).status).toBe(400);
	const sixth = await knock();
	expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '60']);
});

test('behind https the cookie is tied to the host and HSTS is sent', async () => {
	const secure = await openHouse({ env: { APP_URL: 'https://distrikt.kommune.example' } });
	const body = new URLSearchParams({ email: 'leder@distrikt.example', password: HTTP_PASSWORD });
	const answer = await fetch(`${secure.url}/sign-in`, { method: 'POST', redirect: 'manual', headers: FROM_OUR_PAGE, body });
	const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-')) ?? '';
	expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
	expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
	expect(cookie).toMatch(/; Secure/);
	expect(cookie).toMatch(/; HttpOnly/);
	expect(cookie).toMatch(/; SameSite=Lax/);
	await secure.stop();
});
