import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyList } from '#app/companies/company-list.server.ts';
import { cellOf, csvOf } from '#app/lists/csv.server.ts';
import { loader } from '#app/lists/routes/export.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

async function csv(as: Viewer, query = ''): Promise<string> {
	const rows = new Response(await csvOf(as, companyList, new URLSearchParams(query)));
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await rows.arrayBuffer());
}

describe('a list as a file', () => {
	it('holds what the list shows under its filters, past its first page, as Danish Excel reads it', async () => {
		for (let at = 0; at < 55; at++) await make.company({ name: `Udtræk ${String(at).padStart(2, '0')}; "Æblet"` });
		const text = await csv(world.anna, 'q=udtræk&after=x');
		const lines = text.split('\r\n');
		expect(text.startsWith('\uFEFFNavn;CVR-nr.;')).toBe(true);
		expect(lines).toHaveLength(57);
		expect(lines[1]).toMatch(/^"Udtræk 00; ""Æblet""";/);
	});

	it('leaves out of Adam’s what he may not know: when a firm was talked to, and the lists of talks', async () => {
		expect((await csv(world.anna)).split('\r\n')[0]).toContain('Seneste dialog');
		expect((await csv(world.adam)).split('\r\n')[0]).not.toContain('Seneste dialog');
		for (const list of ['dialogues', 'follow-ups', 'needs', 'issues']) {
			expect((await call(loader, { as: world.adam, url: `/exports/${list}`, params: { list } })).status, list).toBe(403);
			expect((await call(loader, { as: world.lene, url: `/exports/${list}`, params: { list } })).status, list).toBe(200);
		}
		expect((await call(loader, { as: world.anna, url: '/exports/secrets', params: { list: 'secrets' } })).status).toBe(404);
	});

	it('hands a spreadsheet no formula', () => {
		for (const text of ['=1+1', '+45 12 34', '-2', '@SUM(A1)', '\t=1', '\r=1']) expect(cellOf(text).replace(/^"/, '')).toMatch(/^'/);
		expect([cellOf('ApS'), cellOf(-2), cellOf(null), cellOf('a;b'), cellOf('a\nb')]).toEqual(['ApS', '-2', '', '"a;b"', '"a\nb"']);
	});
});
