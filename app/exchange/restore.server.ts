import '#app/records/records.server.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { companies, companyIdentifiers, districtSummaries, districts, siteDistricts, sites } from '#db/schema/index.ts';
import { hangingDistricts } from './hanging.server.ts';
import type { CompanyRow, SiteRow } from './register.ts';
import type { FirmChanges, Kept, NetChange } from './undo.ts';

export interface FirmRows {
	companies: Map<string, CompanyRow>;
	sites: Map<string, SiteRow>;
	usedCompanies: Set<string>;
	usedSites: Set<string>;
}

/** Takes back what an import did to one firm, as far as nothing happened to it since. Answers how many firms and sites it took back. */
export async function restoreFirm(tx: Db, firm: FirmChanges, rows: FirmRows, kept: Kept[]): Promise<number> {
	const company = rows.companies.get(firm.companyId);
	if (!company) return 0;
	const mine = new Set(firm.sites.map(({ id }) => id));
	const strangers = [...rows.sites.values()].filter((site) => site.companyId === firm.companyId && !mine.has(site.id));
	const whyCompany = firm.company ? reasonToKeep(firm.company, company, rows.usedCompanies.has(company.id) || strangers.length > 0) : null;
	const whySites = new Map(firm.sites.map((change) => [change.id, reasonToKeep(change, rows.sites.get(change.id), rows.usedSites.has(change.id))]));
	// A firm the import made goes whole or stays whole: no firm without its site, no site without its firm.
	const staysWhole = firm.company?.isCreated === true && (whyCompany !== null || [...whySites.values()].some((why) => why !== null));
	if (firm.company && (whyCompany || staysWhole)) kept.push({ kind: 'company', id: company.id, name: company.name, why: whyCompany ?? 'in_use' });

	const left = [company.districtId, ...[...rows.sites.values()].filter((site) => site.companyId === company.id).map((site) => site.districtId)];
	let count = 0;
	const back: NetChange[] = [];
	for (const change of firm.sites) {
		const row = rows.sites.get(change.id);
		const why = whySites.get(change.id) ?? (staysWhole ? ('with_firm' as const) : null);
		if (why) kept.push({ kind: 'site', id: change.id, name: row?.name ?? '', why });
		else if (row && !isBack(change, row)) back.push(change);
	}
	const taken = new Set(back.map(({ id }) => id));
	await restoreLines(tx, firm, taken, staysWhole);
	for (const change of back) {
		if (change.isCreated) await tx.delete(sites).where(eq(sites.id, change.id));
		else await tx.update(sites).set(rowOf(change.before)).where(eq(sites.id, change.id));
		count++;
	}
	if (firm.company && !whyCompany && !staysWhole && !isBack(firm.company, company)) {
		if (firm.company.isCreated) await tx.delete(companies).where(eq(companies.id, company.id));
		else await tx.update(companies).set(rowOf(firm.company.before)).where(eq(companies.id, company.id));
		count++;
	}
	await refreshCompany(tx, company.id, left);
	await refreshFindables(tx, 'site', [...taken]);
	await recountDistricts(tx, left);
	return count;
}

function reasonToKeep(change: NetChange, row: { version: number } | undefined, isUsed: boolean): Kept['why'] | null {
	if (!row || isBack(change, row)) return null;
	if (row.version !== change.versionAfter) return 'changed';
	return isUsed && change.isCreated ? 'in_use' : null;
}

/** Already as before: an undo that was stopped half-way is being repeated. */
const isBack = ({ isCreated, before, versionAfter }: NetChange, row: { version: number }) =>
	!isCreated && before !== null && before.version === row.version && before.version !== versionAfter;

/** District history of the sites taken back, and identifiers of a firm that does not stay as it is. */
async function restoreLines(tx: Db, firm: FirmChanges, taken: ReadonlySet<string>, staysWhole: boolean) {
	for (const { kind, id, isCreated, before } of firm.lines) {
		if (kind === 'identifier') {
			if (isCreated && !staysWhole) await tx.delete(companyIdentifiers).where(eq(companyIdentifiers.id, id));
			continue;
		}
		const line = and(eq(siteDistricts.id, id), inArray(siteDistricts.siteId, [...taken]));
		if (isCreated) await tx.delete(siteDistricts).where(line);
		else await tx.update(siteDistricts).set(rowOf(before)).where(line);
	}
}

/** Deletes the districts the import made that nothing names any more, and gives untouched sums their dates back. */
export async function restoreDistricts(tx: Db, changes: readonly NetChange[], kept: Kept[]): Promise<number> {
	const made = changes.filter(({ kind }) => kind === 'district');
	const ids = made.map(({ id }) => id);
	const rows = ids.length > 0 ? await tx.select().from(districts).where(inArray(districts.id, ids)) : [];
	const used = ids.length > 0 ? await hangingDistricts(tx, ids) : new Set<string>();
	let count = 0;
	for (const row of rows) {
		const why = row.version !== 1 ? ('changed' as const) : used.has(row.id) ? ('in_use' as const) : null;
		if (why) kept.push({ kind: 'district', id: row.id, name: row.name, why });
		else {
			await tx.delete(districts).where(eq(districts.id, row.id));
			count++;
		}
	}
	await refreshFindables(tx, 'district', ids);
	for (const { kind, id, before } of changes) if (kind === 'districtSummary') await restoreSummary(tx, id, before);
	return count;
}

async function restoreSummary(tx: Db, districtId: string, before: Record<string, unknown> | null) {
	const [row] = await tx.select().from(districtSummaries).where(eq(districtSummaries.districtId, districtId));
	if (!row) return;
	const sums = [row.companies, row.sites, row.headcount];
	if (!before && sums.every((sum) => sum === 0)) await tx.delete(districtSummaries).where(eq(districtSummaries.districtId, districtId));
	if (before && [before.companies, before.sites, before.headcount].every((sum, at) => sum === sums[at]))
		await tx.update(districtSummaries).set(rowOf(before)).where(eq(districtSummaries.districtId, districtId));
}

/** A row kept as JSON, with its moments as dates again. */
function rowOf(before: Record<string, unknown> | null): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(before ?? {}).map(([key, value]) => [key, key.endsWith('At') && typeof value === 'string' ? new Date(value) : value]),
	);
}

/** The firm of each district-history line and identifier the import made. */
export async function ownersOf(created: readonly NetChange[]): Promise<Map<string, string>> {
	const owners = new Map<string, string>();
	const ids = (kind: NetChange['kind']) => created.filter((change) => change.kind === kind).map(({ id }) => id);
	await inBatches(ids('identifier'), async (some) => {
		const rows = await db
			.select({ id: companyIdentifiers.id, owner: companyIdentifiers.companyId })
			.from(companyIdentifiers)
			.where(inArray(companyIdentifiers.id, some));
		for (const { id, owner } of rows) owners.set(id, owner);
	});
	await inBatches(ids('siteDistrict'), async (some) => {
		const rows = await db
			.select({ id: siteDistricts.id, owner: sites.companyId })
			.from(siteDistricts)
			.innerJoin(sites, eq(siteDistricts.siteId, sites.id))
			.where(inArray(siteDistricts.id, some));
		for (const { id, owner } of rows) owners.set(id, owner);
	});
	return owners;
}

async function inBatches(ids: readonly string[], ask: (some: string[]) => Promise<void>) {
	for (let at = 0; at < ids.length; at += 500) await ask(ids.slice(at, at + 500));
}
