import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeRedirect } from '#app/http/safe-redirect.ts';

const ELSEWHERE = [
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'https://evil.example',
	'http:evil.example',
	'javascript:alert(1)',
	'evil.example',
	'',
	'/%2f%2fevil.example',
	'/%5cevil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/\r\nLocation: https://evil.example',
	'/%09/evil.example',
	'/%0d%0aSet-Cookie:a=b',
	'///evil.example',
	'/./\\evil.example',
	'/..//evil.example',
	'/.//evil.example',
	'/%2e//evil.example',
	' /companies',
];

describe('going on after signing in', () => {
	it.each(ELSEWHERE)('never leads to %j', (to) => {
		expect(safeRedirect(to, '/account')).toBe('/account');
	});

	it.each([null, undefined, 7, ['/companies'], {}])('takes %j for no address', (to) => {
		expect(safeRedirect(to, '/account')).toBe('/account');
	});

	it.each(['/', '/companies?q=b%C3%A6k&sort=name', '/districts/ejby#firms', '/dialogues/new?company=1'])('keeps %s', (to) => {
		expect(safeRedirect(to, '/account')).toBe(to);
	});

	it('takes a path for none that grows beyond what a cookie carries', () => {
		expect(safeRedirect(`/companies?q=${'æ'.repeat(1_400)}`, '/account')).toBe('/account');
		expect(safeRedirect(`/companies?q=${'~'.repeat(1_480)}`, '/account')).toHaveLength(1_493);
	});

	it('stays on this site whatever is typed', () => {
		const piece = fc.oneof(
			fc.constantFrom('/', '\\', '//', '%2f', '%5c', '\t', '\n', '@', ':', '.', '..', '?', '#', 'https:', 'evil.example'),
			fc.string({ maxLength: 8, unit: 'binary' }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const to = safeRedirect(`/${pieces.join('')}`);
				const url = new URL(to, 'https://distrikt.example');
				expect(url.origin).toBe('https://distrikt.example');
				expect(to.startsWith('/') && !to.startsWith('//')).toBe(true);
				expect(to).not.toMatch(/[\\\p{Cc}]/u);
			}),
			{ numRuns: 1_000 },
		);
	});
});
