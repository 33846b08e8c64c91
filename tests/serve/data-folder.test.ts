import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from '#db/sqlite.server.ts';

it('a data folder made by the house is closed to everybody else on the machine', async () => {
	const place = mkdtempSync(join(tmpdir(), 'distrikt-'));
	const client = openSqlite(join(place, 'data', 'distrikt.db'));
	expect(statSync(join(place, 'data')).mode & 0o077).toBe(0);
	await client.close();
	rmSync(place, { recursive: true });
});
