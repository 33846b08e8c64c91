import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { importCompanies } from '#app/exchange/import.server.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { historyOf } from '#app/upkeep/history.server.ts';
import { keepHouse } from '#app/upkeep/housekeeping.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { db } from '#db/client.server.ts';
import { companies, importRows, sites } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const take = (csv: string) => importCompanies({ kind: 'user', id: world.adam.id }, { fileName: 'liste.csv', bytes: new TextEncoder().encode(csv) });
const linesOf = async (as: Viewer, kind: string, id: string) => (await historyOf(as, await recordFor(as, kind, id), null)).lines;
const said = (line: Awaited<ReturnType<typeof linesOf>>[number] | undefined) =>
	line?.changes.map(({ label, before, after, isRevertible }) => [label, before, after, isRevertible]);

describe('an import in the history of a firm', () => {
	it('tells what the file changed, in words; a firm named in several rows once', async () => {
		const { id } = await make.company({ name: 'Importprøven', cvr: '99000104', phone: '11 11 11 11' });
		await take('Navn;CVR;Telefon;Adresse;Postnr\nImportprøven A/S;99000104;43000001;Listevej 1;2600\nImportprøven A/S;99000104;;Listevej 2;2600\n');
		const [line] = await linesOf(world.anna, 'company', id);
		expect(line).toMatchObject({ deed: 'Importeret fra liste.csv', by: 'Adam Testrup', isFaded: false });
		expect(said(line)).toEqual([
			['Navn', 'Importprøven', 'Importprøven A/S', false],
			['Telefon', '11 11 11 11', '43000001', false],
		]);
	});

	it('tells it of each of its sites, and of what the file made', async () => {
		await take('Navn;CVR;P-nummer;Adresse;Postnr;By\nHelt Ny Import;99000112;1099000112;Nyvej 7;2600;Glostrup\n');
		const [firm] = await db.select().from(companies).where(eq(companies.cvr, '99000112'));
		const [site] = await db
			.select()
			.from(sites)
			.where(eq(sites.companyId, firm?.id ?? ''));
		expect(said((await linesOf(world.anna, 'company', firm?.id ?? ''))[0])).toEqual(
			expect.arrayContaining([['CVR-nummer', 'Ikke oplyst', '99 00 01 12', false]]),
		);
		expect(said((await linesOf(world.anna, 'site', site?.id ?? ''))[0])).toEqual(
			expect.arrayContaining([['Adresse', 'Ikke oplyst', 'Nyvej 7', false]]),
		);
	});

	it('is faded after thirty days, when the rows of the file are erased, and can still be taken back', async () => {
		const { id } = await make.company({ name: 'Fortidsprøven', cvr: '99000120', phone: '22 22 22 22' });
		const { batch } = await take('Navn;CVR;Telefon\nFortidsprøven;99000120;43000002\n');
		await keepHouse();
		expect((await linesOf(world.anna, 'company', id))[0]).toMatchObject({ isFaded: false, changes: [{}] });
		const later = await keepHouse(new Date(Date.now() + 31 * 86_400_000));
		expect(later.importRows).toBeGreaterThan(0);
		expect(await db.select().from(importRows)).toEqual([]);
		expect((await linesOf(world.anna, 'company', id))[0]).toMatchObject({ isFaded: true, changes: [] });
		await undoImport({ kind: 'user', id: world.adam.id }, batch ?? '');
		const [undone, made] = await linesOf(world.anna, 'company', id);
		expect([undone?.deed, undone?.isFaded, made?.isFaded]).toEqual(['Import af liste.csv fortrudt', false, true]);
		expect((await db.select({ phone: companies.phone }).from(companies).where(eq(companies.id, id)))[0]?.phone).toBe('22 22 22 22');
	});
});
