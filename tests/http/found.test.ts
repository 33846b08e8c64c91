import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	closeSync,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ask, HTTP_BASE, HTTP_FOLDER, openHouse } from './server.ts';

// What lies at the database's path is looked at before it is touched.

const serve = (file: string, env: Record<string, string> = {}) =>
	spawnSync(process.execPath, ['server.js'], {
		env: { ...process.env, PORT: '3219', DATABASE_URL: `file:${file}`, DEMO: 'on', LOG_LEVEL: 'error', ...env },
		encoding: 'utf8',
		timeout: 20_000,
	});
const hashOf = (file: string) => (existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'absent');

/** A house that was in use: its database, whole. */
function used(): string {
	const folder = mkdtempSync(`${HTTP_FOLDER}found-`);
	copyFileSync(HTTP_BASE, `${folder}/distrikt.db`);
	writeFileSync(`${folder}/distrikt.db.installed`, '');
	return `${folder}/distrikt.db`;
}

function scribble(file: string, from: number, bytes: number) {
	const handle = openSync(file, 'r+');
	writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
	closeSync(handle);
}

const DAMAGES: ReadonlyArray<[string, (file: string) => void, RegExp]> = [
	['empty', (file) => truncateSync(file, 0), /is empty \(0 bytes\)/],
	['missing', (file) => rmSync(file), /is missing, but .*\.installed is there/],
	['cut to a third', (file) => truncateSync(file, Math.floor(statSync(file).size / 3)), /is damaged/],
	['cut in its first page', (file) => truncateSync(file, 50), /is damaged|cannot be used/],
	['overwritten in the middle', (file) => scribble(file, Math.floor(statSync(file).size / 8192) * 4096, 200_000), /is damaged/],
	['overwritten at the beginning', (file) => scribble(file, 0, 4096), /cannot be used: file is not a database/],
	[
		'another program’s',
		(file) => {
			rmSync(file);
			const other = new Database(file);
			other.exec('create table recipes (name text)');
			other.close();
		},
		/is damaged \(it has none of our tables\)/,
	],
];

test.each(DAMAGES)('a database that is %s is named with what to do, left as it is, and no first start is made of it', (_what, damage, said) => {
	const file = used();
	damage(file);
	const before = hashOf(file);
	for (let start = 0; start < 2; start += 1) {
		const { status, stderr, stdout } = serve(file);
		expect(status).toBe(1);
		expect(stderr).toMatch(said);
		expect(stderr).toContain(`The database ${file} `);
		expect(stderr).toContain('Put your newest backup in its place');
		expect(stdout).not.toContain('Demo people');
		expect(hashOf(file)).toBe(before);
	}
});

test.each([
	['its log', 'distrikt.db-wal'],
	['a copy', 'distrikt.db-before-3.bak'],
	['files of talks', 'files/0198c0de-0000-7000-8000-000000000000'],
])('a folder without a database but with %s is no first start', (_what, name) => {
	const folder = mkdtempSync(`${HTTP_FOLDER}found-`);
	mkdirSync(`${folder}/files`);
	writeFileSync(`${folder}/${name}`, 'x');
	const { status, stderr } = serve(`${folder}/distrikt.db`);
	expect(status).toBe(1);
	expect(stderr).toContain('is missing, but');
	expect(existsSync(`${folder}/distrikt.db`)).toBe(false);
});

test('a first start that was killed half-way begins anew', async () => {
	const folder = mkdtempSync(`${HTTP_FOLDER}found-`);
	writeFileSync(`${folder}/distrikt.db.new`, 'half of a database');
	const house = await openHouse({ data: 'none', folder: `${folder}/`, env: { DEMO: 'off' } });
	expect(await house.stop()).toBe(0);
	expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['distrikt.db', 'distrikt.db.installed']));
	expect(readdirSync(folder)).not.toContain('distrikt.db.new');
});

test('a command on a path where nothing is makes no file there', () => {
	const folder = mkdtempSync(`${HTTP_FOLDER}found-`);
	const env = { ...process.env, DATABASE_URL: `file:${folder}/fejl.db` };
	const { status, stderr } = spawnSync(process.execPath, ['build/node/reindex.js'], { env, encoding: 'utf8' });
	expect([status, stderr.includes('does not exist')]).toEqual([1, true]);
	expect(readdirSync(folder)).toEqual([]);
});

test('a page found damaged while serving makes the house unready', async () => {
	const house = await openHouse();
	const cookie = house.cookieOf('leder');
	const pages = Number(ask(house.file, 'pragma page_count'));
	new Database(house.file).pragma('wal_checkpoint(TRUNCATE)');
	for (let page = 20; page < pages; page += 1) scribble(house.file, page * 4096, 4096);
	const answers = await Promise.all(
		['/companies', '/contacts', '/search?q=a', '/dialogues'].map((path) => fetch(`${house.url}${path}`, { headers: { cookie } })),
	);
	expect(answers.some(({ status }) => status === 500)).toBe(true);
	const ready = await fetch(`${house.url}/readyz`);
	expect([ready.status, await ready.text()]).toEqual([503, 'database\n']);
	await house.kill();
});

describe('the lock', () => {
	test.each([
		['a symbolic link to the file', (file: string, other: string) => symlinkSync(file, other)],
		['a hard link to the file', (file: string, other: string) => linkSync(file, other)],
	])('holds through %s', async (_what, link) => {
		const house = await openHouse();
		const folder = mkdtempSync(`${HTTP_FOLDER}link-`);
		link(house.file, `${folder}/andet.db`);
		const { status, stderr } = serve(`${folder}/andet.db`);
		expect(status).toBe(1);
		expect(stderr).toMatch(/^Another Distrikt is using|^The database .* has 2 names \(hard links\)/);
		expect((await fetch(`${house.url}/readyz`)).status).toBe(200);
		await house.stop();
	});

	test('holds through a link to the folder', async () => {
		const house = await openHouse();
		const link = `${HTTP_FOLDER}link-${process.pid}`;
		rmSync(link, { force: true });
		symlinkSync(house.file.replace(/\/distrikt\.db$/, ''), link);
		expect(serve(`${link}/distrikt.db`).stderr).toMatch(/^Another Distrikt is using/);
		await house.stop();
	});
});
