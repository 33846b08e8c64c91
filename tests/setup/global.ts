import { mkdirSync, rmSync } from 'node:fs';
import { closeDatabase } from '#db/client.server.ts';
import { migrateDatabase } from '#db/migrate.server.ts';
import { BASE_FILE, TEST_FOLDER } from './files.ts';

// Once per run: an empty, migrated base file with the reference data; each test file works on its own copy.
export default async function setup() {
	rmSync(TEST_FOLDER, { recursive: true, force: true });
	mkdirSync(TEST_FOLDER, { recursive: true });
	await migrateDatabase(BASE_FILE);
	await closeDatabase();
}
