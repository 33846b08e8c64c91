import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerTo } from '#app/exchange/command.server.ts';

const TAB = 'tests/fixtures/import/tab-bom.csv';
const lastLine = (out = '') => JSON.parse(out.split('\n').at(-1) ?? '');

describe('npm run import', () => {
	it('previews without a batch, takes in, and takes back, each with one object as its last line', async () => {
		const preview = await answerTo(['companies', TAB, '--preview', '--json']);
		expect(lastLine(preview.out)).toEqual({ batch: null, rows: 2, created: 2, updated: 0, unchanged: 0, skipped: 0, failed: 0, records: 4 });
		const done = lastLine((await answerTo(['companies', TAB, '--json'])).out);
		expect(done).toMatchObject({ rows: 2, created: 2, records: 4 });
		const back = await answerTo(['companies', '--undo', done.batch, '--json']);
		expect(lastLine(back.out)).toEqual({ batch: done.batch, undone: 4, kept: [] });
		expect(await answerTo(['companies', '--undo', done.batch])).toEqual({ exitCode: 1, complaint: `Import ${done.batch} er allerede fortrudt.` });
	});

	it('tells what it found, which columns it did not use, and how to undo, in Danish or English', async () => {
		const danish = await answerTo(['companies', TAB, '--map', 'Employees=', '--preview']);
		expect(danish.out).toContain('Læst som: CSV, UTF-8 med BOM, adskilt af tabulator');
		expect(danish.out).toContain('Coordinates → point');
		const english = await answerTo(['companies', TAB, '--language', 'en']);
		expect(english.out).toContain('2 rows: 2 created, 0 updated');
		expect(english.out).toMatch(/Undo with: npm run import -- companies --undo [0-9a-f-]{36}/);
	});

	it('lists every note with its row, its column and what stood there, on screen and as a file', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'noter-'));
		const file = join(folder, 'liste.csv');
		const names = ['Et', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte'];
		writeFileSync(file, `Navn;CVR\n${names.map((name, at) => `Note ${name};0123456${at}`).join('\n')}\n;99000015\n`);
		const notes = join(folder, 'noter.csv');
		const answer = await answerTo(['companies', file, '--preview', '--notes', '--notes-file', notes]);
		expect(answer.exitCode).toBe(3);
		expect(answer.out?.match(/række \d+, oprettet: CVR-nummeret består ikke kontrollen; rækken er taget uden det – CVR: »0123456\d«/g)).toHaveLength(
			8,
		);
		const table = readFileSync(notes, 'utf8').split('\r\n');
		expect(table[0]).toBe('\uFEFFRække;Udfald;Kolonne;Værdi;Bemærkning');
		expect(table[9]).toBe('10;fejlet;;;navnet mangler');
		expect(table).toHaveLength(11);
		const wrong = await answerTo(['companies', file, '--notes-file', join(folder, 'ingen', 'noter.csv')]);
		expect(wrong).toMatchObject({ exitCode: 1, complaint: expect.stringContaining('Intet er skrevet') });
		expect((await answerTo(['companies', file, '--notes-file', file])).exitCode).toBe(1);
	});

	it.each([
		[['companies', '/findes/ikke.csv'], 1, 'kan ikke læses'],
		[['companies', 'tests'], 1, 'kan ikke læses'],
		[['companies', TAB, '--frob'], 2, 'Ikke forstået: --frob'],
		[['companies', TAB, '--map', 'x'], 2, '--map x'],
		[['companies', TAB, '--map', 'Nope=name'], 1, 'ingen kolonne »Nope«'],
		[['companies', TAB, '--undo', 'x'], 2, 'Ikke forstået'],
		[['people', TAB], 2, 'Ikke forstået: people'],
		[['companies'], 2, 'Brug:'],
		[['companies', '--undo', 'x'], 1, 'ingen import x'],
	])('answers %j with code %i and one sentence', async (words, exitCode, sentence) => {
		const answer = await answerTo(words);
		expect(answer).toEqual({ exitCode, complaint: expect.stringContaining(sentence) });
		expect(answer.complaint).not.toContain('\n');
	});
});
