import '#app/records/records.server.ts';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { replaceClient } from '#db/client.server.ts';
import { postgresClient } from '#db/postgres.server.ts';
import * as schema from '#db/schema/index.ts';
import { POSTGRES_BASE } from './files.ts';
import './own-folder.ts';
import './unstub.ts';

// A PostgreSQL takes a second to come up, so each worker has one; each test file finds it as it was at first.
const worker = globalThis as typeof globalThis & { __postgres?: ReturnType<typeof unpack> };
worker.__postgres ??= unpack();
const { pglite, restore } = await worker.__postgres;
await pglite.exec(restore);
replaceClient(postgresClient(drizzle(pglite, { schema, casing: 'snake_case' }), async () => undefined));

/** The prepared database, what it holds set aside, and the statements that put all of it back. */
async function unpack() {
	const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(POSTGRES_BASE)]) });
	const { rows } = await pglite.query<{ name: string }>("select quote_ident(tablename) as name from pg_tables where schemaname = 'public'");
	const tables = rows.map(({ name }) => name);
	await pglite.exec(`create schema kept; ${tables.map((table) => `create table kept.${table} as table ${table};`).join(' ')}`);
	const refill = tables.map((table) => `insert into ${table} table kept.${table};`).join(' ');
	// A replica asks no foreign key and fires no trigger: the rows come in any order.
	const restore = `truncate ${tables.join(', ')} restart identity; set session_replication_role = replica; ${refill} reset session_replication_role;`;
	return { pglite, restore };
}
