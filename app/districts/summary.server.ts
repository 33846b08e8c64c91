import { and, count, eq, isNull, ne, sum } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { companies, districtSummaries, sites } from '#db/schema/index.ts';
import { plus } from '#db/sql.server.ts';

/**
 * Recounts the summary rows of these districts from their covering indexes, in the transaction that changed a fact.
 * Null and undefined entries (a firm without a district) are passed over.
 */
export async function recountDistricts(tx: Db, districtIds: Iterable<string | null | undefined>): Promise<void> {
	for (const districtId of new Set(districtIds)) {
		if (!districtId) continue;
		const row = { ...(await counted(tx, districtId)), updatedAt: new Date() };
		await tx
			.insert(districtSummaries)
			.values({ districtId, ...row })
			.onConflictDoUpdate({ target: districtSummaries.districtId, set: row });
	}
}

export interface Sums {
	companies: number;
	sites: number;
	headcount: number;
}

/** Moves the sums of districts by what a great many rows changed, without counting the others. One without a summary is counted. */
export async function shiftSums(tx: Db, shifts: ReadonlyMap<string, Sums>): Promise<void> {
	for (const [districtId, by] of shifts) {
		const moved = await tx
			.update(districtSummaries)
			.set({
				companies: plus(districtSummaries.companies, by.companies),
				sites: plus(districtSummaries.sites, by.sites),
				headcount: plus(districtSummaries.headcount, by.headcount),
				updatedAt: new Date(),
			})
			.where(eq(districtSummaries.districtId, districtId))
			.returning({ districtId: districtSummaries.districtId });
		if (moved.length === 0) await recountDistricts(tx, [districtId]);
	}
}

/** What a district's summary must say, counted from the rows. */
export async function counted(tx: Db, districtId: string) {
	const [firms] = await tx
		.select({ n: count() })
		.from(companies)
		.where(and(eq(companies.districtId, districtId), isNull(companies.archivedAt), ne(companies.statusGroup, 'ceased')));
	const [places] = await tx
		.select({ n: count(), heads: sum(sites.headcount) })
		.from(sites)
		.where(and(eq(sites.districtId, districtId), isNull(sites.archivedAt), isNull(sites.ceasedOn)));
	return { companies: firms?.n ?? 0, sites: places?.n ?? 0, headcount: Number(places?.heads ?? 0) };
}
