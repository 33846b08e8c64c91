import { closeDatabase } from '../client.server.ts';
import { databaseUrl, engine, sqlitePath } from '../engine.ts';
import { holdServing } from '../lock.server.ts';
import { migrateDatabase } from '../migrate.server.ts';
import { report } from './report.ts';

// `npm run db:migrate`: brings the database of DATABASE_URL to the newest schema; the server does the same at start.
await report(async () => {
	const release = holdServing();
	await migrateDatabase();
	await closeDatabase();
	release();
	return `The database ${engine === 'sqlite' ? sqlitePath : new URL(databaseUrl).host} has the newest schema.`;
});
