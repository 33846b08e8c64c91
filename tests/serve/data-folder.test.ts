import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdServing } from '#db/lock.server.ts';

it('a data folder made by the house is closed to everybody else on the machine', () => {
	const place = mkdtempSync(join(tmpdir(), 'distrikt-'));
	const release = holdServing(join(place, 'data', 'distrikt.db'));
	expect(statSync(join(place, 'data')).mode & 0o077).toBe(0);
	release();
	rmSync(place, { recursive: true });
});
