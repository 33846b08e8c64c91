import { eq, inArray } from 'drizzle-orm';
import { refreshCompanies } from '#app/companies/derived.server.ts';
import { shiftSums } from '#app/districts/summary.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { companies, companyIdentifiers, siteDistricts, sites } from '#db/schema/index.ts';
import { markTakenBack, valuesBefore } from './changes.server.ts';
import { hangingCompanies, hangingSites } from './hanging.server.ts';
import { type Snapshot, snapshot, sumsBetween } from './snapshot.server.ts';
import type { FirmChanges, Kept, NetChange } from './undo.ts';

interface Standing extends Snapshot {
	usedCompanies: Set<string>;
	usedSites: Set<string>;
}

/** Takes back what an import did to some firms, as far as nothing happened to them since. Answers how many firms and sites it took back. */
export async function restoreFirms(tx: Db, batch: string, firms: readonly FirmChanges[], kept: Kept[]): Promise<number> {
	const ids = firms.map(({ companyId }) => companyId);
	const before = await snapshot(tx, ids);
	const standing = { ...before, usedCompanies: await hangingCompanies(tx, ids), usedSites: await hangingSites(tx, [...before.sites.keys()]) };
	const back = firms.flatMap((firm) => toRestore(firm, standing, kept));
	const values = await valuesBefore(tx, batch, back);
	const of = (kind: NetChange['kind']) => back.filter((change) => change.kind === kind);
	// Lines before sites before firms, what was made before what was changed: none stands in another's way.
	for (const [kind, table] of [
		['siteDistrict', siteDistricts],
		['identifier', companyIdentifiers],
		['site', sites],
		['company', companies],
	] as const) {
		const made = of(kind).filter(({ isCreated }) => isCreated);
		if (made.length > 0)
			await tx.delete(table).where(
				inArray(
					table.id,
					made.map(({ id }) => id),
				),
			);
	}
	for (const [kind, table] of [
		['siteDistrict', siteDistricts],
		['site', sites],
		['company', companies],
	] as const) {
		for (const { id } of of(kind)) {
			const row = values.get(id);
			if (row) await tx.update(table).set(rowOf(row)).where(eq(table.id, id));
		}
	}
	await refreshCompanies(tx, ids);
	await refreshFindables(
		tx,
		'site',
		of('site').map(({ id }) => id),
	);
	await shiftSums(tx, sumsBetween(before, await snapshot(tx, ids)));
	await markTakenBack(tx, batch, back);
	return of('site').length + of('company').length;
}

/** What of one firm goes back; what stays is told. */
function toRestore(firm: FirmChanges, standing: Standing, kept: Kept[]): NetChange[] {
	const company = standing.companies.get(firm.companyId);
	if (!company) return [];
	const mine = new Set(firm.sites.map(({ id }) => id));
	const strangers = [...standing.sites.values()].filter((site) => site.companyId === firm.companyId && !mine.has(site.id));
	const whyCompany = firm.company ? reasonToKeep(firm.company, company, standing.usedCompanies.has(company.id) || strangers.length > 0) : null;
	const whySites = new Map(
		firm.sites.map((change) => [change.id, reasonToKeep(change, standing.sites.get(change.id), standing.usedSites.has(change.id))]),
	);
	// A firm the import made goes whole or stays whole: no firm without its site, no site without its firm.
	const staysWhole = firm.company?.isCreated === true && (whyCompany !== null || [...whySites.values()].some((why) => why !== null));
	if (firm.company && (whyCompany || staysWhole)) kept.push({ kind: 'company', id: company.id, name: company.name, why: whyCompany ?? 'in_use' });
	const back: NetChange[] = [];
	for (const change of firm.sites) {
		const row = standing.sites.get(change.id);
		const why = whySites.get(change.id) ?? (staysWhole ? ('with_firm' as const) : null);
		if (why) kept.push({ kind: 'site', id: change.id, name: row?.name ?? '', why });
		else if (row) back.push(change);
	}
	const taken = new Set(back.map(({ id }) => id));
	const lines = firm.lines.filter(({ kind, id }) => (kind === 'identifier' ? !staysWhole : taken.has(siteOf(standing, id))));
	return [...lines, ...back, ...(firm.company && !whyCompany && !staysWhole ? [firm.company] : [])];
}

const siteOf = ({ rows }: Snapshot, id: string) => String(rows.get(`siteDistrict ${id}`)?.row.siteId);

function reasonToKeep(change: NetChange, row: { version: number } | undefined, isUsed: boolean): Kept['why'] | null {
	if (!row) return null;
	if (row.version !== change.versionAfter) return 'changed';
	return isUsed && change.isCreated ? 'in_use' : null;
}

/** A row kept as JSON, with its moments as dates again. */
export function rowOf(before: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(before).map(([key, value]) => [key, key.endsWith('At') && typeof value === 'string' ? new Date(value) : value]),
	);
}
