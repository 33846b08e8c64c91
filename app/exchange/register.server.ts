import { setImmediate as breathe } from 'node:timers/promises';
import { asc, inArray, isNull } from 'drizzle-orm';
import { placer } from '#app/districts/placing.server.ts';
import { db } from '#db/client.server.ts';
import { nameKey } from '#db/fold.ts';
import { companies, companyIdentifiers, districts, sites } from '#db/schema/index.ts';
import type { SourceRow } from './record.ts';
import { type CompanyRow, type Firm, type PlannedSite, Register } from './register.ts';

/** Keys asked for in one statement. */
const BATCH = 500;

/** Loads the stored firms, sites and districts that the rows can meet, by the rows' own keys. */
export async function loadRegister(rows: readonly SourceRow[]): Promise<Register> {
	const register = new Register();
	const keys = keysOf(rows);
	const found = new Map<string, CompanyRow>();
	const take = (firms: CompanyRow[]) => {
		for (const firm of firms) found.set(firm.id, firm);
	};
	await inBatches(keys.cvrs, async (some) => take(await db.select().from(companies).where(inArray(companies.cvr, some))));
	await inBatches(keys.nameKeys, async (some) => take(await db.select().from(companies).where(inArray(companies.nameKey, some))));
	const others = new Set<string>();
	await inBatches(keys.pNumbers, async (some) => {
		for (const { id } of await db.select({ id: sites.companyId }).from(sites).where(inArray(sites.pNumber, some))) others.add(id);
	});
	await inBatches(keys.identifiers, async (some) => {
		for (const { id } of await db
			.select({ id: companyIdentifiers.companyId })
			.from(companyIdentifiers)
			.where(inArray(companyIdentifiers.value, some)))
			others.add(id);
	});
	const missing = [...others].filter((id) => !found.has(id));
	await inBatches(missing, async (some) => take(await db.select().from(companies).where(inArray(companies.id, some))));
	await addFirms(register, [...found.values()]);
	await addDistricts(register, rows);
	return register;
}

function keysOf(rows: readonly SourceRow[]) {
	const values = rows.filter(({ fault }) => !fault).map((row) => row.values);
	const distinct = (list: Array<string | undefined>) => [...new Set(list.filter((key) => key !== undefined))];
	return {
		cvrs: distinct(values.map(({ cvr }) => cvr)),
		pNumbers: distinct(values.map(({ pNumber }) => pNumber)),
		nameKeys: distinct(values.map(({ name }) => name && nameKey(name))),
		identifiers: distinct(values.flatMap(({ identifiers }) => identifiers?.map(({ value }) => value) ?? [])),
	};
}

async function addFirms(register: Register, rows: CompanyRow[]) {
	// By id, which is by age: the same order every time, whatever index answered.
	const firms = rows
		.sort((a, b) => (a.id < b.id ? -1 : 1))
		.map((row): Firm => ({ id: row.id, row: { ...row }, stored: row, sites: [], identifiers: [], claims: new Set(), spellings: new Set() }));
	const byId = new Map(firms.map((firm) => [firm.id, firm]));
	const ids = [...byId.keys()];
	await inBatches(ids, async (some) => {
		for (const row of await db.select().from(sites).where(inArray(sites.companyId, some)).orderBy(asc(sites.id))) {
			const firm = byId.get(row.companyId);
			const site: PlannedSite | null = firm ? { id: row.id, firm, row: { ...row }, stored: row, claims: new Set() } : null;
			if (site) firm?.sites.push(site);
		}
		for (const { companyId, scheme, value } of await db.select().from(companyIdentifiers).where(inArray(companyIdentifiers.companyId, some)))
			byId.get(companyId)?.identifiers.push({ scheme, value });
	});
	for (const firm of firms) register.add(firm);
}

async function addDistricts(register: Register, rows: readonly SourceRow[]) {
	const all = await db
		.select({ id: districts.id, name: districts.name })
		.from(districts)
		.where(isNull(districts.archivedAt))
		.orderBy(asc(districts.id));
	for (const district of all) register.addDistrict(district);
	const district = await placer();
	for (const { no, values, fault } of rows) {
		if (fault || values.lat === undefined || values.lon === undefined) continue;
		const placed = district(values.lat, values.lon);
		if (placed) register.placed.set(no, placed);
	}
}

async function inBatches(keys: readonly string[], ask: (some: string[]) => Promise<void>) {
	for (let at = 0; at < keys.length; at += BATCH) {
		await ask(keys.slice(at, at + BATCH));
		await breathe();
	}
}
