import { eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	consents,
	contactRoles,
	dialogueContacts,
	dialogueSubjects,
	followUps,
	issues,
	landowners,
	ownerships,
	properties,
	siteDistricts,
	sites,
	skillNeeds,
	stances,
} from '#db/schema/index.ts';
import { COUNT_CAP, HANGING, type Hanging } from './hanging.ts';
import type { PlainKind } from './records.server.ts';

type Line = { what: Hanging; count: number };

/** With one of these the record stays for good: it is put away, never thrown away. The rest goes with it. */
const KEEPING: readonly Hanging[] = ['talks', 'followUps', 'needs', 'stances', 'issues', 'ownerRole', 'companies', 'properties', 'formerSites'];

/** True when what hangs there keeps the record from being thrown away and erased. */
export const isKept = (hanging: readonly Line[]): boolean => hanging.some(({ what }) => KEEPING.includes(what));

/** How much of each hangs on a record, taken-back talks included since they can come back; what there is none of is left out. */
export async function hangingOn(tx: Db, kind: PlainKind, id: string): Promise<Line[]> {
	const questions = QUESTIONS[kind](tx, id);
	const found: Line[] = [];
	for (const what of HANGING) {
		const rows = await questions[what]?.();
		if (rows && rows.length > 0) found.push({ what, count: rows.length });
	}
	return found;
}

/** Asks for ids, at most one more than the cap. */
type Questions = Partial<Record<Hanging, () => Promise<unknown[]>>>;

const QUESTIONS: Record<PlainKind, (tx: Db, id: string) => Questions> = {
	company: (tx, id) => ({
		talks: talks(
			tx,
			or(eq(dialogueSubjects.thenCompanyId, id), eq(dialogueSubjects.companyId, id), inArray(dialogueSubjects.siteId, sitesOf(tx, id))),
		),
		followUps: rows(tx, followUps, or(eq(followUps.companyId, id), inArray(followUps.siteId, sitesOf(tx, id)))),
		needs: rows(tx, skillNeeds, or(eq(skillNeeds.companyId, id), inArray(skillNeeds.siteId, sitesOf(tx, id)))),
		issues: rows(tx, issues, eq(issues.companyId, id)),
		ownerRole: rows(tx, landowners, eq(landowners.companyId, id)),
		sites: rows(tx, sites, eq(sites.companyId, id)),
		roles: rows(tx, contactRoles, or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, sitesOf(tx, id)))),
		commitments: rows(tx, companyCommitments, eq(companyCommitments.companyId, id)),
	}),
	site: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.siteId, id)),
		followUps: rows(tx, followUps, eq(followUps.siteId, id)),
		needs: rows(tx, skillNeeds, eq(skillNeeds.siteId, id)),
		roles: rows(tx, contactRoles, eq(contactRoles.siteId, id)),
	}),
	landowner: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.landownerId, id)),
		followUps: rows(tx, followUps, eq(followUps.landownerId, id)),
		stances: rows(tx, stances, eq(stances.landownerId, id)),
		issues: rows(tx, issues, eq(issues.landownerId, id)),
		ownerships: rows(tx, ownerships, eq(ownerships.landownerId, id)),
		roles: rows(tx, contactRoles, eq(contactRoles.landownerId, id)),
	}),
	property: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.propertyId, id)),
		stances: rows(tx, stances, eq(stances.propertyId, id)),
		ownerships: rows(tx, ownerships, eq(ownerships.propertyId, id)),
		roles: rows(tx, contactRoles, eq(contactRoles.propertyId, id)),
	}),
	contact: (tx, id) => ({
		talks: async () =>
			tx
				.select({ id: dialogueContacts.dialogueId })
				.from(dialogueContacts)
				.where(eq(dialogueContacts.contactId, id))
				.limit(COUNT_CAP + 1),
		followUps: rows(tx, followUps, eq(followUps.contactId, id)),
		roles: rows(tx, contactRoles, eq(contactRoles.contactId, id)),
		consents: rows(tx, consents, eq(consents.contactId, id)),
	}),
	district: (tx, id) => ({
		talks: talks(tx, or(eq(dialogueSubjects.thenDistrictId, id), eq(dialogueSubjects.districtId, id))),
		issues: rows(tx, issues, eq(issues.districtId, id)),
		companies: rows(tx, companies, eq(companies.districtId, id)),
		properties: rows(tx, properties, eq(properties.districtId, id)),
		// Every site that is or was counted here has a dated line.
		formerSites: async () =>
			tx
				.selectDistinct({ id: siteDistricts.siteId })
				.from(siteDistricts)
				.where(eq(siteDistricts.districtId, id))
				.limit(COUNT_CAP + 1),
	}),
};

const sitesOf = (tx: Db, companyId: string) => tx.select({ id: sites.id }).from(sites).where(eq(sites.companyId, companyId));

const talks = (tx: Db, which: SQL | undefined) => async () =>
	tx
		.selectDistinct({ id: dialogueSubjects.dialogueId })
		.from(dialogueSubjects)
		.where(which)
		.limit(COUNT_CAP + 1);

type Counted =
	| typeof followUps
	| typeof skillNeeds
	| typeof issues
	| typeof landowners
	| typeof sites
	| typeof contactRoles
	| typeof companyCommitments
	| typeof stances
	| typeof ownerships
	| typeof consents
	| typeof companies
	| typeof properties;

const rows = (tx: Db, table: Counted, which: SQL | undefined) => async () =>
	tx
		.select({ id: table.id })
		.from(table)
		.where(which)
		.limit(COUNT_CAP + 1);
