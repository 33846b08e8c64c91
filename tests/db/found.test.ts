import { closeSync, copyFileSync, mkdtempSync, openSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { found } from '#db/found.server.ts';
import { BASE_FILE } from '../setup/files.ts';

it('a large file is read through in a thread of its own, with the same answers', async () => {
	const file = join(mkdtempSync(join(tmpdir(), 'distrikt-large-')), 'distrikt.db');
	copyFileSync(BASE_FILE, file);
	const connection = new Database(file);
	connection.exec(`create table ballast (n integer primary key, bytes blob) strict;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 17000) insert into ballast select i, zeroblob(4000) from n;`);
	connection.pragma('wal_checkpoint(TRUNCATE)');
	connection.close();
	expect(statSync(file).size).toBeGreaterThan(64_000_000);
	let turns = 0;
	const ticking = setInterval(() => {
		turns += 1;
	}, 1);
	expect(await found(file)).toBe('database');
	clearInterval(ticking);
	expect(turns).toBeGreaterThan(3);
	const handle = openSync(file, 'r+');
	writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 9_000);
	closeSync(handle);
	await expect(found(file)).rejects.toThrow(/is damaged/);
});
