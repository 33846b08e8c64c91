import '#app/records/records.server.ts';
import { copyFileSync } from 'node:fs';
import { afterAll, afterEach, expect, vi } from 'vitest';
import { closeDatabase, replaceClient } from '#db/client.server.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { BASE_FILE, TEST_FOLDER } from './files.ts';
import './own-folder.ts';
import './unstub.ts';

// Each test file gets a database of its own, copied from the migrated base.
const file = `${TEST_FOLDER}/${process.pid}-${Math.random().toString(36).slice(2)}.db`;
copyFileSync(BASE_FILE, file);
replaceClient(openSqlite(file));
process.env.TEST_DATABASE_FILE = file;

// What the code complains about on the console is a failure.
const complaint = vi.spyOn(console, 'error');
afterEach(() => {
	expect(complaint.mock.calls).toEqual([]);
	complaint.mockClear();
});
afterAll(() => closeDatabase());
