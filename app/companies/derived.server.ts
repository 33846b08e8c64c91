import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindable, refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { nameKey, searchTerms, sortName } from '#db/fold.ts';
import { companies, companyTerms, landowners, sites } from '#db/schema/index.ts';

/**
 * Brings what is derived of a firm up to date after its names or sites changed: the terms it is found by, its
 * main site and district, the name of its role as landowner, the sums of the districts it left or entered, and what
 * search finds of it and its sites. Call it last, once per firm touched.
 * `formerDistrictIds`: districts of sites moved or removed in this transaction.
 */
export async function refreshCompany(tx: Db, companyId: string, formerDistrictIds: Iterable<string | null> = []): Promise<void> {
	const [company] = await tx
		.select({
			name: companies.name,
			alternativeNames: companies.alternativeNames,
			mainSiteId: companies.mainSiteId,
			districtId: companies.districtId,
		})
		.from(companies)
		.where(eq(companies.id, companyId));
	if (!company) return refreshFindable(tx, { kind: 'company', id: companyId });
	await tx.delete(companyTerms).where(eq(companyTerms.companyId, companyId));
	const terms = searchTerms([company.name, ...company.alternativeNames]);
	if (terms.length > 0) await tx.insert(companyTerms).values(terms.map((term) => ({ term, companyId })));

	const own = await tx
		.select({ id: sites.id, districtId: sites.districtId })
		.from(sites)
		.where(and(eq(sites.companyId, companyId), isNull(sites.archivedAt)))
		.orderBy(desc(sites.isMain), asc(sites.id));
	const main = own[0] ?? null;
	if (main?.id !== company.mainSiteId || (main?.districtId ?? null) !== company.districtId) {
		await tx
			.update(companies)
			.set({ mainSiteId: main?.id ?? null, districtId: main?.districtId ?? null })
			.where(eq(companies.id, companyId));
	}
	await recountDistricts(tx, [company.districtId, main?.districtId, ...own.map((site) => site.districtId), ...formerDistrictIds]);
	await renameOwnerRole(tx, companyId, company.name);
	await refreshFindable(tx, { kind: 'company', id: companyId });
	const everySite = await tx.select({ id: sites.id }).from(sites).where(eq(sites.companyId, companyId));
	await refreshFindables(
		tx,
		'site',
		everySite.map(({ id }) => id),
	);
}

/** A firm's owner role is called like the firm; derived, so the role's version stays. */
async function renameOwnerRole(tx: Db, companyId: string, name: string): Promise<void> {
	const renamed = await tx
		.update(landowners)
		.set({ name, sortName: sortName(name), nameKey: nameKey(name) })
		.where(and(eq(landowners.companyId, companyId), ne(landowners.name, name)))
		.returning({ id: landowners.id });
	for (const { id } of renamed) await refreshFindable(tx, { kind: 'landowner', id });
}
