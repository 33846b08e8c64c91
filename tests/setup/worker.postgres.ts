import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll } from 'vitest';
import { closeDatabase, replaceClient } from '#db/client.server.ts';
import { postgresClient } from '#db/postgres.server.ts';
import * as schema from '#db/schema/index.ts';
import { POSTGRES_BASE } from './files.ts';

const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(POSTGRES_BASE)]) });
replaceClient(postgresClient(drizzle(pglite, { schema, casing: 'snake_case' }), () => pglite.close()));
afterAll(() => closeDatabase());
