import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { ask, FROM_OUR_PAGE, type House, HTTP_FOLDER, openHouse } from './server.ts';

const NAME = 'Zebulon Qvxprøve';
const MARKS = ['zebulon', 'qvxpr'];

/** Every file of the data folder that says the name, whatever its case. */
function saying(house: House): string[] {
	const folder = house.file.replace(/distrikt\.db$/, '');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
		if (!statSync(`${folder}${name}`).isFile()) return false;
		const text = readFileSync(`${folder}${name}`).toString('latin1').toLowerCase();
		return MARKS.some((mark) => text.includes(mark));
	});
}

test('a person erased is nowhere any more, at once, nor after yesterday’s copy was put back', async () => {
	const house = await openHouse();
	const headers = () => ({ ...FROM_OUR_PAGE, cookie: house.cookieOf('erhverv') });
	const post = async (path: string, fields: Record<string, string>) => {
		const answer = await fetch(`${house.url}${path}`, { method: 'POST', redirect: 'manual', headers: headers(), body: new URLSearchParams(fields) });
		expect(answer.status, `${path}: ${answer.status === 302 ? '' : await answer.text()}`).toBe(302);
		return answer;
	};
	const exported = async () => {
		const answer = await fetch(`${house.url}/exports/contacts`, { headers: headers() });
		expect(answer.status).toBe(200);
		return answer.text();
	};
	const id = newId();
	await post('/contacts/new', { id, name: NAME, email: 'zebulon@qvxproeve.example', phone: '43 00 00 77' });
	expect(saying(house)).not.toEqual([]);
	const copy = `${mkdtempSync(`${HTTP_FOLDER}copy-`)}/yesterday.db`;
	const reader = new Database(house.file, { readonly: true });
	reader.prepare('VACUUM INTO ?').run(copy);
	reader.close();

	const version = String(ask(house.file, 'select version from contacts where id = ?', id));
	await post(`/archival/contact/${id}`, { state: 'trashed', version });
	house.change('update trash set trashed_at = ? where record_id = ?', Date.now() - 31 * 24 * 3_600_000, id);
	await house.stop();
	await house.start();
	await expect.poll(() => saying(house), { timeout: 10_000 }).toEqual([]);
	expect(ask(house.file, 'select count(*) from contacts where id = ?', id)).toBe(0);
	expect(await exported()).not.toContain('Zebulon');
	expect(readFileSync(`${house.file}.erased`, 'utf8')).toBe(`contact ${id}\n`);

	await house.stop();
	for (const suffix of ['-wal', '-shm']) rmSync(`${house.file}${suffix}`, { force: true });
	copyFileSync(copy, house.file);
	expect(saying(house)).toEqual(['distrikt.db']);
	await house.start();
	expect(saying(house)).toEqual([]);
	expect(ask(house.file, 'select count(*) from contacts where id = ?', id)).toBe(0);
	expect(await exported()).not.toContain('Zebulon');
	expect(ask(house.file, 'pragma integrity_check')).toBe('ok');
	await house.stop();
	expect(existsSync(`${house.file}-wal`)).toBe(false);
});
