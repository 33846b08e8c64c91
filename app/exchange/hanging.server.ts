import { inArray, or } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { companies, dialogueSubjects, followUps, landowners, siteDistricts, sites } from '#db/schema/index.ts';

// Where people's own work hangs on a record, so that an import taken back does not take it along.

/** Those of these firms that a talk or a follow-up names, or that own land. */
export async function hangingCompanies(tx: Db, ids: readonly string[]): Promise<Set<string>> {
	const wanted = [...ids];
	const talks = await tx
		.select({ one: dialogueSubjects.companyId, other: dialogueSubjects.thenCompanyId })
		.from(dialogueSubjects)
		.where(or(inArray(dialogueSubjects.companyId, wanted), inArray(dialogueSubjects.thenCompanyId, wanted)));
	const tasks = await tx.select({ one: followUps.companyId }).from(followUps).where(inArray(followUps.companyId, wanted));
	const roles = await tx.select({ one: landowners.companyId }).from(landowners).where(inArray(landowners.companyId, wanted));
	return present([...talks.flatMap(({ one, other }) => [one, other]), ...[...tasks, ...roles].map(({ one }) => one)]);
}

/** The sites of these firms that a talk names. */
export async function hangingSites(tx: Db, companyIds: readonly string[]): Promise<Set<string>> {
	const own = await tx
		.select({ id: sites.id })
		.from(sites)
		.where(inArray(sites.companyId, [...companyIds]));
	if (own.length === 0) return new Set();
	const ids = own.map(({ id }) => id);
	const talks = await tx.select({ one: dialogueSubjects.siteId }).from(dialogueSubjects).where(inArray(dialogueSubjects.siteId, ids));
	return present(talks.map(({ one }) => one));
}

/** Those of these districts that a firm, a site, its history or a talk still names. */
export async function hangingDistricts(tx: Db, ids: readonly string[]): Promise<Set<string>> {
	const wanted = [...ids];
	const used: Array<string | null> = [];
	for (const column of [
		companies.districtId,
		sites.districtId,
		siteDistricts.districtId,
		dialogueSubjects.districtId,
		dialogueSubjects.thenDistrictId,
	]) {
		for (const { one } of await tx.selectDistinct({ one: column }).from(column.table).where(inArray(column, wanted))) used.push(one);
	}
	return present(used);
}

const present = (ids: ReadonlyArray<string | null>) => new Set(ids.filter((id) => id !== null));
