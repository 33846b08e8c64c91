import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { FROM_OUR_PAGE, openHouse } from './server.ts';

const serve = (env: Record<string, string>) =>
	spawnSync(process.execPath, ['server.js'], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 20_000 });

test('a second server on the same file is refused with one sentence, and the first keeps serving', async () => {
	const house = await openHouse();
	const second = serve({ PORT: '3219', DATABASE_URL: `file:${house.file}` });
	expect(second.status).toBe(1);
	expect(second.stderr.trim()).toMatch(/^Another Distrikt is using .*distrikt\.db: stop it first, or choose another DATABASE_URL\.$/);
	expect((await fetch(`${house.url}/readyz`)).status).toBe(200);
	await house.stop();
});

test('all faults of the environment are told together, each in a sentence', () => {
	const { status, stderr } = serve({
		PORT: 'x',
		APP_URL: 'ftp://x',
		SESSION_SECRET: 'short',
		DEMO: 'maybe',
		DEMO_PASSWORD: '1',
		TRUST_PROXY: '-1',
		DATABASE_URL: 'mysql://x',
	});
	expect(status).toBe(1);
	for (const name of ['PORT', 'APP_URL', 'SESSION_SECRET', 'DEMO', 'DEMO_PASSWORD', 'TRUST_PROXY', 'DATABASE_URL'])
		expect(stderr).toContain(`  ${name} must`);
});

test('asked to stop, the house answers what it has begun, folds its log into the database and leaves with 0', async () => {
	const house = await openHouse();
	const answers = Promise.all(Array.from({ length: 40 }, async () => (await fetch(`${house.url}/sign-in`).catch(() => undefined))?.status));
	await fetch(`${house.url}/healthz`);
	const began = performance.now();
	expect(await house.stop()).toBe(0);
	expect(performance.now() - began).toBeLessThan(10_000);
	expect((await answers).filter((status) => status !== undefined && status !== 200)).toEqual([]);
	const connection = new Database(house.file, { readonly: true });
	expect(connection.pragma('quick_check', { simple: true })).toBe('ok');
	connection.close();
});

test('started again on the same data, nothing is made twice and no password is printed', async () => {
	const house = await openHouse();
	expect(house.output()).toContain('Password: DEMO_PASSWORD, or as printed at the first start');
	await house.stop();
});

test('with the database held by somebody else a write waits, then is answered 503 with Retry-After', async () => {
	const house = await openHouse();
	const cookie = house.cookieOf('leder');
	const other = new Database(house.file);
	other.exec('BEGIN IMMEDIATE');
	const answer = await fetch(`${house.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, cookie } });
	other.exec('ROLLBACK');
	other.close();
	expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
	await house.stop();
});

test('an empty house without the demo prints where the first administrator begins', async () => {
	const house = await openHouse({ data: 'none', env: { DEMO: 'off' } });
	expect(house.output()).toMatch(/\/first-run\?code=[A-Z0-9-]+/);
	await house.stop();
});

test('a file that is no database is named, and left as it is', () => {
	const folder = mkdtempSync('.cache/http/broken-');
	writeFileSync(`${folder}/x.db`, 'not a database at all, but long enough to be read as one'.repeat(200));
	const before = readFileSync(`${folder}/x.db`);
	const { status, stderr } = serve({ PORT: '3219', DATABASE_URL: `file:${folder}/x.db` });
	expect(status).toBe(1);
	expect(stderr).toMatch(/^The database .*x\.db cannot be used: file is not a database/);
	expect(readFileSync(`${folder}/x.db`).equals(before)).toBe(true);
});
