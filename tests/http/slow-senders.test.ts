import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { type DemoPerson, type House, openHouse } from './server.ts';

// Files wait in memory until they have come whole, so there are few places; a slow line must not hold them all.

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
const open: Socket[] = [];
afterAll(() => {
	for (const socket of open) socket.destroy();
	return house.stop();
});

/** Begins to send files and then sends no more; answers the first line that comes back within a second, or null. */
function stalled(person: DemoPerson): Promise<string | null> {
	return new Promise((resolve, reject) => {
		const socket = connect(Number(new URL(house.url).port), 'localhost');
		open.push(socket);
		const head = [
			`POST /dialogues/${newId()}/attachments HTTP/1.1`,
			'Host: localhost',
			'Sec-Fetch-Site: same-origin',
			'Content-Type: multipart/form-data; boundary=snit',
			'Content-Length: 1000000',
			`Cookie: ${house.cookieOf(person)}`,
		];
		socket.on('error', reject).on('data', (chunk) => resolve(String(chunk).split('\r\n')[0] ?? ''));
		socket.write(`${head.join('\r\n')}\r\n\r\n${'a'.repeat(10_000)}`);
		setTimeout(() => resolve(null), 1_000);
	});
}

test('two slow uploads of one person are waited for, the third is asked to come back, and a colleague’s goes through', async () => {
	expect(await stalled('erhverv')).toBeNull();
	expect(await stalled('erhverv')).toBeNull();
	for (let more = 0; more < 6; more += 1) expect(await stalled('erhverv')).toMatch(/^HTTP\/1\.1 503 /);
	const body = new FormData();
	body.append('files', new File(['%PDF-1.7 kollega'], 'kollega.pdf', { type: 'application/pdf' }));
	const send = (person: DemoPerson) =>
		fetch(`${house.url}/dialogues/${newId()}/attachments`, {
			method: 'POST',
			headers: { 'Sec-Fetch-Site': 'same-origin', cookie: house.cookieOf(person), accept: 'application/json' },
			body,
		});
	expect((await send('beskaeftigelse')).status).toBe(200);
	// Whoever lets go has the place again.
	for (const socket of open.splice(0)) socket.destroy();
	await expect.poll(async () => (await send('erhverv')).status).toBe(200);
});
