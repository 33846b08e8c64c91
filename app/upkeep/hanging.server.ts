import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { stanceReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { Db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	consents,
	contactRoles,
	dialogueContacts,
	dialogueSubjects,
	dialogues,
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

/**
 * How much of each hangs on a record, taken-back talks included since they can come back; what there is none of is left out.
 * `seen`: of each, only what fulfils this besides (`seenBy`).
 */
export async function hangingOn(tx: Db, kind: PlainKind, id: string, seen: Seen = {}): Promise<Line[]> {
	const questions = QUESTIONS[kind](tx, id);
	const found: Line[] = [];
	for (const what of HANGING) {
		const rows = await questions[what]?.(seen[what]);
		if (rows && rows.length > 0) found.push({ what, count: rows.length });
	}
	return found;
}

type Seen = Partial<Record<Hanging, SQL | undefined>>;

/** What of it this viewer meets in lists and timelines: nothing taken back, put away or retracted, no other unit's positions. */
export const seenBy = (viewer: Viewer): Seen => ({
	talks: within(viewer, 'dialogues'),
	followUps: within(viewer, 'followUps'),
	needs: within(viewer, 'skillNeeds'),
	stances: and(isNull(stances.retractedAt), stanceReadable(viewer)),
});

/** Asks for ids, at most one more than the cap. */
type Questions = Partial<Record<Hanging, (seen: SQL | undefined) => Promise<unknown[]>>>;

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
		roles: entries(tx, contactRoles, or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, sitesOf(tx, id)))),
		commitments: entries(tx, companyCommitments, eq(companyCommitments.companyId, id)),
	}),
	site: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.siteId, id)),
		followUps: rows(tx, followUps, eq(followUps.siteId, id)),
		needs: rows(tx, skillNeeds, eq(skillNeeds.siteId, id)),
		roles: entries(tx, contactRoles, eq(contactRoles.siteId, id)),
	}),
	landowner: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.landownerId, id)),
		followUps: rows(tx, followUps, eq(followUps.landownerId, id)),
		stances: rows(tx, stances, eq(stances.landownerId, id)),
		issues: rows(tx, issues, eq(issues.landownerId, id)),
		ownerships: entries(tx, ownerships, eq(ownerships.landownerId, id)),
		roles: entries(tx, contactRoles, eq(contactRoles.landownerId, id)),
	}),
	property: (tx, id) => ({
		talks: talks(tx, eq(dialogueSubjects.propertyId, id)),
		stances: rows(tx, stances, eq(stances.propertyId, id)),
		ownerships: entries(tx, ownerships, eq(ownerships.propertyId, id)),
		roles: entries(tx, contactRoles, eq(contactRoles.propertyId, id)),
	}),
	contact: (tx, id) => ({
		talks: async (seen) =>
			tx
				.select({ id: dialogueContacts.dialogueId })
				.from(dialogueContacts)
				.innerJoin(dialogues, eq(dialogues.id, dialogueContacts.dialogueId))
				.where(and(eq(dialogueContacts.contactId, id), seen))
				.limit(COUNT_CAP + 1),
		followUps: rows(tx, followUps, eq(followUps.contactId, id)),
		roles: entries(tx, contactRoles, eq(contactRoles.contactId, id)),
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

const talks = (tx: Db, which: SQL | undefined) => async (seen: SQL | undefined) =>
	tx
		.selectDistinct({ id: dialogueSubjects.dialogueId })
		.from(dialogueSubjects)
		.innerJoin(dialogues, eq(dialogues.id, dialogueSubjects.dialogueId))
		.where(and(which, seen))
		.limit(COUNT_CAP + 1);

type Counted =
	| typeof followUps
	| typeof skillNeeds
	| typeof issues
	| typeof landowners
	| typeof sites
	| typeof stances
	| typeof consents
	| typeof companies
	| typeof properties;

const rows = (tx: Db, table: Counted, which: SQL | undefined) => async (seen: SQL | undefined) =>
	tx
		.select({ id: table.id })
		.from(table)
		.where(and(which, seen))
		.limit(COUNT_CAP + 1);

/** The same of entries that can be removed by themselves: one removed hangs no more. */
const entries = (tx: Db, table: typeof contactRoles | typeof companyCommitments | typeof ownerships, which: SQL | undefined) => async () =>
	tx
		.select({ id: table.id })
		.from(table)
		.where(and(which, isNull(table.archivedAt)))
		.limit(COUNT_CAP + 1);
