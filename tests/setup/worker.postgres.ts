import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll } from 'vitest';
import { closeDatabase, replaceClient, write } from '#db/client.server.ts';
import { migrationsFolder } from '#db/migrate.server.ts';
import { postgresClient } from '#db/postgres.server.ts';
import { loadReferenceData } from '#db/reference.server.ts';
import * as schema from '#db/schema/index.ts';

const pglite = new PGlite();
const database = drizzle(pglite, { schema, casing: 'snake_case' });
await migrate(database, { migrationsFolder: migrationsFolder('postgres') });
replaceClient(postgresClient(database, () => pglite.close()));
await write(loadReferenceData);
afterAll(() => closeDatabase());
