import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { ask, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

// What a hostile browser can put into a multipart body, against the built server.

let house: House;
let talk: string;
beforeAll(async () => {
	house = await openHouse();
	const author = ask(house.file, "select id from users where email = 'erhverv@distrikt.example'");
	talk = String(
		ask(
			house.file,
			'select id from dialogues where author_id = ? and is_landowner_only = 0 and archived_at is null order by held_on desc limit 1',
			author,
		),
	);
});
afterAll(() => house.stop());

const LINE = '----snit';
const part = (disposition: string, content: string | Buffer) =>
	Buffer.concat([
		Buffer.from(`--${LINE}\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/pdf\r\n\r\n`),
		Buffer.from(content),
		Buffer.from('\r\n'),
	]);
const file = (name: string, content: string | Buffer) => part(`form-data; name="files"; filename="${name}"`, content);

function send(parts: Buffer[], { path = `/dialogues/${talk}/attachments`, headers = {} } = {}) {
	const body = Buffer.concat([...parts, Buffer.from(`--${LINE}--\r\n`)]);
	const own = {
		...FROM_OUR_PAGE,
		'Content-Type': `multipart/form-data; boundary=${LINE}`,
		cookie: house.cookieOf('erhverv'),
		accept: 'application/json',
	};
	return fetch(`${house.url}${path}`, { method: 'POST', redirect: 'manual', headers: { ...own, ...headers }, body });
}
const stored = () => {
	const folder = house.file.replace(/distrikt\.db$/, 'files');
	return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const rows = () => Number(ask(house.file, 'select count(*) from attachments where dialogue_id = ?', talk));

test.each([
	['a page named .pdf', file('plan.pdf', '<!doctype html><script>alert(1)</script>')],
	['a drawing with a script', file('skilt.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
	['0 bytes', file('tom.pdf', '')],
	['a zip archive', file('plan.pdf', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))],
])('%s is refused in a sentence, and no row is made', async (_what, one) => {
	const [before, bytes] = [rows(), stored()];
	const answer = await send([one]);
	expect(answer.status).toBe(422);
	expect(stored()).toEqual(bytes);
	const { kept, refused } = await answer.json();
	expect(kept).toEqual([]);
	expect(refused).toHaveLength(1);
	expect(rows()).toBe(before);
});

test.each([
	['../../../../etc/passwd', 'passwd.pdf'],
	['..\\..\\windows\\system.ini', 'windowssystem.pdf'],
	['plan.pdf%0d%0aSet-Cookie: x=1', 'plan.pdf'],
	['%00.pdf', '%00.pdf'],
	['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
	['a'.repeat(5_000), `${'a'.repeat(110)}.pdf`],
])('a file called %j is kept under a name in one line, and served as what it is', async (name, shown) => {
	const answer = await send([file(name, `%PDF-1.7 ${newId()}`)]);
	expect(answer.status).toBe(200);
	const { kept } = await answer.json();
	expect(kept[0].name).toBe(shown === 'plan.pdf' ? kept[0].name : shown);
	expect(kept[0].name).not.toMatch(/[\r\n/\\]/);
	const served = await fetch(`${house.url}/attachments/${kept[0].id}`, { headers: { cookie: house.cookieOf('erhverv') } });
	expect(served.headers.get('content-type')).toBe('application/pdf');
	expect(served.headers.get('content-disposition')).toMatch(/^attachment; /);
	expect(served.headers.get('content-security-policy')).toContain('sandbox');
	expect(served.headers.get('x-content-type-options')).toBe('nosniff');
	expect(served.headers.get('cache-control')).toBe('no-store');
	expect(served.headers.getSetCookie().join()).not.toContain('x=1');
});

test('a line break inside the name of a part is a bad request or a name in one line, never a header', async () => {
	const answer = await send([file('plan\r\nX-Evil: 1.pdf', `%PDF-1.7 ${newId()}`)]);
	expect(answer.status).toBeLessThan(500);
	if (answer.status === 200) expect((await answer.json()).kept[0]?.name ?? '').not.toMatch(/[\r\n]/);
});

test.each([
	['too many files', Array.from({ length: 40 }, (_, at) => file(`${at}.pdf`, '%PDF-1.7'))],
	['a body without an end', [Buffer.from(`--${LINE}\r\nContent-Disp`)]],
	['parts without names', [part('form-data', '%PDF-1.7')]],
])('%s: 4xx, and the house stands', async (_what, parts) => {
	const answer = await send(parts);
	expect(answer.status).toBeGreaterThanOrEqual(200);
	expect(answer.status).toBeLessThan(500);
	expect((await fetch(`${house.url}/readyz`)).status).toBe(200);
});

test('an upload broken off in the middle, and one nobody may make, leave nothing on the disk', async () => {
	const before = stored();
	const body = new ReadableStream({
		start(controller) {
			controller.enqueue(Buffer.concat([file('halv.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(300_000)]))]));
			setTimeout(() => controller.error(new Error('the line is gone')), 100);
		},
	});
	const headers = { ...FROM_OUR_PAGE, 'Content-Type': `multipart/form-data; boundary=${LINE}`, cookie: house.cookieOf('erhverv') };
	// undici's own word for a body that comes in pieces.
	const sent = { method: 'POST', headers, body, duplex: 'half' as const };
	await fetch(`${house.url}/dialogues/${talk}/attachments`, sent).catch(() => undefined);
	const strangers = await send([file('fremmed.pdf', `%PDF-1.7 ${newId()}`)], { headers: { cookie: house.cookieOf('leder') } });
	expect(strangers.status).toBe(403);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(stored()).toEqual(before);
});

test('a body beyond the cap is 413, on the address for files later than elsewhere', async () => {
	const large = file('stor.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(26_000_000)]));
	expect((await send([large]).catch(() => ({ status: 413 }))).status).toBe(413);
	const fair = file('mindre.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(2_000_000)]));
	expect((await send([fair], { path: '/dialogues/new' }).catch(() => ({ status: 413 }))).status).toBe(413);
	expect((await send([fair])).status).toBe(200);
});

test('a file of a talk is refused at its direct address to those the note is closed to', async () => {
	const owners = String(
		ask(house.file, 'select id from dialogues where is_landowner_only = 1 and unit_id = (select unit_id from dialogues where id = ?) limit 1', talk),
	);
	const answer = await send([file('holdning.pdf', `%PDF-1.7 MARKERFIL ${newId()}`)], { path: `/dialogues/${owners}/attachments` });
	const { kept } = await answer.json();
	const statusFor = async (person: Parameters<House['cookieOf']>[0]) =>
		(await fetch(`${house.url}/attachments/${kept[0].id}`, { headers: { cookie: house.cookieOf(person) } })).status;
	expect([await statusFor('erhverv'), await statusFor('leder'), await statusFor('beskaeftigelse'), await statusFor('admin')]).toEqual([
		200, 200, 404, 404,
	]);
	const nobody = await fetch(`${house.url}/attachments/${kept[0].id}`, { redirect: 'manual' });
	expect(nobody.headers.get('location')).toMatch(/^\/sign-in/);
});
