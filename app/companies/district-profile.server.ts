import { and, count, eq, isNull, ne, sum } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { companies, sites } from '#db/schema/index.ts';
import { isKnowledgeIntensive, isPublicForm } from './knowledge.server.ts';

/** Firms of a district by division and by size, ceased ones left out: the same firms the list shows for each bar. */
export async function profileOf(viewer: Viewer, districtId: string) {
	const here = and(eq(companies.districtId, districtId), ne(companies.statusGroup, 'ceased'), within(viewer, 'companies'));
	const rows = await db
		.select({ division: companies.division, sizeRank: companies.sizeRank, firms: count() })
		.from(companies)
		.where(here)
		.groupBy(companies.division, companies.sizeRank);
	const divisions = summed(rows, ({ division }) => division);
	const sizes = summed(rows, ({ sizeRank }) => sizeRank);
	return {
		/** Most firms first; null = industry unknown, always last. */
		divisions: [...divisions].sort(([a, n], [b, other]) => Number(a === null) - Number(b === null) || other - n || (String(a) < String(b) ? -1 : 1)),
		/** Smallest class first; −1 = size unknown, last. */
		sizes: [...sizes].sort(([a], [b]) => (a < 0 ? 99 : a) - (b < 0 ? 99 : b)),
	};
}

/**
 * Share of knowledge-intensive sites of a district under the KIABI definition, by sites and by heads. Taken from the
 * site's own industry, else its firm's; public administration left out; what is unknown is counted beside it.
 */
export async function knowledgeShareOf(viewer: Viewer, districtId: string) {
	const rows = await db
		.select({
			siteDivision: sites.division,
			division: companies.division,
			knowledgeOverride: companies.knowledgeOverride,
			formCode: companies.formCode,
			sites: count(),
			heads: sum(sites.headcount),
		})
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(eq(sites.districtId, districtId), isNull(sites.ceasedOn), within(viewer, 'sites')))
		.groupBy(sites.division, companies.division, companies.knowledgeOverride, companies.formCode);
	const share = { sites: 0, heads: 0, knownSites: 0, knownHeads: 0, unknownSites: 0 };
	for (const row of rows) {
		if (isPublicForm(row.formCode)) continue;
		const heads = Number(row.heads ?? 0);
		const isIntensive = isKnowledgeIntensive({ knowledgeOverride: row.knowledgeOverride, division: row.siteDivision ?? row.division });
		if (isIntensive === null) {
			share.unknownSites += row.sites;
			continue;
		}
		share.knownSites += row.sites;
		share.knownHeads += heads;
		if (!isIntensive) continue;
		share.sites += row.sites;
		share.heads += heads;
	}
	return share;
}

function summed<Row extends { firms: number }, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, number> {
	const sums = new Map<Key, number>();
	for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.firms);
	return sums;
}
