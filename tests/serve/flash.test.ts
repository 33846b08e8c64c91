import { expect, it } from 'vitest';
import { redirectWith, takeFlash } from '#app/http/flash.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';

const request = (cookie = '') => new Request('http://localhost:3000/', { headers: { cookie } });

it.each(['~', '?', 'a', 'æ'])('a deed done on the longest page address (%s …) is said on the next page', async (letter) => {
	const back = safeRedirect(`/companies?q=${letter.repeat(1_480)}`, '/');
	const undo = { action: '/follow-ups/01980000-0000-7000-8000-000000000000/settlement', fields: { state: 'open', back } };
	const answer = await redirectWith(request(), back, { key: 'follow_up_done', undo });
	const { flash } = await takeFlash(request(answer.headers.get('set-cookie')?.split(';')[0]));
	expect(flash).toMatchObject({ key: 'follow_up_done', undo });
});

it('a message nobody here has signed is not shown', async () => {
	const forged = Buffer.from(JSON.stringify({ flash: { id: 'x', key: 'saved', undo: { action: 'https://evil.example', fields: {} } } })).toString(
		'base64',
	);
	for (const cookie of [`flash=${forged}`, `flash=${forged}.`, `flash=${encodeURIComponent(`${forged}.AAAA`)}`, 'flash=%', 'flash=.'])
		expect(await takeFlash(request(cookie))).toEqual({ flash: null, setCookie: null });
});
