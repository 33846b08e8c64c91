import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { ask, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

// What people who are not signed in may make the server read and keep in memory.

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

const MEGABYTES_20 = 20_000_000;
const FILES = () => `/dialogues/${newId()}/attachments`;

/** Sends the head of a POST and `bytes` of its body; answers what comes back first, however much was announced. */
function begun(path: string, { cookie = '', announced = MEGABYTES_20, bytes = 10_000, expect: asks = '' }): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(Number(new URL(house.url).port), 'localhost');
		const head = [
			`POST ${path} HTTP/1.1`,
			'Host: localhost',
			'Sec-Fetch-Site: same-origin',
			'Content-Type: multipart/form-data; boundary=snit',
			`Content-Length: ${announced}`,
			...(cookie ? [`Cookie: ${cookie}`] : []),
			...(asks ? [`Expect: ${asks}`] : []),
		];
		socket.on('error', reject).on('data', (chunk) => {
			resolve(String(chunk));
			socket.destroy();
		});
		socket.write(`${head.join('\r\n')}\r\n\r\n`);
		if (bytes > 0) socket.write(Buffer.alloc(bytes, 'a'));
	});
}

test('files of somebody not signed in are answered with the sign-in before they have come', async () => {
	for (const cookie of ['', 'distrikt=nonsense', `distrikt=${'a'.repeat(43)}`]) {
		const answer = await begun(FILES(), { cookie });
		expect(answer).toMatch(/^HTTP\/1\.1 302 /);
		expect(answer).toMatch(/^location: \/sign-in/im);
	}
});

test('files from a disabled person, or from another page, are not read either', async () => {
	const cookie = house.cookieOf('erhverv');
	const person = String(ask(house.file, "select id from users where email = 'erhverv@distrikt.example'"));
	house.change('update users set disabled_at = ? where id = ?', Date.now(), person);
	expect(await begun(FILES(), { cookie })).toMatch(/^HTTP\/1\.1 302 /);
	house.change('update users set disabled_at = null where id = ?', person);
	const foreign = await fetch(`${house.url}${FILES()}`, {
		method: 'POST',
		headers: { ...FROM_OUR_PAGE, 'Sec-Fetch-Site': 'cross-site', cookie },
		body: new Uint8Array(1_000),
	});
	expect(foreign.status).toBe(403);
});

test('thirty strangers sending 20 MB each leave the memory as it was, and a page is answered meanwhile', async () => {
	const body = new Uint8Array(MEGABYTES_20);
	const send = () =>
		fetch(`${house.url}${FILES()}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { ...FROM_OUR_PAGE, 'Content-Type': 'multipart/form-data; boundary=snit' },
			body,
		})
			.then(({ status }) => status)
			.catch(() => 302);
	await send();
	const before = house.memory();
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, house.memory());
	}, 20);
	const [page, ...statuses] = await Promise.all([fetch(`${house.url}/sign-in`), ...Array.from({ length: 30 }, send)]);
	clearInterval(watch);
	expect(page.status).toBe(200);
	expect(new Set(statuses)).toEqual(new Set([302]));
	expect(most - before).toBeLessThan(80_000_000);
});

test('who asks before sending is told to go on only when signed in', async () => {
	const cookie = house.cookieOf('erhverv');
	const asking = { bytes: 0, expect: '100-continue' };
	expect(await begun(FILES(), { ...asking, cookie })).toMatch(/^HTTP\/1\.1 100 /);
	expect(await begun(FILES(), asking)).toMatch(/^HTTP\/1\.1 302 /);
	expect(await begun(FILES(), { ...asking, cookie, announced: 30_000_000 })).toMatch(/^HTTP\/1\.1 413 /);
});

test('a form of a stranger is read up to 64 kB, announced or counted', async () => {
	expect(await begun('/companies/new', { announced: 65_000, bytes: 1_000 })).toMatch(/^HTTP\/1\.1 413 /);
	const stream = new ReadableStream({
		start(controller) {
			for (let n = 0; n < 20; n += 1) controller.enqueue(new Uint8Array(5_000));
			controller.close();
		},
	});
	const counted = { method: 'POST', headers: FROM_OUR_PAGE, body: stream, duplex: 'half' } as RequestInit;
	expect((await fetch(`${house.url}/sign-in`, counted)).status).toBe(413);
});

test('a long form whose sign-in has ended is kept for its author, as before', async () => {
	const cookie = house.cookieOf('erhverv');
	house.change(
		'update sessions set last_seen_at = last_seen_at - ? where user_id = (select id from users where email = ?)',
		11 * 3_600_000,
		'erhverv@distrikt.example',
	);
	const note = 'Æblerød så på hallen. '.repeat(2_000);
	const answer = await fetch(`${house.url}/dialogues/new`, {
		method: 'POST',
		redirect: 'manual',
		headers: { ...FROM_OUR_PAGE, cookie },
		body: new URLSearchParams({ note }),
	});
	expect(answer.headers.get('location')).toMatch(/parked/);
	expect(String(ask(house.file, 'select body from parked_posts'))).toContain('Æblerød');
});
