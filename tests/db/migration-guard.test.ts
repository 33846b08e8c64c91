import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, it } from 'vitest';
import { copiesOf, pruneCopies } from '#db/copies.server.ts';
import { migrateSqlite, migrationsFolder } from '#db/migrate.server.ts';
import { settle } from '#db/sqlite.server.ts';
import { BASE_FILE } from '../setup/files.ts';

// The migration wrapper against a migration that loses rows, on a copy of the schema as it is.

let place: string;
let file: string;
beforeAll(() => {
	place = mkdtempSync(join(tmpdir(), 'distrikt-guard-'));
	file = join(place, 'distrikt.db');
	copyFileSync(BASE_FILE, file);
	const connection = new Database(file);
	settle(connection);
	connection.exec(`insert into units (id, name, created_at, updated_at) values ('u1', 'Et', 1, 1), ('u2', 'To', 1, 1)`);
	connection.close();
});

/** The product's migrations and one more. */
function folderWith(sql: string): string {
	const folder = mkdtempSync(join(place, 'migrations-'));
	cpSync(migrationsFolder('sqlite'), folder, { recursive: true });
	const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
	const idx = journal.entries.length;
	journal.entries.push({ idx, version: '6', when: Date.now() + 10 ** 12, tag: '9999_more', breakpoints: true });
	writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
	writeFileSync(join(folder, '9999_more.sql'), sql);
	return folder;
}
const content = () => {
	const connection = new Database(file, { readonly: true });
	const hash = createHash('sha256');
	for (const table of ['units', 'users', 'industries', '__drizzle_migrations'])
		hash.update(JSON.stringify(connection.prepare(`select * from ${table} order by 1`).all()));
	connection.close();
	return hash.digest('hex');
};

it('a migration that loses rows changes nothing, at every start, until a person has answered', () => {
	const folder = folderWith(`DELETE FROM units WHERE id = 'u2';`);
	const before = content();
	for (let start = 0; start < 3; start += 1) {
		expect(() => migrateSqlite(file, { folder })).toThrow(/units:2:1.*Nothing was changed.*npm run db:migrate -- --accept units:2:1/);
		expect(content()).toBe(before);
		expect(copiesOf(file)).toEqual([]);
	}
	// An answer to something else is no answer.
	expect(() => migrateSqlite(file, { folder, accepted: ['units:3:1'] })).toThrow('units:2:1');
	expect(content()).toBe(before);
	migrateSqlite(file, { folder, accepted: ['units:2:1'] });
	expect(content()).not.toBe(before);
	expect(copiesOf(file)).toHaveLength(1);
	// Answered for good.
	migrateSqlite(file, { folder });
});

it('one that breaks references, or drops a table with rows in it, changes nothing', () => {
	const other = join(place, 'andet.db');
	copyFileSync(BASE_FILE, other);
	const connection = new Database(other);
	connection.exec(`insert into units (id, name, created_at, updated_at) values ('u1', 'Et', 1, 1)`);
	connection.close();
	expect(() =>
		migrateSqlite(other, { folder: folderWith(`INSERT INTO memberships (id, user_id, unit_id, role) VALUES ('m', 'nobody', 'u1', 'manager');`) }),
	).toThrow(/broken references|memberships:0:1/);
	expect(() => migrateSqlite(other, { folder: folderWith('DROP TABLE units;') })).toThrow('units:1:gone');
	const after = new Database(other, { readonly: true });
	expect(after.prepare('select count(*) from units').pluck().get()).toBe(1);
	after.close();
});

it('copies made before migrations stay two, and thirty days', () => {
	const folder = mkdtempSync(join(place, 'copies-'));
	const path = join(folder, 'distrikt.db');
	const now = new Date('2026-12-01T12:00:00Z');
	const made = (migration: number, daysAgo: number) => {
		const copy = `${path}-before-${migration}.bak`;
		writeFileSync(copy, 'x');
		const at = now.getTime() / 1000 - daysAgo * 86_400;
		utimesSync(copy, at, at);
	};
	made(9, 50);
	made(10, 20);
	made(11, 10);
	made(12, 1);
	writeFileSync(`${path}-other.bak`, 'x');
	expect(pruneCopies(path, now)).toBe(2);
	expect(readdirSync(folder).sort()).toEqual(['distrikt.db-before-11.bak', 'distrikt.db-before-12.bak', 'distrikt.db-other.bak']);
	expect(pruneCopies(path, new Date('2027-01-15T12:00:00Z'))).toBe(2);
	expect(existsSync(`${path}-other.bak`)).toBe(true);
});
