import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '#app/exchange/command.server.ts';
import { db, write } from '#db/client.server.ts';
import { companies, imports } from '#db/schema/index.ts';
import { buildWorld } from '#tests/world.ts';
import { dump } from './dump.ts';

const folder = mkdtempSync(join(tmpdir(), 'distrikt-import-'));
const file = join(folder, 'lang.csv');
const database = process.env.TEST_DATABASE_FILE ?? '';

beforeAll(async () => {
	await buildWorld();
	writeFileSync(file, ['Navn;Adresse', ...Array.from({ length: 3_000 }, (_, at) => `Stopprøven ${at} ApS;Vej ${at}`)].join('\n'));
});

/** Takes the file in with the command itself and sends it a signal as soon as it has begun. */
function stoppedBy(signal: NodeJS.Signals): Promise<{ code: number | null; out: string; batch: string }> {
	const command = spawn(process.execPath, ['scripts/run.js', 'import', 'companies', file], {
		env: { ...process.env, DATABASE_URL: `file:${database}` },
	});
	let out = '';
	let batch = '';
	command.stdout.on('data', (piece: Buffer) => {
		out += piece;
	});
	command.stderr.on('data', (piece: Buffer) => {
		batch ||= /Import ([0-9a-f-]{36}) er begyndt/.exec(String(piece))?.[1] ?? '';
		if (batch) command.kill(signal);
	});
	return new Promise((resolve) => command.on('close', (code) => resolve({ code, out, batch })));
}

const lastLine = (out = '') => JSON.parse(out.split('\n').at(-1) ?? '');

describe.runIf(database)('an import that is stopped half-way', () => {
	it('tells the batch and the way to undo it when Ctrl-C is pressed, and is undone to the last row', async () => {
		const before = await dump();
		const { code, out, batch } = await stoppedBy('SIGINT');
		expect(code).toBe(130);
		expect(out).toContain('STOPPET efter');
		expect(out).toContain(`--undo ${batch}`);
		expect((await answerTo(['--list'])).out).toContain('stoppet undervejs');
		expect((await answerTo(['companies', '--undo', batch])).exitCode).toBe(0);
		expect(await dump()).toEqual(before);
	}, 60_000);

	it('is found in the list when it was killed, and undone from there once it is known to be dead', async () => {
		const before = await dump();
		const { batch } = await stoppedBy('SIGKILL');
		const early = await answerTo(['companies', '--undo', batch]);
		expect(early).toMatchObject({ exitCode: 1, complaint: expect.stringContaining('er i gang') });
		await write(async (tx) => void (await tx.update(imports).set({ aliveAt: new Date(0), startedAt: new Date(0) })));
		const listed = lastLine((await answerTo(['--list', '--json'])).out).imports;
		expect(listed).toContainEqual(expect.objectContaining({ id: batch, state: 'stopped' }));
		expect((await answerTo(['companies', '--undo', batch])).exitCode).toBe(0);
		expect(await dump()).toEqual(before);
	}, 60_000);
});

describe('a preview', () => {
	it('shows each row with its verdict, its reason and every value before and after, on screen and as a file', async () => {
		const list = join(folder, 'firmaer.csv');
		writeFileSync(
			list,
			'Navn;CVR;Telefon;Adresse;Postnr;Reklamebeskyttet\nDemolund Maskinfabrik ApS;99000015;12345678;;;ja\nPrøvebageriet;;;Et andet sted 1;2600;\nHelt Ny ApS;;;Vej 1;;nej\n',
		);
		const [table, json] = [join(folder, 'rækker.csv'), join(folder, 'rækker.json')];
		const { out = '' } = await answerTo(['companies', list, '--preview', '--rows-file', table]);
		expect(out).toContain('række 2, opdateret');
		expect(out).toMatch(/Telefon: – → 12\s?34\s?56\s?78/);
		expect(out).toContain('række 3, sprunget over: en virksomhed hedder det samme');
		expect(out).toContain('række 4, oprettet');
		expect(out).toContain('Sted: Adresse: – → Vej 1');
		expect(readFileSync(table, 'utf8')).toContain('Telefon');
		await answerTo(['companies', list, '--preview', '--rows-file', json]);
		const rows = JSON.parse(readFileSync(json, 'utf8'));
		expect(rows[0]).toMatchObject({ no: 2, verdict: 'updated', diff: { isProtected: [false, true] } });
		expect((await db.select().from(companies)).some(({ name }) => name === 'Helt Ny ApS')).toBe(false);
	});
});
