import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { write } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { contacts, dialogues } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talkAbout } from './small-town.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const file = process.env.TEST_DATABASE_FILE ?? '';

/** Where these letters stand in the file, the log folded in first; and in the tables of the index. */
function traces(word: string): string[] {
	const connection = new Database(file, { timeout: 5_000 });
	connection.pragma('wal_checkpoint(TRUNCATE)');
	const blocks = ['search_words_data', 'search_grams_data'].filter((table) =>
		connection
			.prepare(`select block from ${table}`)
			.pluck()
			.all()
			.some((block) => Buffer.from(block as Uint8Array).includes(word)),
	);
	connection.close();
	return [...blocks, ...(readFileSync(file).includes(word) ? ['the file'] : [])];
}

it.skipIf(engine === 'postgres')('a name that is no more leaves no trace in the file', async () => {
	const { id } = await make.contact({ name: 'Xyqvorna Wzklutt' });
	expect(traces('xyqvorna')).not.toEqual([]);
	await write(async (tx) => {
		await tx.update(contacts).set({ name: 'Karen Prøve', sortName: 'karen', nameKey: 'karen' }).where(eq(contacts.id, id));
		await refreshFindable(tx, { kind: 'contact', id });
	});
	expect(traces('xyqvorna')).toEqual([]);
	expect(traces('Xyqvorna')).toEqual([]);
	// The pieces of three letters go with it.
	expect(traces('zkl')).toEqual([]);
});

it.skipIf(engine === 'postgres')('a sentence taken out of a note among many leaves no trace either', async () => {
	const ids: string[] = [];
	for (let at = 0; at < 60; at++)
		ids.push(await talkAbout(world.anna, { companyId: world.demolund.id, note: `Talte om lærlinge nummer ${at}, qwzyxord${at}.` }));
	const [id = ''] = ids.slice(30);
	expect(traces('qwzyxord30')).not.toEqual([]);
	await write(async (tx) => {
		await tx.update(dialogues).set({ note: 'Talte om lærlinge.' }).where(eq(dialogues.id, id));
		await refreshFindable(tx, { kind: 'dialogue', id });
	});
	expect(traces('qwzyxord30')).toEqual([]);
});
