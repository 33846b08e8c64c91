import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { db, write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyTerms, users } from '#db/schema/index.ts';
import { isDuplicate, startsWith, visibleWhen } from '#db/sql.server.ts';
import { make } from '../make.ts';

// What both engines must answer alike; runs on SQLite and, by npm run test:postgres, on PostgreSQL.

const person = (email: string) => ({
	id: newId(),
	email,
	name: 'Prøve Prøvesen',
	createdAt: new Date('2026-11-23T10:00:00.123Z'),
	updatedAt: new Date(),
});

describe('both engines', () => {
	it('give back moments, booleans, days and objects as they were given', async () => {
		const { id } = await make.company({
			name: 'Rundtur ApS',
			isProtected: true,
			foundedOn: '1998-08-04',
			provenance: { name: { source: 'cvr', on: '2026-01-02' } },
		});
		const [row] = await db.select().from(companies).where(eq(companies.id, id));
		expect(row).toMatchObject({
			isProtected: true,
			foundedOn: '1998-08-04',
			provenance: { name: { source: 'cvr', on: '2026-01-02' } },
			alternativeNames: [],
		});
		const anna = person('anna@parity.example');
		await write((tx) => tx.insert(users).values(anna));
		const [stored] = await db.select().from(users).where(eq(users.id, anna.id));
		expect(stored?.createdAt).toEqual(anna.createdAt);
	});

	it('order names as Danes do', async () => {
		const names = ['Zoo', 'Ærø', 'Ølsted', 'Aabenraa', 'Aalborg', 'Århus', 'Abbe', 'zebra 2', 'Zebra'];
		for (const name of names) await make.company({ name: `Sortering ${name}` });
		const rows = await db
			.select({ name: companies.name })
			.from(companies)
			.where(startsWith(companies.sortName, sortName('Sortering ')))
			.orderBy(asc(companies.sortName));
		const expected = names.map((name) => `Sortering ${name}`).sort(new Intl.Collator('da').compare);
		expect(rows.map(({ name }) => name)).toEqual(expected);
	});

	it('find by prefix exactly the rows that begin with it', async () => {
		const stored = (await db.select({ term: companyTerms.term }).from(companyTerms)).map(({ term }) => term);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...stored), fc.nat(8), async (term, length) => {
				const prefix = term.slice(0, length + 1);
				const rows = await db.select({ term: companyTerms.term }).from(companyTerms).where(startsWith(companyTerms.term, prefix));
				expect(rows.length).toBe(stored.filter((other) => other.startsWith(prefix)).length);
			}),
			{ numRuns: 30 },
		);
	});

	it('hide a column where the condition does not hold', async () => {
		const [row] = await db
			.select({ shown: visibleWhen(sql`1 = 1`, users.name), hidden: visibleWhen(sql`1 = 0`, users.name) })
			.from(users)
			.limit(1);
		expect(row).toEqual({ shown: 'Prøve Prøvesen', hidden: null });
	});

	it('name a duplicate key the same way', async () => {
		const failure = write((tx) => tx.insert(users).values(person('anna@parity.example'))).catch((error: unknown) => error);
		expect(isDuplicate(await failure)).toBe(true);
	});
});
