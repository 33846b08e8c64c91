import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { companies, companyIdentifiers, districtSummaries, siteDistricts, sites } from '#db/schema/index.ts';

// Rows as they stand before and after a step of an import: the difference is what undo needs.

export type RecordKind = 'company' | 'identifier' | 'site' | 'siteDistrict' | 'district' | 'districtSummary';

export interface Snapshot {
	kind: RecordKind;
	id: string;
	row: Record<string, unknown>;
}

/** Everything stored of these firms, and every district's sums (districts are few). Keyed by kind and id. */
export async function snapshot(tx: Db, companyIds: readonly string[]): Promise<Map<string, Snapshot>> {
	const found = new Map<string, Snapshot>();
	const take = (kind: RecordKind, id: string, row: Record<string, unknown>) => found.set(`${kind} ${id}`, { kind, id, row });
	for (const row of await tx.select().from(districtSummaries)) take('districtSummary', row.districtId, row);
	if (companyIds.length === 0) return found;
	const ids = [...companyIds];
	for (const row of await tx.select().from(companies).where(inArray(companies.id, ids))) take('company', row.id, row);
	for (const row of await tx.select().from(companyIdentifiers).where(inArray(companyIdentifiers.companyId, ids))) take('identifier', row.id, row);
	for (const row of await tx.select().from(sites).where(inArray(sites.companyId, ids))) take('site', row.id, row);
	const lines = await tx
		.select({ line: siteDistricts })
		.from(siteDistricts)
		.innerJoin(sites, eq(siteDistricts.siteId, sites.id))
		.where(inArray(sites.companyId, ids));
	for (const { line } of lines) take('siteDistrict', line.id, line);
	return found;
}

export interface Change extends Snapshot {
	before: Record<string, unknown> | null;
}

/** What is new or other in `after`. */
export function changesBetween(before: Map<string, Snapshot>, after: Map<string, Snapshot>): Change[] {
	return [...after].flatMap(([key, now]) => {
		const was = before.get(key)?.row ?? null;
		return was && JSON.stringify(was) === JSON.stringify(now.row) ? [] : [{ ...now, before: was }];
	});
}
