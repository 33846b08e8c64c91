import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { builtRoutes, filled } from './routes.ts';
import { contentHash, type House, openHouse } from './server.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

/** What a page elsewhere, or a program, can put on a request that a signed-in browser sends for it. */
const forgeries = (url: string): Record<string, Record<string, string>> => ({
	'another site': { Origin: 'https://evil.example' },
	'a sandboxed frame': { Origin: 'null' },
	'a sibling subdomain': { Origin: `http://ejby.${new URL(url).host}` },
	'another port': { Origin: 'http://localhost:1' },
	'the browser says cross-site': { 'Sec-Fetch-Site': 'cross-site', Origin: url },
	'the browser says same-site': { 'Sec-Fetch-Site': 'same-site' },
	'a forged X-Forwarded-Host': { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
	'a forged Referer': { Referer: 'https://evil.example/form' },
	'no word at all': {},
});

test('no route with an action takes an unsafe request from elsewhere, and nothing is written', async () => {
	const cookie = house.cookieOf('admin');
	const routes = (await builtRoutes()).filter(({ hasAction }) => hasAction);
	expect(routes.length).toBeGreaterThan(0);
	const before = contentHash(house.file);
	const unexpected: string[] = [];
	let sent = 0;
	for (const { path } of routes) {
		const url = filled(path, newId());
		for (const target of [url, dataUrl(url), `${url}${url.includes('?') ? '&' : '?'}_data=root`]) {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				for (const [name, headers] of Object.entries(forgeries(house.url))) {
					const answer = await fetch(`${house.url}${target}`, {
						method,
						redirect: 'manual',
						body: 'name=x',
						headers: { cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
					});
					await answer.arrayBuffer();
					sent += 1;
					if (answer.status !== 403) unexpected.push(`${method} ${target} (${name}): ${answer.status}`);
				}
			}
		}
	}
	expect(unexpected).toEqual([]);
	expect(sent).toBe(routes.length * 3 * 4 * 9);
	expect(contentHash(house.file)).toBe(before);
});

test('our own pages are let in by the browser’s word, by Origin and by Referer', async () => {
	const honest: Array<Record<string, string>> = [
		{ 'Sec-Fetch-Site': 'same-origin' },
		{ 'Sec-Fetch-Site': 'none' },
		{ Origin: house.url },
		{ Referer: `${house.url}/sign-in` },
	];
	for (const headers of honest) {
		const answer = await fetch(`${house.url}/sign-in`, {
			method: 'POST',
			body: 'email=x',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
		});
		expect(answer.status, JSON.stringify(headers)).toBe(400);
	}
});

const dataUrl = (url: string) => (url.startsWith('/?') ? `/_root.data${url.slice(1)}` : `${url}.data`);
