import { and, asc, desc, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { typedTerms } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { companies, companyIdentifiers, companyTerms, districts, siteDistricts, sites } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { cvrFrom, pNumberFrom } from './register-numbers.ts';

const DISTRICT = { districtName: districts.name, districtSlug: districts.slug, districtColour: districts.colour };

/**
 * One firm with everything its own page shows of the row itself; archived ones too, since old records point at them. When it
 * was last talked to is only for those who see talks.
 */
export async function companyFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const { sortName: _sort, nameKey: _key, ...columns } = getTableColumns(companies);
	const [company] = await db
		.select({ ...columns, ...DISTRICT })
		.from(companies)
		.leftJoin(districts, eq(districts.id, companies.districtId))
		.where(and(eq(companies.id, id), within(viewer, 'companies', { archived: true })));
	if (!company) throw notFound();
	return can(viewer, 'see', 'dialogue') ? company : { ...company, lastTalkOn: null };
}
export type CompanyShown = Awaited<ReturnType<typeof companyFor>>;

/** The firm's sites: the main one first, then those in use before ceased ones. */
export async function sitesOf(viewer: Viewer, companyId: string) {
	return await db
		.select({
			id: sites.id,
			name: sites.name,
			pNumber: sites.pNumber,
			isMain: sites.isMain,
			address: sites.address,
			postalCode: sites.postalCode,
			city: sites.city,
			headcount: sites.headcount,
			sizeClass: sites.sizeClass,
			headcountOn: sites.headcountOn,
			headcountSource: sites.headcountSource,
			isProtected: sites.isProtected,
			ceasedOn: sites.ceasedOn,
			...DISTRICT,
		})
		.from(sites)
		.leftJoin(districts, eq(districts.id, sites.districtId))
		.where(and(eq(sites.companyId, companyId), within(viewer, 'sites')))
		.orderBy(desc(sites.isMain), asc(sites.id))
		.limit(200);
}

/** Numbers the firm has in other registers. */
export const identifiersOf = (viewer: Viewer, companyId: string) =>
	db
		.select({ scheme: companyIdentifiers.scheme, value: companyIdentifiers.value })
		.from(companyIdentifiers)
		.innerJoin(companies, eq(companies.id, companyIdentifiers.companyId))
		.where(and(eq(companyIdentifiers.companyId, companyId), within(viewer, 'companies', { archived: true })))
		.orderBy(asc(companyIdentifiers.id))
		.limit(20);

/** One site with its firm's name and marks. */
export async function siteFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const { addressKey: _key, ...columns } = getTableColumns(sites);
	const [site] = await db
		.select({
			...columns,
			...DISTRICT,
			companyName: companies.name,
			companyCvr: companies.cvr,
			companyStatusGroup: companies.statusGroup,
			companyIsProtected: companies.isProtected,
			companyPhone: companies.phone,
		})
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.leftJoin(districts, eq(districts.id, sites.districtId))
		.where(and(eq(sites.id, id), within(viewer, 'sites', { archived: true }), within(viewer, 'companies', { archived: true })));
	if (!site) throw notFound();
	return site;
}

/** Former districts of a site with their dates, newest first; the present one is not among them. */
export async function formerDistrictsOf(viewer: Viewer, siteId: string) {
	return await db
		.select({ id: siteDistricts.id, name: districts.name, fromOn: siteDistricts.fromOn, toOn: siteDistricts.toOn })
		.from(siteDistricts)
		.leftJoin(districts, and(eq(districts.id, siteDistricts.districtId), within(viewer, 'districts', { archived: true })))
		.where(eq(siteDistricts.siteId, siteId))
		.orderBy(desc(siteDistricts.id))
		.limit(20);
}

/** The firm a typed CVR or P-number belongs to, in whatever form it was typed; null when it is no number or unknown. */
export async function companyByNumber(viewer: Viewer, typed: string): Promise<{ id: string; name: string } | null> {
	const [cvr, pNumber] = [cvrFrom(typed), pNumberFrom(typed)];
	const firm = { id: companies.id, name: companies.name };
	if (cvr) {
		const [company] = await db
			.select(firm)
			.from(companies)
			.where(and(eq(companies.cvr, cvr), within(viewer, 'companies')));
		return company ?? null;
	}
	if (!pNumber) return null;
	const [company] = await db
		.select(firm)
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(eq(sites.pNumber, pNumber), within(viewer, 'sites'), within(viewer, 'companies')));
	return company ?? null;
}

/** The ids of firms with a word of a name that begins as typed, however it is spelt: a query. */
export const firmsBeginning = (typed: string) =>
	db
		.select({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(or(eq(companyTerms.term, ''), ...typedTerms(typed).map((word) => startsWith(companyTerms.term, word))));

/** True while no firm at all is registered: the list then teaches instead of saying "no hits". */
export async function hasCompanies(viewer: Viewer): Promise<boolean> {
	const some = await db.select({ id: companies.id }).from(companies).where(within(viewer, 'companies')).limit(1);
	return some.length > 0;
}

/** Sites of several firms that are in use, for pickers: where a firm has more than one, the talk can name which. */
export const placesOf = (viewer: Viewer, companyIds: readonly string[]) =>
	db
		.select({ id: sites.id, companyId: sites.companyId, name: sites.name, address: sites.address, postalCode: sites.postalCode, city: sites.city })
		.from(sites)
		.where(and(inArray(sites.companyId, [...companyIds]), isNull(sites.ceasedOn), within(viewer, 'sites')))
		.orderBy(desc(sites.isMain), asc(sites.id))
		.limit(300);

/** Living firms by id with the district's name, in no particular order. */
export const companiesByIds = (viewer: Viewer, ids: readonly string[]) =>
	db
		.select({
			id: companies.id,
			name: companies.name,
			alternativeNames: companies.alternativeNames,
			cvr: companies.cvr,
			statusGroup: companies.statusGroup,
			districtName: districts.name,
		})
		.from(companies)
		.leftJoin(districts, eq(districts.id, companies.districtId))
		.where(and(inArray(companies.id, [...ids]), within(viewer, 'companies')));
