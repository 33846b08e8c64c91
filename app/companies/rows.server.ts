import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { firstPhoneKey } from '#app/contact-details/phones.server.ts';
import { districtAt, type Placed } from '#app/districts/placing.server.ts';
import { today } from '#app/i18n/format.ts';
import type { ColumnsOf } from '#app/record/field.ts';
import type { Db } from '#db/client.server.ts';
import { addressKey, nameKey, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, siteDistricts, sites } from '#db/schema/index.ts';
import type { COMPANY_FIELDS } from './fields.ts';
import { sizeClassOf, sizeRankOf } from './size.ts';

// The rows of firms and sites as every way in writes them: form, import, seed. Each helper takes the open
// transaction and writes no activity line; the caller ends with `refreshCompany`, once per firm touched.

/** Where the values come from and from which day they are; kept per field. */
export interface Origin {
	source: 'manual' | 'cvr' | 'file';
	on: string;
}

type CompanyRow = typeof companies.$inferSelect;
type SiteRow = typeof sites.$inferSelect;

/** What a way in may say about a firm; keys left out stay as they are, null empties. The rest is derived. */
export type CompanyFields = Partial<
	Pick<CompanyRow, ColumnsOf<typeof COMPANY_FIELDS> | 'statusGroup' | 'industryText' | 'industryScheme' | 'industryFrom' | 'sizeClass'>
>;

/** What a way in may say about a site. */
export type SiteFields = Partial<
	Pick<
		SiteRow,
		| 'pNumber'
		| 'name'
		| 'isMain'
		| 'address'
		| 'postalCode'
		| 'city'
		| 'lat'
		| 'lon'
		| 'industryCode'
		| 'industryText'
		| 'isProtected'
		| 'headcount'
		| 'sizeClass'
		| 'headcountOn'
		| 'headcountSource'
		| 'startedOn'
		| 'ceasedOn'
	>
>;

/** Which district a site is to have: by its point, or named by hand or by a file. Undefined keeps what is there. */
export type DistrictChoice = 'point' | { id: string | null; source: 'manual' | 'import' } | undefined;

type NewCompany = CompanyFields & { id: string; name: string };

/** Writes a new firm. Fails with a duplicate error (`isDuplicate`) when the id or the CVR number exists. */
export const insertCompany = (tx: Db, company: NewCompany, origin: Origin): Promise<void> => insertCompanies(tx, [company], origin);

/** The same for many firms, in one statement. */
export async function insertCompanies(tx: Db, news: readonly NewCompany[], origin: Origin): Promise<void> {
	if (news.length === 0) return;
	const now = new Date();
	await tx.insert(companies).values(
		news.map((company) => ({
			...company,
			sortName: sortName(company.name),
			nameKey: nameKey(company.name),
			phoneKey: firstPhoneKey(company.phone),
			division: divisionOf(company.industryCode),
			...sizeOf(company),
			provenance: provenanceOf({}, company, origin),
			createdAt: now,
			updatedAt: now,
		})),
	);
}

/**
 * Changes the given fields of a firm as it was read. False when somebody changed the row since (`before.version`
 * is not the row's any more); nothing is written then.
 */
export async function updateCompany(
	tx: Db,
	before: Pick<CompanyRow, 'id' | 'version' | 'provenance'>,
	fields: CompanyFields,
	origin: Origin,
): Promise<boolean> {
	const changed = await tx
		.update(companies)
		.set({
			...fields,
			...(fields.name !== undefined && { sortName: sortName(fields.name), nameKey: nameKey(fields.name) }),
			...(fields.phone !== undefined && { phoneKey: firstPhoneKey(fields.phone) }),
			...(fields.industryCode !== undefined && { division: divisionOf(fields.industryCode) }),
			...sizeOf(fields),
			provenance: provenanceOf(before.provenance, fields, origin),
			version: before.version + 1,
			updatedAt: new Date(),
		})
		.where(and(eq(companies.id, before.id), eq(companies.version, before.version)))
		.returning({ id: companies.id });
	return changed.length > 0;
}

type NewSite = SiteFields & { id: string; companyId: string; name: string };

/** Writes a new site with its district and the first line of its district history. A site marked main takes the mark from the others. */
export async function insertSite(tx: Db, site: NewSite, origin: Origin, choice: DistrictChoice = 'point'): Promise<{ districtId: string | null }> {
	const placed = await placing(site, choice, districtsOf(tx));
	if (site.isMain) await unmarkMain(tx, site.companyId, site.id);
	await insertSites(tx, [{ site, placed }], origin);
	return { districtId: placed.districtId };
}

/** Writes many new sites whose district is known, none of them taking the main mark from another. */
export async function insertSites(tx: Db, news: ReadonlyArray<{ site: NewSite; placed: Placing }>, origin: Origin): Promise<void> {
	if (news.length === 0) return;
	const now = new Date();
	await tx.insert(sites).values(
		news.map(({ site, placed }) => ({
			...site,
			addressKey: addressKey(site.address ?? null, site.postalCode ?? null),
			division: divisionOf(site.industryCode),
			...sizeOf(site),
			...placed,
			provenance: provenanceOf({}, site, origin),
			createdAt: now,
			updatedAt: now,
		})),
	);
	const fromOn = today();
	await tx
		.insert(siteDistricts)
		.values(news.map(({ site, placed }) => ({ id: newId(), siteId: site.id, districtId: placed.districtId, source: placed.districtSource, fromOn })));
}

/**
 * Changes the given fields of a site as it was read. The district follows a moved point unless it was set by hand
 * or by a file; every change of it is dated in `site_districts`. False when somebody changed the row since.
 */
export async function updateSite(
	tx: Db,
	before: SiteRow,
	fields: SiteFields,
	origin: Origin,
	choice?: DistrictChoice,
	district: DistrictOf = districtsOf(tx),
): Promise<boolean> {
	const after = { ...before, ...fields };
	const isMoved = after.lat !== before.lat || after.lon !== before.lon;
	const isFixed = before.districtSource === 'manual' || before.districtSource === 'import';
	const wanted = choice ?? (isMoved && !isFixed ? 'point' : undefined);
	const placed = wanted ? await placing(after, wanted, district) : null;
	if (fields.isMain) await unmarkMain(tx, before.companyId, before.id);
	const changed = await tx
		.update(sites)
		.set({
			...fields,
			addressKey: addressKey(after.address, after.postalCode),
			...(fields.industryCode !== undefined && { division: divisionOf(fields.industryCode) }),
			...sizeOf(fields),
			...placed,
			provenance: provenanceOf(before.provenance, fields, origin),
			version: before.version + 1,
			updatedAt: new Date(),
		})
		.where(and(eq(sites.id, before.id), eq(sites.version, before.version)))
		.returning({ id: sites.id });
	if (changed.length === 0) return false;
	if (placed && placed.districtId !== before.districtId) await dateDistricts(tx, [before.id], placed.districtId, placed.districtSource);
	return true;
}

/** Closes the open line of sites' district history and opens the next; two moves on one day leave one line. */
export async function dateDistricts(tx: Db, siteIds: readonly string[], districtId: string | null, source: SiteRow['districtSource']): Promise<void> {
	const day = today();
	const open = and(inArray(siteDistricts.siteId, [...siteIds]), isNull(siteDistricts.toOn));
	const moved = await tx
		.update(siteDistricts)
		.set({ districtId, source })
		.where(and(open, eq(siteDistricts.fromOn, day)))
		.returning({ siteId: siteDistricts.siteId });
	const again = new Set(moved.map(({ siteId }) => siteId));
	const rest = siteIds.filter((id) => !again.has(id));
	if (rest.length === 0) return;
	await tx
		.update(siteDistricts)
		.set({ toOn: day })
		.where(and(inArray(siteDistricts.siteId, rest), isNull(siteDistricts.toOn)));
	await tx.insert(siteDistricts).values(rest.map((siteId) => ({ id: newId(), siteId, districtId, source, fromOn: day })));
}

/** Two-digit division of an industry code of any length; null when it is shorter than that. */
export const divisionOf = (code: string | null | undefined): string | null => (code && /^\d{2}/.test(code) ? code.slice(0, 2) : null);

/** The columns of a site that tell its district. */
export type Placing = Pick<SiteRow, 'districtId' | 'districtSource' | 'isDistrictDoubtful'>;

/** The district whose outline holds a point; null = in none. */
export type DistrictOf = (lat: number, lon: number) => Promise<Placed | null> | Placed | null;
const districtsOf =
	(tx: Db): DistrictOf =>
	(lat, lon) =>
		districtAt(tx, lat, lon);

/** Where a site belongs: as chosen, or by its point. */
export async function placing(
	site: { lat?: number | null; lon?: number | null },
	choice: Exclude<DistrictChoice, undefined>,
	district: DistrictOf,
): Promise<Placing> {
	if (choice !== 'point') return { districtId: choice.id, districtSource: choice.source, isDistrictDoubtful: false };
	const found = site.lat != null && site.lon != null ? await district(site.lat, site.lon) : null;
	if (!found) return { districtId: null, districtSource: null, isDistrictDoubtful: false };
	return { districtId: found.districtId, districtSource: 'point', isDistrictDoubtful: found.isDoubtful };
}

/** Takes the main mark from the firm's other sites. */
export async function unmarkMain(tx: Db, companyId: string, exceptId: string) {
	await tx
		.update(sites)
		.set({ isMain: false })
		.where(and(eq(sites.companyId, companyId), ne(sites.id, exceptId), eq(sites.isMain, true)));
}

/** The exact figure decides the class; a class alone stands where the register publishes no more. */
function sizeOf({ headcount, sizeClass }: Pick<CompanyFields, 'headcount' | 'sizeClass'>) {
	if (headcount === undefined && sizeClass === undefined) return {};
	const known = typeof headcount === 'number' ? sizeClassOf(headcount) : (sizeClass ?? null);
	return { sizeClass: known, sizeRank: sizeRankOf(known) };
}

function provenanceOf(before: CompanyRow['provenance'], fields: object, origin: Origin): CompanyRow['provenance'] {
	const stamped = { ...before };
	for (const [field, value] of Object.entries(fields)) {
		if (field === 'id' || field === 'companyId' || value === undefined) continue;
		if (value === null) delete stamped[field];
		else stamped[field] = { source: origin.source, on: origin.on };
	}
	return stamped;
}
