import Database from 'better-sqlite3';
import { eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { updateCompany } from '#app/companies/rows.server.ts';
import { importCompanies } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { db, write } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { companies, contactRoles, imports, searchEntries } from '#db/schema/index.ts';
import { make } from '../make.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const take = (csv: string, stop?: AbortSignal) =>
	importCompanies(SYSTEM, { fileName: 'liste.csv', bytes: new TextEncoder().encode(csv) }, stop ? { stop } : {});
const undo = (result: { batch: string | null }) => undoImport(SYSTEM, result.batch ?? '');
const companyNamed = async (name: string) => {
	const [row] = await db.select().from(companies).where(eq(companies.name, name));
	if (!row) throw new Error(`no firm ${name}`);
	return row;
};
const byHand = { source: 'manual', on: '2026-01-01' } as const;
const rowsOf = (count: number) => ['Navn;Adresse', ...Array.from({ length: count }, (_, at) => `Mængdeprøven ${at} ApS;Vej ${at}`)].join('\n');

describe('an import taken back in part', () => {
	it('says what it left, and takes the rest back when it is asked again', async () => {
		const result = await take('Navn;Adresse\nOptaget ApS;Vej 1\nLedig ApS;Vej 2\n');
		const { id } = await companyNamed('Optaget ApS');
		await make.contact({ name: 'Prøve Person', role: { companyId: id } });
		const first = await undo(result);
		expect(first).toMatchObject({ undone: 2, kept: [{ name: 'Optaget ApS', why: 'in_use' }, { why: 'with_firm' }] });
		const [batch] = await db
			.select()
			.from(imports)
			.where(eq(imports.id, result.batch ?? ''));
		expect(batch).toMatchObject({ left: 2, undoneAt: null });
		await write(async (tx) => void (await tx.delete(contactRoles).where(eq(contactRoles.companyId, id))));
		expect(await undo(result)).toEqual({ undone: 2, kept: [] });
		await expect(undo(result)).rejects.toMatchObject({ code: 'batch_undone' });
	});

	it('leaves alone what somebody changed after the first time', async () => {
		const before = await companyNamed('Demolund Maskinfabrik ApS');
		const result = await take('Navn;CVR;Telefon;Adresse\nDemolund Maskinfabrik ApS;99000015;12345678;\nBesøgt ApS;;;Vej 9\n');
		await make.dialogue(world.anna, { companyId: (await companyNamed('Besøgt ApS')).id });
		await undo(result);
		const restored = await companyNamed('Demolund Maskinfabrik ApS');
		expect(restored.phone).toBe(before.phone);
		// As many versions on as the import had left behind.
		await write((tx) => updateCompany(tx, restored, { phone: '87654321' }, byHand));
		await undo(result);
		expect((await companyNamed('Demolund Maskinfabrik ApS')).phone).toBe('87654321');
	});

	it('leaves nothing of what it took out in the index of the search', async () => {
		const result = await take('Navn;Adresse\nQvxzwkpj Prøve ApS;Vej 31\nAndet Prøve ApS;Vej 32\n');
		expect(await remains('vxzwkpj')).toBe(true);
		await undo(result);
		expect(await remains('vxzwkpj')).toBe(false);
	});
});

/** The pages of the search's index hold this piece of a word, in use or not. */
async function remains(piece: string): Promise<boolean> {
	if (engine === 'postgres')
		return (
			(
				await db
					.select()
					.from(searchEntries)
					.where(like(searchEntries.words, `%${piece}%`))
			).length > 0
		);
	const file = new Database(process.env.TEST_DATABASE_FILE ?? '', { readonly: true });
	const pages = file.prepare<[], Buffer>('select block from search_words_data').pluck().all();
	file.close();
	return pages.some((page) => page.includes(piece));
}

describe('an import that is still being taken in', () => {
	it('is not taken back meanwhile', async () => {
		let refused: unknown;
		const running = importCompanies(
			SYSTEM,
			{ fileName: 'liste.csv', bytes: new TextEncoder().encode(rowsOf(120)) },
			{ onBegin: (batch) => void undoImport(SYSTEM, batch).catch((error: unknown) => (refused = error)) },
		);
		const result = await running;
		expect(refused).toMatchObject({ code: 'batch_running' });
		expect((await undo(result)).undone).toBe(240);
	});

	it('stops between two steps when it is told to, and is taken back as far as it came', async () => {
		const stop = new AbortController();
		const result = await importCompanies(
			SYSTEM,
			{ fileName: 'liste.csv', bytes: new TextEncoder().encode(rowsOf(120)) },
			{ stop: stop.signal, onBegin: () => stop.abort() },
		);
		expect(result).toMatchObject({ stoppedAfter: 0, counts: { rows: 120, created: 0 } });
		expect(await undo(result)).toEqual({ undone: 0, kept: [] });
	});

	it('writes no more once it was taken for dead and taken back', async () => {
		let batch = '';
		const running = importCompanies(
			SYSTEM,
			{ fileName: 'liste.csv', bytes: new TextEncoder().encode(rowsOf(120)) },
			{
				onBegin: (id) => {
					batch = id;
					void write(async (tx) => void (await tx.update(imports).set({ finishedAt: new Date() }).where(eq(imports.id, id))));
				},
			},
		);
		await expect(running).rejects.toMatchObject({ code: 'batch_closed' });
		expect((await undoImport(SYSTEM, batch)).kept).toEqual([]);
		await expect(companyNamed('Mængdeprøven 119 ApS')).rejects.toThrow();
	});
});
