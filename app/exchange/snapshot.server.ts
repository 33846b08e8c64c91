import { eq, inArray } from 'drizzle-orm';
import type { Sums } from '#app/districts/summary.server.ts';
import type { Db } from '#db/client.server.ts';
import { companies, companyIdentifiers, siteDistricts, sites } from '#db/schema/index.ts';
import type { CompanyRow, SiteRow } from './register.ts';

// Rows as they stand before and after a step of an import: the difference is what undo needs.

export type RecordKind = 'company' | 'identifier' | 'site' | 'siteDistrict' | 'district' | 'districtSummary';

export interface Row {
	kind: RecordKind;
	id: string;
	row: Record<string, unknown>;
}

/** Everything stored of some firms. */
export interface Snapshot {
	companies: Map<string, CompanyRow>;
	sites: Map<string, SiteRow>;
	/** The same and what hangs on them, keyed by kind and id. */
	rows: Map<string, Row>;
}

export async function snapshot(tx: Db, companyIds: readonly string[]): Promise<Snapshot> {
	const found: Snapshot = { companies: new Map(), sites: new Map(), rows: new Map() };
	if (companyIds.length === 0) return found;
	const ids = [...companyIds];
	const take = (kind: RecordKind, row: Record<string, unknown> & { id: string }) => found.rows.set(`${kind} ${row.id}`, { kind, id: row.id, row });
	for (const row of await tx.select().from(companies).where(inArray(companies.id, ids))) {
		found.companies.set(row.id, row);
		take('company', row);
	}
	for (const row of await tx.select().from(companyIdentifiers).where(inArray(companyIdentifiers.companyId, ids))) take('identifier', row);
	for (const row of await tx.select().from(sites).where(inArray(sites.companyId, ids))) {
		found.sites.set(row.id, row);
		take('site', row);
	}
	const lines = await tx
		.select({ line: siteDistricts })
		.from(siteDistricts)
		.innerJoin(sites, eq(siteDistricts.siteId, sites.id))
		.where(inArray(sites.companyId, ids));
	for (const { line } of lines) take('siteDistrict', line);
	return found;
}

export interface Change extends Row {
	before: Record<string, unknown> | null;
}

/** What is new or other in `after`. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
	return [...after.rows].flatMap(([key, now]) => {
		const was = before.rows.get(key)?.row ?? null;
		return was && JSON.stringify(was) === JSON.stringify(now.row) ? [] : [{ ...now, before: was }];
	});
}

/** By how much each district's sums differ between the two. */
export function sumsBetween(before: Snapshot, after: Snapshot): Map<string, Sums> {
	const shifts = new Map<string, Sums>();
	for (const [state, sign] of [
		[before, -1],
		[after, 1],
	] as const) {
		for (const { districtId, archivedAt, statusGroup } of state.companies.values())
			if (archivedAt === null && statusGroup !== 'ceased') shift(shifts, districtId, { companies: sign, sites: 0, headcount: 0 });
		for (const { districtId, archivedAt, ceasedOn, headcount } of state.sites.values())
			if (archivedAt === null && ceasedOn === null) shift(shifts, districtId, { companies: 0, sites: sign, headcount: sign * (headcount ?? 0) });
	}
	return new Map([...shifts].filter(([, by]) => by.companies !== 0 || by.sites !== 0 || by.headcount !== 0));
}

function shift(shifts: Map<string, Sums>, districtId: string | null, by: Sums) {
	if (districtId === null) return;
	const so = shifts.get(districtId) ?? { companies: 0, sites: 0, headcount: 0 };
	shifts.set(districtId, { companies: so.companies + by.companies, sites: so.sites + by.sites, headcount: so.headcount + by.headcount });
}
