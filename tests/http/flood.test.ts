import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FROM_OUR_PAGE, type House, openHouse } from './server.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
	await post('name=');
});
afterAll(() => house.stop());

// Signed in: of strangers much less is read (strangers.test.ts).
const post = (body: string | Uint8Array<ArrayBuffer>) =>
	fetch(`${house.url}/companies/new`, { method: 'POST', headers: { ...FROM_OUR_PAGE, cookie: house.cookieOf('erhverv') }, body });

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
	const began = performance.now();
	return [await work(), performance.now() - began];
}

// The times are hang guards at ten times what is expected (docs/decisions): conform alone would need 27 s for the first.
test.each([
	['80,000 times the same field', 'email=a&'.repeat(80_000)],
	['80,000 different fields', Array.from({ length: 80_000 }, (_, n) => `f${n}=a`).join('&')],
	['a field name 5,000 levels deep', `${'a.'.repeat(5_000)}b=1`],
	['5,000 indexes', Array.from({ length: 5_000 }, (_, n) => `a[${n}]=1`).join('&')],
	['one index of four billion', 'x[4294967294]=1'],
	['one command to fill place four billion', `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"x[4294967294]","value":1}}')}`],
	['200 lists in lists', Array.from({ length: 200 }, (_, n) => `f${n}${'[99]'.repeat(20)}=1`).join('&')],
])('%s are refused at once, and Bo’s page meanwhile is not held up', async (_, body) => {
	const [flood, page] = await Promise.all([timed(() => post(body)), timed(() => fetch(`${house.url}/sign-in`))]);
	expect(flood[0].status).toBeGreaterThanOrEqual(400);
	expect(flood[0].status).toBeLessThan(500);
	expect(flood[1]).toBeLessThan(2_000);
	expect(page[0].status).toBe(200);
	expect(page[1]).toBeLessThan(2_000);
});

test('a body of 50 MB is refused with 413 before it is read', async () => {
	const [answer, took] = await timed(() => post(new Uint8Array(50_000_000)));
	expect(answer.status).toBe(413);
	expect(took).toBeLessThan(20_000);
});

test('a body that hides its length is counted and refused with 413', async () => {
	const stream = new ReadableStream({
		start(controller) {
			for (let n = 0; n < 100; n += 1) controller.enqueue(new Uint8Array(50_000));
			controller.close();
		},
	});
	const answer = await fetch(`${house.url}/sign-in`, { method: 'POST', headers: FROM_OUR_PAGE, body: stream, duplex: 'half' } as RequestInit);
	expect(answer.status).toBe(413);
});

test('200 senders who never finish their headers do not hold up a page', async () => {
	const { port } = new URL(house.url);
	const slow = Array.from({ length: 200 }, () => {
		const socket = connect(Number(port), 'localhost').on('error', () => undefined);
		socket.write('GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
		return socket;
	});
	const [answer, took] = await timed(() => fetch(`${house.url}/sign-in`));
	for (const socket of slow) socket.destroy();
	expect(answer.status).toBe(200);
	expect(took).toBeLessThan(5_000);
});
