import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { districtChoices } from '#app/districts/queries.server.ts';
import { write } from '#db/client.server.ts';
import { districts } from '#db/schema/index.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { statementsOf } from './plans.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const choices = () => districtChoices(world.anna);
const nameIt = (name: string) => write((tx) => tx.update(districts).set({ name }).where(eq(districts.id, world.kirkebjerg.id)));

describe('rows held in memory', () => {
	it('show a change at once, and none of a change that was taken back', async () => {
		await choices();
		await nameIt('Kirkebjerg Syd');
		expect((await choices()).map(({ name }) => name)).toContain('Kirkebjerg Syd');
		const failed = write(async (tx) => {
			await tx.update(districts).set({ name: 'Nowhere' }).where(eq(districts.id, world.kirkebjerg.id));
			throw new Error('no');
		});
		await expect(failed).rejects.toThrow('no');
		expect((await choices()).map(({ name }) => name)).toContain('Kirkebjerg Syd');
	});

	it.runIf(process.env.TEST_DATABASE_FILE)('cost no statement while nobody writes, and one when somebody wrote something else', async () => {
		await choices();
		expect(await statementsOf(choices)).toEqual([]);
		const other = new Database(process.env.TEST_DATABASE_FILE ?? '');
		other.exec('update users set updated_at = updated_at + 1');
		expect(await statementsOf(choices)).toEqual([expect.stringContaining('"settings"')]);
		expect(await statementsOf(choices)).toEqual([]);
		other.close();
	});

	it.runIf(process.env.TEST_DATABASE_FILE)('are read anew when another process says that it changed them', async () => {
		await choices();
		const other = new Database(process.env.TEST_DATABASE_FILE ?? '');
		other.prepare('update districts set name = ? where id = ?').run('Kirkebjerg Nord', world.kirkebjerg.id);
		other.exec(`update settings set value = '"another"' where key = 'seldomVersion'`);
		other.close();
		expect((await choices()).map(({ name }) => name)).toContain('Kirkebjerg Nord');
	});
});
