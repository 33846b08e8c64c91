import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { ask, FROM_OUR_PAGE, HTTP_FOLDER, openHouse } from './server.ts';

// A small disk of its own takes rights that not every machine gives.
const DISK = `${HTTP_FOLDER}disk-${process.pid}/`;
const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
const unmount = () => spawnSync('umount', ['-l', DISK]);
mkdirSync(DISK, { recursive: true });
const canMount = mount('-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', DISK);
unmount();
if (!canMount) console.info('Skipped: no disk of its own can be mounted here (needs root)');

beforeEach(() => void mount('-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', DISK));
afterEach(() => void unmount());

/** Fills the disk to the last byte; answers how to free it again. */
function fill(): () => void {
	const stuff = `${DISK}fyld`;
	for (let bytes = 1_000_000; bytes >= 1; bytes = Math.floor(bytes / 4))
		for (;;) {
			const name = `${stuff}-${bytes}-${Math.random()}`;
			try {
				writeFileSync(name, Buffer.alloc(bytes));
			} catch {
				rmSync(name, { force: true });
				break;
			}
		}
	return () => {
		for (const name of readdirSync(DISK)) if (name.startsWith('fyld')) rmSync(`${DISK}${name}`);
	};
}

const attached = () => readdirSync(`${DISK}files`);

test.skipIf(!canMount)(
	'a full disk: saves are refused in readable words, pages go on, uploads leave nothing, and with room again all works',
	async () => {
		const house = await openHouse({ folder: DISK });
		const cookie = house.cookieOf('erhverv');
		const firm = String(ask(house.file, "select cvr from companies where cvr is not null and status_group = 'active' limit 1"));
		const talk = newId();
		const log = (note: string, id = newId()) =>
			fetch(`${house.url}/dialogues/new`, {
				...{ method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, cookie, Accept: 'text/html' } },
				body: new URLSearchParams({ id, firm, heldOn: '2026-01-15', channel: 'phone', note }),
			});
		const upload = async () => {
			const body = new FormData();
			body.append('files', new Blob([`%PDF-1.7 ${newId()}`, new Uint8Array(400_000)]), 'plan.pdf');
			const headers = { cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
			return fetch(`${house.url}/dialogues/${talk}/attachments`, { method: 'POST', headers, body });
		};
		expect((await log('Før', talk)).status).toBe(302);
		expect((await upload()).status).toBe(200);
		const kept = attached();
		const free = fill();
		const id = newId();
		const note = 'Talt om kajen '.repeat(600);
		const answer = await log(note, id);
		expect(answer.status).toBe(507);
		const page = await answer.text();
		expect(page).toContain('Der er ikke plads på serverens disk');
		expect(page).toContain('Talt om kajen Talt om kajen');
		for (let n = 0; n < 5; n += 1) expect((await upload()).status).toBe(507);
		expect(attached()).toEqual(kept);
		for (const path of ['/', '/companies', '/follow-ups']) expect((await fetch(`${house.url}${path}`, { headers: { cookie } })).status).toBe(200);
		expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
		expect((await fetch(`${house.url}/readyz`)).status).toBe(503);
		free();
		expect(statfsSync(DISK).bavail).toBeGreaterThan(1_000);
		const began = performance.now();
		expect((await log(note, id)).status).toBe(302);
		expect(performance.now() - began).toBeLessThan(10_000);
		expect((await fetch(`${house.url}/readyz`)).status).toBe(200);
		expect(ask(house.file, 'select count(*) from dialogues where id = ?', id)).toBe(1);
		expect(ask(house.file, 'pragma integrity_check')).toBe('ok');
		await house.stop();
	},
);

test.skipIf(!canMount)('a disk that can only be read: one sentence, and no endless tries', async () => {
	const house = await openHouse({ folder: DISK });
	await house.stop();
	expect(mount('-o', 'remount,ro', DISK)).toBe(true);
	const env = { ...process.env, PORT: '3219', DATABASE_URL: `file:${house.file}`, LOG_LEVEL: 'error' };
	const { status, stderr } = spawnSync(process.execPath, ['server.js'], { env, encoding: 'utf8', timeout: 20_000 });
	expect(status).toBe(1);
	expect(stderr.trim().split('\n')).toHaveLength(1);
	expect(stderr).toContain(`The database ${house.file} cannot be used`);
});

test('halves of files that a killed house left are thrown away at the next start', async () => {
	const house = await openHouse();
	const folder = house.file.replace(/distrikt\.db$/, 'files');
	await house.stop();
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/${newId()}.part`, 'half');
	await house.start();
	expect(readdirSync(folder)).toEqual([]);
	await house.stop();
});
