import { inArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	companyResponsibles,
	contactRoles,
	dialogueSubjects,
	followUps,
	issues,
	landowners,
	properties,
	siteDistricts,
	sites,
	skillNeeds,
} from '#db/schema/index.ts';

// Where people's own work hangs on a record, so that an import taken back does not take it along. Every table that
// refers to one stands here: what is not seen would stop the undoing half-way.

const OF_FIRMS = [
	dialogueSubjects.companyId,
	dialogueSubjects.thenCompanyId,
	followUps.companyId,
	landowners.companyId,
	contactRoles.companyId,
	companyResponsibles.companyId,
	companyCommitments.companyId,
	skillNeeds.companyId,
	issues.companyId,
];
const OF_SITES = [dialogueSubjects.siteId, followUps.siteId, contactRoles.siteId, skillNeeds.siteId];
const OF_DISTRICTS = [
	companies.districtId,
	sites.districtId,
	siteDistricts.districtId,
	dialogueSubjects.districtId,
	dialogueSubjects.thenDistrictId,
	issues.districtId,
	properties.districtId,
];

/** Those of these firms that a talk, a person, a need or anything else of people's names. */
export const hangingCompanies = (tx: Db, ids: readonly string[]): Promise<Set<string>> => named(tx, OF_FIRMS, ids);

/** Those of these sites that people's work names. */
export const hangingSites = (tx: Db, ids: readonly string[]): Promise<Set<string>> => named(tx, OF_SITES, ids);

/** Those of these districts that a firm, a site, its history or people's work still names. */
export const hangingDistricts = (tx: Db, ids: readonly string[]): Promise<Set<string>> => named(tx, OF_DISTRICTS, ids);

async function named(tx: Db, columns: readonly SQLiteColumn[], ids: readonly string[]): Promise<Set<string>> {
	const used = new Set<string>();
	for (const column of ids.length > 0 ? columns : []) {
		for (const { one } of await tx
			.selectDistinct({ one: column })
			.from(column.table)
			.where(inArray(column, [...ids])))
			if (typeof one === 'string') used.add(one);
	}
	return used;
}
