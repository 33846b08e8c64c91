import { expect, test } from 'vitest';
import { faultOf } from '#app/shell/error-panel.tsx';

const answer = (status: number, data: unknown = null) => ({ status, statusText: '', internal: false, data });

test('Anna is told what a refusal was about, by its code', () => {
	expect(faultOf(answer(404, { code: 'not_found' }))).toBe('not_found');
	expect(faultOf(answer(403, { code: 'forbidden' }))).toBe('forbidden');
	expect(faultOf(answer(429, { code: 'too_many' }))).toBe('too_many');
});

test('Anna is told what a refusal was about by its status when it carries no code of ours', () => {
	const words = [400, 403, 404, 405, 413, 429, 503].map((status) => faultOf(answer(status, 'Not Found')));
	expect(words).toEqual(['bad_request', 'forbidden', 'not_found', 'method_not_allowed', 'too_large', 'too_many', 'busy']);
	expect(faultOf(answer(404, { code: 'toString' }))).toBe('not_found');
});

test('Anna never sees what broke inside, only that something did', () => {
	expect(faultOf(new Error('SQLITE_CORRUPT: database disk image is malformed'))).toBe('failed');
	expect(faultOf(answer(500, { code: 'stack', message: 'at query (/srv/app.js:1)' }))).toBe('failed');
	expect(faultOf(undefined)).toBe('failed');
});
