import { parseArgs } from 'node:util';
import { closeDatabase } from '../client.server.ts';
import { databaseUrl, engine, sqlitePath } from '../engine.ts';
import { holdServing } from '../lock.server.ts';
import { migrateDatabase } from '../migrate.server.ts';
import { report } from './report.ts';

// `npm run db:migrate`: brings the database of DATABASE_URL to the newest schema; the server does the same at start.
// `-- --accept table:before:after …` answers a migration that was refused because rows would come or go.
await report(async () => {
	const { values, positionals } = parseArgs({ options: { accept: { type: 'string', multiple: true } }, allowPositionals: true });
	const release = holdServing();
	await migrateDatabase(sqlitePath, { accepted: [...(values.accept ?? []), ...positionals] });
	await closeDatabase();
	release();
	return `The database ${engine === 'sqlite' ? sqlitePath : new URL(databaseUrl).host} has the newest schema.`;
});
