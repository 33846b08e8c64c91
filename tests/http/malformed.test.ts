import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { rounds } from '#tests/rounds.ts';
import { builtRoutes, filled } from './routes.ts';
import { ask, type House, openHouse } from './server.ts';

const REQUESTS = rounds(500, 5_000);
const TOGETHER = 20;

let house: House;
let cookie: string;
let targets: string[];
beforeAll(async () => {
	house = await openHouse();
	cookie = house.cookieOf('admin');
	const real = [newId(), ...['companies', 'sites', 'dialogues', 'users'].map((table) => String(ask(house.file, `select id from ${table} limit 1`)))];
	targets = (await builtRoutes()).flatMap(({ path }) => real.map((id) => filled(path, id)));
	targets = [...new Set([...targets, ...targets.map((path) => `${path.replace('/?', '/_root?').split('?')[0]}.data`)])];
});
afterAll(() => house.stop());

const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }).map((text) => encodeURIComponent(Buffer.from(text).toString())),
	fc.constantFrom(
		'%',
		'%zz',
		'%00',
		'%ED%A0%80',
		'%C0%AF',
		'%2e%2e%2f%2e%2e%2f',
		'..%5c',
		'//',
		'%2f%2f',
		';',
		"' or 1=1--",
		'"*',
		'NEAR(',
		'%F0%9F%92%A9',
		'\\',
		'<script>',
		'[]',
		'__proto__',
	),
	fc.integer().map(String),
	fc.constantFrom('9'.repeat(400), 'a'.repeat(4_000), '-1', '1e999', 'NaN', 'null', 'undefined', '0', '2026-02-31', '0000-00-00'),
);
const names = [
	'q',
	'page',
	'after',
	'before',
	'sort',
	'dir',
	'district',
	'industry',
	'next',
	'language',
	'company',
	'site',
	'name',
	'cvr',
	'code',
	'_data',
	'_routes',
	'index',
	'id',
	'version',
	'email',
	'password',
	'__intent__',
	'__state__',
	'__proto__',
	'a[0]',
	'a.b',
	'heldOn',
	'companyId',
	'note',
	'topicIds',
	'',
];
const pairs = fc
	.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 6 })
	.map((list) => list.map(([name, value]) => `${name}=${value}`).join('&'));

const contentType = fc.constantFrom(
	'application/x-www-form-urlencoded',
	'application/x-www-form-urlencoded; charset=utf-16',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	'multipart/form-data; boundary=x',
	`multipart/form-data; boundary=${'x'.repeat(300)}`,
	'application/json',
	'text/plain',
	'text/x-script',
	'image/png',
	'x',
	'',
);
const body = fc.oneof(
	pairs,
	fc.uint8Array({ maxLength: 400 }),
	fc.constantFrom(
		'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
		'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
		'--x\r\nContent-Disposition: form-data; name="a"; filename="../../x"\r\n\r\n1\r\n--x--\r\n',
		'--x\r\n\r\n1\r\n--x--\r\n',
		'--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n',
		'--x--',
		'--x',
		'{"a":1}',
		'{',
		'__intent__=x',
		'__state__=x',
		'__intent__={"type":"insert","payload":{"name":"a"}}',
		'__intent__={"type":"reset","payload":{"name":1}}',
		'__state__={"a":[]}&__intent__={"type":"update"}',
		`id=${'x'.repeat(900_000)}`,
	),
);
const asked = fc.record({
	target: fc.nat(),
	suffix: fc.oneof(
		{ weight: 6, arbitrary: fc.constant('') },
		nasty.map((text) => `/${text}`),
		fc.constantFrom('.data', '.data.data', '/', '//', '/../..', '/.%2e/', '.json'),
	),
	query: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, pairs),
	method: fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom('GET', 'POST', 'POST', 'POST') },
		fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
	),
	contentType,
	body,
	isSignedIn: fc.boolean(),
	headers: fc.dictionary(
		fc.constantFrom(
			'Accept',
			'Accept-Language',
			'Accept-Encoding',
			'Referer',
			'X-Forwarded-For',
			'X-Forwarded-Host',
			'X-Forwarded-Proto',
			'If-None-Match',
			'Range',
			'X-Request-Id',
			'X-Remix-Revalidate',
			'User-Agent',
		),
		fc.constantFrom(
			'',
			'*',
			'æøå',
			'da;q=x',
			',,,',
			'bytes=0-',
			'bytes=9-1,x',
			'http://',
			'br;q=0',
			'a'.repeat(3_000),
			'::1, 1.2.3.4',
			'en,da',
			'\t',
		),
		{ maxKeys: 3 },
	),
	cookies: fc.constantFrom('', 'language=xx', 'distrikt=x', 'flash=x', 'flash=%00', `junk=${'a'.repeat(3_000)}`, '=;=;', 'language=en'),
});

test(`${REQUESTS} malformed requests, signed in and not, get no answer of 500 or above`, async () => {
	const requests = fc.sample(asked, { numRuns: REQUESTS, seed: 20261123 });
	const faults = new Set<string>();
	const statuses: Record<number, number> = {};
	for (let from = 0; from < requests.length; from += TOGETHER) {
		// One of them may have been a sign-out.
		if (from % 100 === 0) cookie = house.cookieOf(from % 200 === 0 ? 'admin' : 'erhverv');
		await Promise.all(requests.slice(from, from + TOGETHER).map((request) => send(request, faults, statuses)));
	}
	console.info('answers by status', JSON.stringify(statuses));
	expect([...faults]).toEqual([]);
	expect(house.output()).not.toContain('"unexpected"');
	// Not everything was turned away at the door: actions and loaders were reached.
	expect(statuses[200]).toBeGreaterThan(REQUESTS / 100);
	expect(statuses[400]).toBeGreaterThan(REQUESTS / 50);
});

async function send(request: ReturnType<typeof asked.generate>['value'], faults: Set<string>, statuses: Record<number, number>) {
	const path = `${targets[request.target % targets.length]}${request.suffix}`;
	const url = request.query ? `${path}${path.includes('?') ? '&' : '?'}${request.query}` : path;
	const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin', cookie: `${request.isSignedIn ? `${cookie}; ` : ''}${request.cookies}` });
	if (request.method !== 'GET' && request.contentType) headers.set('Content-Type', request.contentType);
	for (const [name, value] of Object.entries(request.headers)) if (/^[\x20-\x7e]*$/.test(value)) headers.set(name, value);
	const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
	const answer = await fetch(`${house.url}${url}`, {
		method: request.method,
		redirect: 'manual',
		headers,
		body: hasBody ? new Blob([request.body]) : null,
	});
	await answer.arrayBuffer();
	statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
	if (answer.status >= 500)
		faults.add(`${answer.status} ${request.method} ${url.slice(0, 200)} ${request.contentType} ${String(request.body).slice(0, 80)}`);
}

test.each([
	['TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
	['a NUL in the path', 'GET /\0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['an encoded NUL', 'GET /companies/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['raw bytes in the path', 'GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['another host’s whole address', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['two slashes in front', 'GET //evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['an invented method', 'FROB / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
	['CONNECT-like nonsense', 'GET\r\n\r\n', 400],
	['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
	['a hostile Host', 'GET /healthz HTTP/1.1\r\nHost: evil.example:99999\r\nConnection: close\r\n\r\n', 200],
	['20 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
	['two lengths', 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
	['a length that is none', 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', 400],
])('%s', async (_, raw, status) => {
	expect(await statusOf(raw)).toBe(status);
});

function statusOf(raw: string): Promise<number> {
	const { port } = new URL(house.url);
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(Number(port), 'localhost', () => socket.write(Buffer.from(raw, 'latin1')));
		socket.on('data', (chunk) => {
			answer += chunk;
			const status = answer.match(/^HTTP\/1\.1 (\d+)/)?.[1];
			if (status) {
				resolve(Number(status));
				socket.destroy();
			}
		});
		socket.on('error', reject).on('close', () => reject(new Error(`No answer: ${answer}`)));
	});
}
