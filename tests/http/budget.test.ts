import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './server.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

/** Bytes, gzip, of every script the cold page names: `<script src>`, preloads and the imports of its inline modules. */
async function scriptsOf(path: string) {
	const html = await (await fetch(`${house.url}${path}`, { headers: { cookie: house.cookieOf('erhverv') } })).text();
	const files = new Set(html.match(/\/assets\/[\w.-]+\.js/g));
	const sizes = [...files].map((file) => [file, gzipSync(readFileSync(`build/client${file}`), { level: 9 }).length] as const);
	return { html, files: sizes, total: sizes.reduce((sum, [, size]) => sum + size, 0) };
}

test.each([
	['/companies', 120],
	['/dialogues/new', 140],
	['/', 120],
	['/districts', 120],
])('%s asks for at most %i kB of script', async (path, budget) => {
	const { total, files } = await scriptsOf(path);
	expect(files.length).toBeGreaterThan(2);
	expect(total, files.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThanOrEqual(budget * 1000);
});

test('no page carries the validation library', async () => {
	const { files } = await scriptsOf('/dialogues/new');
	for (const [file] of files) expect(readFileSync(`build/client${file}`, 'utf8')).not.toContain('ZodError');
});
