import { asc, eq, gt } from 'drizzle-orm';
import { db, write } from '#db/client.server.ts';
import { addressKey, fold, nameKey, searchTerms, sortName } from '#db/fold.ts';
import { companies, companyTerms, contacts, landowners, properties } from '#db/schema/index.ts';
import type { Db } from '#db/sqlite.server.ts';

/** Rows brought up to date in one transaction. */
const BATCH = 500;

/**
 * Writes the keys anew by which names meet, for data folded by other rules, 500 rows at a time. No version moves. Addresses
 * of sites keep theirs: two of one firm must never fall together here.
 */
export async function rebuildKeys(): Promise<void> {
	await each(
		(after) => db.select().from(companies).where(gt(companies.id, after)).orderBy(asc(companies.id)).limit(BATCH),
		async (tx, { id, name, alternativeNames }) => {
			await tx.update(companies).set(keysOf(name)).where(eq(companies.id, id));
			await tx.delete(companyTerms).where(eq(companyTerms.companyId, id));
			const terms = searchTerms([name, ...alternativeNames]);
			if (terms.length > 0) await tx.insert(companyTerms).values(terms.map((term) => ({ term, companyId: id })));
		},
	);
	await each(
		(after) => db.select().from(landowners).where(gt(landowners.id, after)).orderBy(asc(landowners.id)).limit(BATCH),
		(tx, { id, name }) => tx.update(landowners).set(keysOf(name)).where(eq(landowners.id, id)),
	);
	await each(
		(after) => db.select().from(contacts).where(gt(contacts.id, after)).orderBy(asc(contacts.id)).limit(BATCH),
		(tx, { id, name }) => {
			const keys = { sortName: sortName(name), nameKey: fold(name) };
			return tx.update(contacts).set(keys).where(eq(contacts.id, id));
		},
	);
	await each(
		(after) => db.select().from(properties).where(gt(properties.id, after)).orderBy(asc(properties.id)).limit(BATCH),
		(tx, { id, name, address, postalCode }) => {
			const keys = { sortName: sortName(name), addressKey: addressKey(address, postalCode) };
			return tx.update(properties).set(keys).where(eq(properties.id, id));
		},
	);
}

const keysOf = (name: string) => ({ sortName: sortName(name), nameKey: nameKey(name) });

async function each<Row extends { id: string }>(read: (after: string) => PromiseLike<Row[]>, renew: (tx: Db, row: Row) => PromiseLike<unknown>) {
	for (let last = ''; ; ) {
		const rows = await read(last);
		await write(async (tx) => {
			for (const row of rows) await renew(tx, row);
		});
		const end = rows.at(-1);
		if (!end || rows.length < BATCH) return;
		last = end.id;
	}
}
