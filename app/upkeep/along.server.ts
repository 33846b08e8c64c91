import { and, eq, isNull } from 'drizzle-orm';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { companies, issues, sites, skillNeeds } from '#db/schema/index.ts';
import type { EntryKind } from '#db/vocabulary.ts';
import type { PlainKind } from './records.server.ts';

export interface Along {
	kind: EntryKind;
	id: string;
}

/** What goes with a firm. Needs and issues of a firm that is gone are nobody's to work on. */
const PARTS = [
	{ kind: 'site', table: sites },
	{ kind: 'need', table: skillNeeds },
	{ kind: 'issue', table: issues },
] as const;

/**
 * The moment a record is put away at: parts that go along carry the very same one, which is how they find back with it. No
 * part put away before by itself may carry it too.
 */
export async function momentFor(tx: Db, kind: PlainKind, id: string): Promise<Date> {
	const now = Date.now();
	if (kind !== 'company') return new Date(now);
	const taken = new Set<number | undefined>();
	for (const { table } of PARTS) {
		const rows = await tx.select({ at: table.archivedAt }).from(table).where(eq(table.companyId, id));
		for (const { at } of rows) taken.add(at?.getTime());
	}
	let moment = now;
	while (taken.has(moment)) moment += 1;
	return new Date(moment);
}

/** Takes a firm's parts along: those present when it is put away, those that left with it when it comes back. */
export async function takeAlong(tx: Db, kind: PlainKind, id: string, { from, to }: { from: Date | null; to: Date | null }): Promise<Along[]> {
	if (kind !== 'company') return [];
	const along: Along[] = [];
	for (const { kind: part, table } of PARTS) {
		const moved = await tx
			.update(table)
			.set({ archivedAt: to })
			.where(and(eq(table.companyId, id), from === null ? isNull(table.archivedAt) : eq(table.archivedAt, from)))
			.returning({ id: table.id });
		along.push(...moved.map((row) => ({ kind: part, id: row.id })));
	}
	return along;
}

/** Sums of districts and what search finds, after a record was put away, fetched back or erased with its parts. */
export async function refreshPutAway(tx: Db, kind: PlainKind, id: string, along: readonly Along[]): Promise<void> {
	if (kind === 'company') await refreshFirm(tx, id);
	if (kind === 'site') await refreshFirmOf(tx, id);
	for (const record of [{ kind, id }, ...along]) await refreshFindable(tx, record);
}

/** A firm put away keeps its main site and district: its page still says where it was. */
async function refreshFirm(tx: Db, id: string) {
	const [firm] = await tx.select({ districtId: companies.districtId, archivedAt: companies.archivedAt }).from(companies).where(eq(companies.id, id));
	const own = await tx.select({ districtId: sites.districtId }).from(sites).where(eq(sites.companyId, id));
	const touched = [firm?.districtId, ...own.map(({ districtId }) => districtId)];
	if (firm?.archivedAt) await recountDistricts(tx, touched);
	else await refreshCompany(tx, id, new Set(touched.map((districtId) => districtId ?? null)));
}

async function refreshFirmOf(tx: Db, siteId: string) {
	const [site] = await tx
		.select({ companyId: sites.companyId, districtId: sites.districtId, firmArchivedAt: companies.archivedAt })
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(eq(sites.id, siteId));
	if (!site) return;
	if (site.firmArchivedAt) await recountDistricts(tx, [site.districtId]);
	else await refreshCompany(tx, site.companyId, [site.districtId]);
}
