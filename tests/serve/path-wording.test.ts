import { expect, test } from 'vitest';
import { pathWording } from '#app/serve/path-wording.ts';

const wording = pathWording({
	company: { path: 'companies/:companyId' },
	district: { path: 'districts/:slug/edit' },
	invitation: { path: 'invitations/:token' },
	rest: { path: '*' },
});

test.each([
	['/', '/'],
	['/companies/019a1aad-a920-7333-99e8-5f5a5b0c3a5d', '/companies/019a1aad-a920-7333-99e8-5f5a5b0c3a5d'],
	['/companies/019a1aad-a920-7333-99e8-5f5a5b0c3a5d.data', '/companies/019a1aad-a920-7333-99e8-5f5a5b0c3a5d.data'],
	['/companies/Jens%20Pr%C3%B8vesen', '/companies/:companyId'],
	['/districts/kirkebjerg/edit', '/districts/kirkebjerg/edit'],
	['/invitations/en-hemmelig-kode', '/invitations/:token'],
	['/jens@prøvesen.example', '*'],
])('the log calls %s %s', (path, worded) => {
	expect(wording(path)).toBe(worded);
});
