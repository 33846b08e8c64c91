import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/activity/record.server.ts';
import { importCompanies } from '#app/exchange/import.server.ts';
import { reasonText } from '#app/exchange/record.ts';
import { importReport } from '#app/exchange/report.ts';
import { undoImport } from '#app/exchange/undo.server.ts';
import { db } from '#db/client.server.ts';
import { companies, sites } from '#db/schema/index.ts';
import { buildWorld } from '#tests/world.ts';
import { dump } from './dump.ts';

// The same list, a month later.

const HEAD = 'Navn;CVR;P-nr;Adresse;Postnr;By;Telefon;Ansatte;Status';
const NOVEMBER = `${HEAD}
Flytte Prøve A/S;99126914;;Gammelvej 1;2600;Glostrup;43881111;10;Aktiv
Numre Prøve A/S;99127287;1099000096;Gammelvej 2;2600;Glostrup;43881112;20;Aktiv
Omdøbt Prøve ApS;99127651;1099000097;Navnevej 3;2600;Glostrup;43881113;30;Aktiv
Borte Prøve A/S;99128399;1099000098;Vækvej 4;2600;Glostrup;43881114;40;Aktiv
Stave Prøve A/S;99128763;;Stavevej 5, 1. sal;2600;Glostrup;43881115;50;Aktiv
Uden Nummer Prøve;;;Nulvej 6;2600;Glostrup;43881116;5;Aktiv`;
const DECEMBER = `${HEAD}
Flytte Prøve A/S;99126914;;Nyvej 9;2600;Glostrup;43881111;11;Aktiv
Numre Prøve A/S;99127287;1099000096;Nyvej 8;2600;Glostrup;;20;Aktiv
Nyt Navn Prøve ApS;99127651;1099000097;Navnevej 3;2600;Glostrup;43881113;31;Under konkurs
Stave Prøve A/S;99128763;;Stavevej 5, 1.;2600;Glostrup;43881115;50;Aktiv
Uden Nummer Prøve;;;Flyttetvej 7;2600;Glostrup;43881116;5;Aktiv
Ny Prøve A/S;99129131;1099000099;Nyvej 10;2600;Glostrup;43881117;1;Aktiv`;

const take = (fileName: string, csv: string) => importCompanies(SYSTEM, { fileName, bytes: new TextEncoder().encode(csv) });
const firm = async (cvr: string) => (await db.select().from(companies).where(eq(companies.cvr, cvr)))[0];
const placesOf = async (cvr: string) =>
	(
		await db
			.select({ address: sites.address, heads: sites.headcount })
			.from(sites)
			.innerJoin(companies, and(eq(companies.id, sites.companyId), eq(companies.cvr, cvr)))
	).map(({ address, heads }) => `${address}: ${heads}`);

describe('a list that comes every month', () => {
	let states: string[][];
	let november: Awaited<ReturnType<typeof take>>;
	let december: Awaited<ReturnType<typeof take>>;
	beforeAll(async () => {
		await buildWorld();
		states = [await dump()];
		november = await take('firmaer november 2026.csv', NOVEMBER);
		states.push(await dump());
		december = await take('firmaer december 2026.csv', DECEMBER);
	}, 60_000);

	it('moves a firm’s only site instead of making a second one, and says so', async () => {
		expect(await placesOf('99126914')).toEqual(['Nyvej 9: 11']);
		expect((await firm('99126914'))?.headcount).toBe(11);
		expect(december.rows[0]?.reasons.map(reasonText)).toEqual(['site_moved (Gammelvej 1)']);
	});

	it('follows a P-number to its new address, and keeps what the list left blank', async () => {
		expect(await placesOf('99127287')).toEqual(['Nyvej 8: 20']);
		expect((await firm('99127287'))?.phone).toContain('43');
	});

	it('takes the new name, the heads and the state of a firm it knows', async () => {
		expect(await firm('99127651')).toMatchObject({ name: 'Nyt Navn Prøve ApS', headcount: 31, statusGroup: 'distress' });
		expect(await placesOf('99128763')).toHaveLength(1);
	});

	it('names the firms of the last list that are gone from this one, and leaves them', async () => {
		expect(december.gone).toEqual({ fileName: 'firmaer november 2026.csv', names: ['Borte Prøve A/S'] });
		expect(importReport('firmaer december 2026.csv', december)).toContain('Ikke længere i listen (1');
		expect(await firm('99128399')).toMatchObject({ archivedAt: null });
		expect(november.gone).toBeNull();
	});

	it('makes a second site where the list names the firm twice', async () => {
		const twice = await take(
			'andre.csv',
			'Navn;CVR;Adresse;Postnr\nFlytte Prøve A/S;99126914;Nyvej 9;2600\nFlytte Prøve A/S;99126914;Lagervej 2;2600\n',
		);
		expect(await placesOf('99126914')).toHaveLength(2);
		await undoImport(SYSTEM, twice.batch ?? '');
	});

	it('is undone to the month before, and then to nothing', async () => {
		await undoImport(SYSTEM, december.batch ?? '');
		expect(await dump()).toEqual(states[1]);
		await undoImport(SYSTEM, november.batch ?? '');
		expect(await dump()).toEqual(states[0]);
	});
});
