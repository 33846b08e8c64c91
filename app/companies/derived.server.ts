import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { nameKey, searchTerms, sortName } from '#db/fold.ts';
import { companies, companyTerms, landowners, sites } from '#db/schema/index.ts';
import { firstOf } from '#db/sql.server.ts';

/**
 * Brings what is derived of a firm up to date after its names or sites changed: the terms it is found by, its
 * main site and district, the name of its role as landowner, the sums of the districts it left or entered, and what
 * search finds of it and its sites. Call it last, once per firm touched.
 * `formerDistrictIds`: districts of sites moved or removed in this transaction.
 */
export async function refreshCompany(tx: Db, companyId: string, formerDistrictIds: Iterable<string | null> = []): Promise<void> {
	const own = await refreshCompanies(tx, [companyId]);
	if (own) await recountDistricts(tx, [...own, ...formerDistrictIds]);
}

/** The same for many firms in few statements, the sums of districts apart: answers the districts they were and are in, null when no firm is left. */
export async function refreshCompanies(tx: Db, ids: readonly string[]): Promise<Array<string | null> | null> {
	const wanted = [...ids];
	const firms = await tx
		.select({
			id: companies.id,
			name: companies.name,
			alternativeNames: companies.alternativeNames,
			mainSiteId: companies.mainSiteId,
			districtId: companies.districtId,
		})
		.from(companies)
		.where(inArray(companies.id, wanted));
	if (firms.length === 0) {
		await refreshFindables(tx, 'company', wanted);
		return null;
	}
	await tx.delete(companyTerms).where(inArray(companyTerms.companyId, wanted));
	const terms = firms.flatMap(({ id, name, alternativeNames }) => searchTerms([name, ...alternativeNames]).map((term) => ({ term, companyId: id })));
	if (terms.length > 0) await tx.insert(companyTerms).values(terms);
	const places = await tx
		.select({ id: sites.id, companyId: sites.companyId, districtId: sites.districtId, archivedAt: sites.archivedAt })
		.from(sites)
		.where(inArray(sites.companyId, wanted))
		.orderBy(desc(sites.isMain), asc(sites.id));
	const standing = places.filter(({ archivedAt }) => archivedAt === null);
	await followMainSites(tx, firms, standing);
	await renameOwnerRoles(tx, firms);
	await refreshFindables(tx, 'company', wanted);
	await refreshFindables(
		tx,
		'site',
		places.map(({ id }) => id),
	);
	return [...firms, ...standing].map(({ districtId }) => districtId);
}

type Main = Pick<typeof companies.$inferSelect, 'id' | 'mainSiteId' | 'districtId'>;
type Place = Pick<typeof sites.$inferSelect, 'id' | 'companyId' | 'districtId'>;

/** A firm stands where the first of its sites does; `places` come in that order. */
async function followMainSites(tx: Db, firms: readonly Main[], places: readonly Place[]) {
	const mains = new Map<string, Place>();
	for (const place of places) if (!mains.has(place.companyId)) mains.set(place.companyId, place);
	const moved = firms.filter(({ id, mainSiteId, districtId }) => {
		const main = mains.get(id);
		return (main?.id ?? null) !== mainSiteId || (main?.districtId ?? null) !== districtId;
	});
	if (moved.length === 0) return;
	const first = (column: typeof sites.id | typeof sites.districtId) =>
		firstOf<string>(
			tx
				.select({ one: column })
				.from(sites)
				.where(and(eq(sites.companyId, companies.id), isNull(sites.archivedAt)))
				.orderBy(desc(sites.isMain), asc(sites.id))
				.limit(1),
		);
	const ids = moved.map(({ id }) => id);
	await tx
		.update(companies)
		.set({ mainSiteId: first(sites.id), districtId: first(sites.districtId) })
		.where(inArray(companies.id, ids));
}

/** A firm's owner role is called like the firm; derived, so the role's version stays. */
async function renameOwnerRoles(tx: Db, firms: ReadonlyArray<{ id: string; name: string }>) {
	const names = new Map(firms.map(({ id, name }) => [id, name]));
	const roles = await tx
		.select({ id: landowners.id, companyId: landowners.companyId, name: landowners.name })
		.from(landowners)
		.where(inArray(landowners.companyId, [...names.keys()]));
	const renamed: string[] = [];
	for (const role of roles) {
		const name = names.get(role.companyId ?? '');
		if (name === undefined || name === role.name) continue;
		await tx
			.update(landowners)
			.set({ name, sortName: sortName(name), nameKey: nameKey(name) })
			.where(eq(landowners.id, role.id));
		renamed.push(role.id);
	}
	await refreshFindables(tx, 'landowner', renamed);
}
