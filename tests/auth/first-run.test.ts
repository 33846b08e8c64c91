import { describe, expect, it } from 'vitest';
import { action, loader } from '#app/auth/routes/first-run.tsx';
import { loader as signInPage } from '#app/auth/routes/sign-in.tsx';
import { viewerOfRequest } from '#app/auth/session.server.ts';
import { ensureSetupCode } from '#app/auth/setup-code.server.ts';
import { db } from '#db/client.server.ts';
import { settings, users } from '#db/schema/index.ts';
import { call } from '../call.ts';

const FORM = {
	name: 'Ada Begyndt',
	email: 'ada@distrikt.example',
	unit: 'Digitalisering',
	password: 'hest batteri hæftemaskine',
	repeat: 'hest batteri hæftemaskine',
};

// One story, told in order: an empty installation gets its first administrator.
describe('the first run', () => {
	it('is where an empty installation begins', async () => {
		expect(await call(signInPage, { url: '/sign-in' })).toMatchObject({ status: 302, location: '/first-run' });
		expect((await call(loader, { url: '/first-run?code=ABC' })).data).toMatchObject({ code: 'ABC' });
	});

	it('refuses any code when the server has printed none', async () => {
		expect((await call(action, { form: { ...FORM, code: '' } })).status).toBe(400);
		expect((await call(action, { form: { ...FORM, code: 'undefined' } })).status).toBe(400);
	});

	it('refuses a wrong code and one of an earlier start, and creates nobody', async () => {
		const old = await ensureSetupCode();
		const code = await ensureSetupCode();
		expect(code).toMatch(/^([A-HJKMNP-Z2-9]{5}-){3}[A-HJKMNP-Z2-9]{5}$/);
		expect((await call(action, { form: { ...FORM, code: old ?? '' } })).data).toMatchObject({
			result: { error: { code: [expect.stringContaining('Koden passer ikke')] } },
		});
		expect(await db.select().from(users)).toEqual([]);
		expect(JSON.stringify(await db.select().from(settings))).not.toContain(code);
	});

	it('asks for a password that is not Ada’s address', async () => {
		const answer = await call(action, { form: { ...FORM, code: 'x', password: 'ada kan det hele', repeat: 'ada kan det hele' } });
		expect(answer).toMatchObject({ status: 400, data: { result: { error: { password: [expect.any(String)] } } } });
		expect(JSON.stringify(answer.data)).not.toContain('ada kan det hele');
	});

	it('takes the code once, however many send it at the same moment, and signs Ada in as administrator', async () => {
		const code = (await ensureSetupCode())?.toLowerCase().replaceAll('-', ' ') ?? '';
		const answers = await Promise.all([call(action, { form: { ...FORM, code } }), call(action, { form: { ...FORM, code } })]);
		expect(answers.map(({ status }) => status).sort()).toEqual([302, 404]);
		const cookie =
			answers
				.find(({ status }) => status === 302)
				?.headers.getSetCookie()[0]
				?.split(';')[0] ?? '';
		const ada = await viewerOfRequest(new Request('http://localhost:3000/', { headers: { cookie } }));
		expect(ada).toMatchObject({
			name: 'Ada Begyndt',
			email: 'ada@distrikt.example',
			memberships: [{ unitName: 'Digitalisering', role: 'administrator' }],
		});
	});

	it('is over afterwards: no page, no code', async () => {
		expect((await call(loader)).status).toBe(404);
		expect((await call(action, { form: { ...FORM, code: 'x' } })).status).toBe(404);
		expect(await ensureSetupCode()).toBeNull();
	});
});
