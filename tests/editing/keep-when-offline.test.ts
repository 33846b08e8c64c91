import { data, redirect } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { forbidden } from '#app/http/errors.ts';
import { keepWhenOffline } from '#app/http/keep-when-offline.ts';

const sent = (serverAction: () => Promise<unknown>) =>
	keepWhenOffline({ request: new Request('http://localhost:3000/'), params: {}, serverAction: async <T>() => (await serverAction()) as Awaited<T> });

describe('a form sent by script', () => {
	it('stays for Anna when the network is gone, with a status that loads nothing anew', async () => {
		const answer = await sent(() => Promise.reject(new TypeError('Failed to fetch')));
		if (!(answer instanceof Response)) return expect.unreachable();
		expect(answer.status).toBe(503);
		expect(await answer.json()).toEqual({ why: 'offline', unsentAt: expect.any(Number) });
	});

	it('stays when the server’s answer cannot be read', async () => {
		const answer = await sent(() => Promise.reject(new Error('Unable to decode turbo-stream response')));
		expect(answer instanceof Response && (await answer.json())).toMatchObject({ why: 'unanswered' });
	});

	it('stays when the right to save was taken meanwhile, and says so', async () => {
		// As Remix hands a thrown 403 to the browser.
		const no = { status: 403, statusText: '', internal: false, data: { code: 'forbidden' } };
		const answer = await sent(() => Promise.reject(no));
		if (!(answer instanceof Response)) return expect.unreachable();
		expect([answer.status, await answer.json()]).toEqual([403, { why: 'forbidden', unsentAt: expect.any(Number) }]);
	});

	it('lets answers, redirects and refusals pass as they are', async () => {
		const refused = data({ result: {} }, { status: 400 });
		expect(await sent(async () => refused)).toBe(refused);
		const onward = redirect('/companies');
		await expect(sent(() => Promise.reject(onward))).rejects.toBe(onward);
		const no = forbidden();
		await expect(sent(() => Promise.reject(no))).rejects.toBe(no);
	});
});
