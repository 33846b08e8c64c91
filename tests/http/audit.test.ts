import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { ask, FROM_OUR_PAGE, HTTP_FOLDER, openHouse } from './server.ts';

// Somebody with the file in hand against the audit chain; the shipped command tells.

let kept: string;
beforeAll(async () => {
	const house = await openHouse();
	const cookie = house.cookieOf('erhverv');
	const firm = String(ask(house.file, "select cvr from companies where cvr is not null and status_group = 'active' limit 1"));
	const post = (path: string, fields: Record<string, string>, as = cookie) =>
		fetch(`${house.url}${path}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { ...FROM_OUR_PAGE, cookie: as },
			body: new URLSearchParams(fields),
		});
	for (let n = 0; n < 6; n += 1) await post('/dialogues/new', { id: newId(), firm, heldOn: '2026-01-15', channel: 'phone', note: `Talt ${n}` });
	const unit = newId();
	expect((await post('/admin/units/new', { id: unit, name: 'Revisionsprøven' }, house.cookieOf('admin'))).status).toBe(302);
	await house.stop();
	kept = house.file;
});

/** A copy of the house, changed by a hand of its own. */
function tampered(...statements: string[]): string {
	const file = `${mkdtempSync(`${HTTP_FOLDER}audit-`)}/distrikt.db`;
	copyFileSync(kept, file);
	copyFileSync(`${kept}.audit-head`, `${file}.audit-head`);
	const connection = new Database(file);
	// The table only grows; who has the file takes that away first.
	for (const name of connection.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'activity'").pluck().all())
		connection.exec(`drop trigger "${name}"`);
	for (const statement of statements) expect(connection.prepare(statement).run().changes).toBeGreaterThan(0);
	connection.close();
	return file;
}
const verify = (file: string, ...args: string[]) => {
	const env = { ...process.env, DATABASE_URL: `file:${file}` };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['build/node/verify-audit.js', ...args], { env, encoding: 'utf8' });
	return { status, said: stdout + stderr };
};
const last = () => Number(ask(kept, 'select max(seq) from activity'));
const withValues = () => Number(ask(kept, 'select max(seq) from activity_values'));

test('a chain nobody touched is whole, beside the running server too', async () => {
	const { status, said } = verify(tampered());
	expect(said).toMatch(new RegExp(`^The audit chain is whole: ${last()} lines, values of 0 erased\\. The last line is ${last()}:[0-9a-f]{64}\\.`));
	expect(status).toBe(0);
	const house = await openHouse();
	expect(verify(house.file).status).toBe(0);
	await house.stop();
});

test.each([
	['one letter of a line', () => [`update activity set verb = verb || 'x' where seq = ${last() - 3}`], () => `line ${last() - 3} was changed`],
	['who did it', () => [`update activity set actor_id = null where seq = ${last() - 2}`], () => `line ${last() - 2} was changed`],
	['a line taken out', () => [`delete from activity where seq = ${last() - 3}`], () => `line ${last() - 3} is missing`],
	['the first lines', () => ['delete from activity where seq <= 4'], () => 'lines 1 to 4 are missing'],
	['the last line', () => [`delete from activity where seq = ${last()}`], () => `line ${last()} was cut off the end`],
	['the last lines', () => [`delete from activity where seq > ${last() - 3}`], () => `lines ${last() - 2} to ${last()} were cut off the end`],
	[
		'a value',
		() => [`update activity_values set after = '"Et andet navn"' where seq = ${withValues()}`],
		() => `the values of line ${withValues()} were changed`,
	],
])('%s changed or gone is named, with exit status 1', (_what, statements, named) => {
	const { status, said } = verify(tampered(...statements()));
	expect(said).toContain(named());
	expect(status).toBe(1);
});

test('erased values are no fault, values where none were are one', () => {
	const { status, said } = verify(tampered(`delete from activity_values where seq = ${withValues()}`));
	expect([status, said.includes('values of 1 erased')]).toEqual([0, true]);
	const added = tampered(`update activity_values set seq = ${last() - 1} where seq = ${withValues()}`);
	expect(verify(added)).toMatchObject({ status: 1, said: expect.stringContaining(`the values of line ${last() - 1} were changed`) });
});

test('a missing or changed head is named, and one noted elsewhere stands in', () => {
	const file = tampered(`delete from activity where seq = ${last()}`);
	const head = readFileSync(`${file}.audit-head`, 'utf8').trim();
	rmSync(`${file}.audit-head`);
	expect(verify(file)).toMatchObject({ status: 1, said: expect.stringContaining('No head was written down yet') });
	expect(verify(file, '--head', head)).toMatchObject({ status: 1, said: expect.stringContaining(`line ${last()} was cut off`) });
	writeFileSync(`${file}.audit-head`, 'noget andet');
	expect(verify(file)).toMatchObject({ status: 1, said: expect.stringContaining('it was changed') });
	rmSync(`${file}.audit-head`);
	verify(file, '--anchor');
	expect(existsSync(`${file}.audit-head`)).toBe(true);
	expect(verify(file).status).toBe(0);
});

test('a chain written anew from some line on, hashes and all, is another than the one written down', () => {
	const file = tampered();
	const connection = new Database(file);
	connection.exec(`delete from activity where seq = ${last()}`);
	connection.close();
	writeFileSync(`${file}.audit-head`, `${last() - 1}:${'a'.repeat(64)}\n`);
	expect(verify(file)).toMatchObject({ status: 1, said: expect.stringContaining(`line ${last() - 1} is another than was written down`) });
});
