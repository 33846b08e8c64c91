import { rmSync } from 'node:fs';
import { closeDatabase } from '../client.server.ts';
import { copiesOf } from '../copies.server.ts';
import { engine, sqlitePath } from '../engine.ts';
import { holdServing } from '../lock.server.ts';
import { migrateDatabase } from '../migrate.server.ts';
import { report } from './report.ts';

// `npm run db:reset -- --yes`: throws the SQLite database away and begins an empty one. Nothing is kept.
await report(async () => {
	if (engine !== 'sqlite') throw new Error('Only a SQLite database is reset here; on PostgreSQL drop and create it yourself.');
	if (!process.argv.includes('--yes')) throw new Error(`This deletes everything in ${sqlitePath}. Say so: npm run db:reset -- --yes`);
	const release = holdServing();
	for (const name of ['', '-wal', '-shm', '.audit-head'].map((suffix) => `${sqlitePath}${suffix}`).concat(copiesOf(sqlitePath)))
		rmSync(name, { force: true });
	await migrateDatabase(sqlitePath, { isAnew: true });
	await closeDatabase();
	release();
	return `The database ${sqlitePath} is empty; npm start fills it with the demo.`;
});
