import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { closeDatabase, replaceClient, write } from '#db/client.server.ts';
import { migrationsFolder } from '#db/migrate.server.ts';
import { postgresClient } from '#db/postgres.server.ts';
import { loadReferenceData } from '#db/reference.server.ts';
import * as schema from '#db/schema/index.ts';
import { POSTGRES_BASE, TEST_FOLDER } from './files.ts';

// Once per run, as for SQLite: a migrated database with the reference data, packed; each test file unpacks its own.
export default async function setup() {
	rmSync(TEST_FOLDER, { recursive: true, force: true });
	mkdirSync(TEST_FOLDER, { recursive: true });
	const pglite = new PGlite();
	const database = drizzle(pglite, { schema, casing: 'snake_case' });
	await migrate(database, { migrationsFolder: migrationsFolder('postgres') });
	replaceClient(postgresClient(database, () => pglite.close()));
	await write(loadReferenceData);
	const packed = await pglite.dumpDataDir('none');
	writeFileSync(POSTGRES_BASE, Buffer.from(await packed.arrayBuffer()));
	await closeDatabase();
}
