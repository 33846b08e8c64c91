import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { HarvestScope } from '#app/harvest/harvest.ts';
import { notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, districts, landowners, sites, skillNeeds, skills, units } from '#db/schema/index.ts';
import { ascNullsLast, countTo, visibleWhen } from '#db/sql.server.ts';
import type { Certainty, NeedState } from '#db/vocabulary.ts';
import { readably, wordingReadable } from './rights.server.ts';

/** A need in a list; every work role reads all of it but the wording. */
export interface NeedLine {
	id: string;
	/** The firm's own words, or what stands for them where these are closed to the viewer. */
	wording: string;
	isClosed: boolean;
	skill: { id: string; nameDa: string; nameEn: string; groupKey: string } | null;
	level: number | null;
	people: number | null;
	byOn: string | null;
	certainty: Certainty;
	state: NeedState;
	company: { id: string; name: string };
	site: { id: string; name: string; address: string | null; postalCode: string | null; city: string | null } | null;
	districtName: string | null;
	/** The talk it was named in; null when that was taken away. */
	dialogueId: string | null;
}

const LINE = {
	id: skillNeeds.id,
	version: skillNeeds.version,
	skill: { id: skills.id, nameDa: skills.nameDa, nameEn: skills.nameEn, groupKey: skills.groupKey },
	level: skillNeeds.level,
	people: skillNeeds.people,
	byOn: skillNeeds.byOn,
	certainty: skillNeeds.certainty,
	state: skillNeeds.state,
	company: { id: companies.id, name: companies.name },
	site: { id: sites.id, name: sites.name, address: sites.address, postalCode: sites.postalCode, city: sites.city },
	districtName: districts.name,
	dialogueId: skillNeeds.dialogueId,
	unitName: units.name,
};

export const lines = (viewer: Viewer) =>
	db
		.select({ ...LINE, wording: visibleWhen(wordingReadable(viewer), skillNeeds.wording) })
		.from(skillNeeds)
		.innerJoin(companies, eq(companies.id, skillNeeds.companyId))
		.innerJoin(units, eq(units.id, skillNeeds.unitId))
		.leftJoin(sites, eq(sites.id, skillNeeds.siteId))
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.leftJoin(districts, or(eq(districts.id, sites.districtId), and(isNull(skillNeeds.siteId), eq(districts.id, companies.districtId))));

/** What firms lack there: open needs, the nearest day first, undated last; of one talk all of them. At most `limit`. */
export async function needsOf(viewer: Viewer, scope: HarvestScope, { limit = 50 } = {}): Promise<NeedLine[]> {
	const which = scopeOf(scope);
	if (!which) return [];
	const found = await lines(viewer)
		.where(and(within(viewer, 'skillNeeds'), which, 'dialogueId' in scope ? undefined : eq(skillNeeds.state, 'open')))
		.orderBy(ascNullsLast(skillNeeds.byOn), asc(skillNeeds.id))
		.limit(limit);
	return found.map(readably);
}

/** Open needs of firms and sites in a district; at most one more than `cap`. */
export const openNeedsIn = (viewer: Viewer, districtId: string, cap: number): Promise<number> =>
	countTo(
		db
			.select({ id: skillNeeds.id })
			.from(skillNeeds)
			.innerJoin(companies, eq(companies.id, skillNeeds.companyId))
			.leftJoin(sites, eq(sites.id, skillNeeds.siteId))
			.where(
				and(
					within(viewer, 'skillNeeds'),
					eq(skillNeeds.state, 'open'),
					// Its firms first: those with a place there, instead of every open need there is.
					inArray(skillNeeds.companyId, firmsOf(districtId)),
					or(eq(sites.districtId, districtId), and(isNull(skillNeeds.siteId), eq(companies.districtId, districtId))),
				),
			),
		cap,
	);

/** Firms that are led in a district, or have a site in it. */
const firmsOf = (districtId: string) =>
	db
		.select({ id: sites.companyId })
		.from(sites)
		.where(eq(sites.districtId, districtId))
		.union(db.select({ id: companies.id }).from(companies).where(eq(companies.districtId, districtId)));

function scopeOf(scope: HarvestScope): SQL | undefined {
	if ('companyId' in scope) return eq(skillNeeds.companyId, scope.companyId);
	if ('siteId' in scope) return eq(skillNeeds.siteId, scope.siteId);
	if ('dialogueId' in scope) return eq(skillNeeds.dialogueId, scope.dialogueId);
	if ('districtId' in scope) return eq(districts.id, scope.districtId);
	if ('landownerId' in scope)
		return eq(skillNeeds.companyId, db.select({ id: landowners.companyId }).from(landowners).where(eq(landowners.id, scope.landownerId)));
	// Land lacks no skills.
	return undefined;
}

/** One need, to be edited by who may read all of it. 404 for one that is not there. */
export async function needFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [need] = await lines(viewer).where(and(eq(skillNeeds.id, id), within(viewer, 'skillNeeds'), wordingReadable(viewer)));
	if (!need) throw notFound();
	return readably(need);
}
