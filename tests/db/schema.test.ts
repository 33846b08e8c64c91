import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { schemaIndex } from '#db/schema-index.ts';

const file = () => new Database(process.env.TEST_DATABASE_FILE ?? '', { readonly: true });

describe('the schema', () => {
	it('names every file that declares a table, as npm run db:generate writes it', () => {
		expect(readFileSync('db/schema/index.ts', 'utf8')).toBe(schemaIndex());
	});
});

describe('the SQLite file', () => {
	it('has only STRICT tables', () => {
		const loose = file()
			.prepare(
				// The full-text index and its inner tables are SQLite's own.
				"select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name <> '__drizzle_migrations' and not strict",
			)
			.pluck()
			.all();
		expect(loose).toEqual([]);
	});

	it('is made by the migrations exactly as the schema says', () => {
		const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
		const connection = file();
		for (const table of tables) {
			const columns = connection
				.prepare(`select name from pragma_table_info('${getTableName(table)}')`)
				.pluck()
				.all();
			expect(columns.length, getTableName(table)).toBe(Object.keys(getTableColumns(table)).length);
		}
	});

	it('refuses to change or delete a line of the audit chain', () => {
		const connection = new Database(process.env.TEST_DATABASE_FILE ?? '');
		connection
			.prepare(
				"insert into activity (seq, prev_hash, hash, at, actor_kind, verb, subject_kind, subject_id, fields) values (1, '', '', 0, 'system', 'x', 'x', 'x', '[]')",
			)
			.run();
		expect(() => connection.prepare("update activity set verb = 'y'").run()).toThrow('append-only');
		expect(() => connection.prepare('delete from activity').run()).toThrow('append-only');
		connection.close();
	});
});

describe('the migrations of both engines', () => {
	/** Table → its columns after the last migration; a rebuilt table (`__new_x`) stands for the one it replaces. */
	function tablesIn(engine: string) {
		const tables: Record<string, string[]> = {};
		const files = readdirSync(`db/migrations/${engine}`).filter((name) => name.endsWith('.sql'));
		for (const sql of files.sort().map((name) => readFileSync(`db/migrations/${engine}/${name}`, 'utf8'))) {
			for (const [, name = '', body = ''] of sql.matchAll(/CREATE TABLE [`"](?:__new_)?(\w+)[`"] \(([\s\S]*?)\n\)/g))
				tables[name] = [...body.matchAll(/^\t[`"](\w+)[`"]/gm)].map(([, column = '']) => column);
			const added = new Map<string, string[]>();
			for (const [, name = '', column = ''] of sql.matchAll(/ALTER TABLE [`"](\w+)[`"] ADD (?:COLUMN )?[`"](\w+)[`"]/g))
				added.set(name, [...(added.get(name) ?? []), column]);
			for (const [name, columns] of added) tables[name] = [...new Set([...(tables[name] ?? []), ...columns])];
		}
		return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, columns.sort()]));
	}

	it('make the same tables with the same columns', () => {
		expect(tablesIn('postgres')).toEqual(tablesIn('sqlite'));
	});
});
