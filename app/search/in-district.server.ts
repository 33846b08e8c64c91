import { and, eq, inArray, isNull, or, type SQLWrapper } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { db } from '#db/client.server.ts';
import type { Wanted } from '#db/full-text.server.ts';
import {
	attachments,
	contactRoles,
	districts,
	followUps,
	issues,
	ownerships,
	properties,
	sites,
	skillNeeds,
	timelineEntries,
} from '#db/schema/index.ts';
import type { EntryKind } from '#db/vocabulary.ts';
import type { Question } from './question.ts';

type SearchedDistrict = NonNullable<Question['district']>;

/** The district an address names; null for none, and for one that is not there. */
export async function searchedDistrict(viewer: Viewer, slug: string | null): Promise<SearchedDistrict | null> {
	if (!slug) return null;
	const [found] = await db
		.select({ id: districts.id, no: districts.no })
		.from(districts)
		.where(and(eq(districts.slug, slug.slice(0, 100).replaceAll('\0', '')), within(viewer, 'districts')));
	return found ?? null;
}

/**
 * What narrows a search to a district. Firms, sites, properties and the district itself lie there in the index; of the
 * others, which lie nowhere, the records that concern it: owners by their land, people by where they work, texts by
 * the firm, the owner or the talk.
 */
export function inDistrict(kind: EntryKind, { id, no }: SearchedDistrict): Pick<Wanted, 'districtNo' | 'records'> {
	const firms = db
		.select({ id: sites.companyId })
		.from(sites)
		.where(and(eq(sites.districtId, id), isNull(sites.archivedAt)));
	const owners = db
		.select({ id: ownerships.landownerId })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(properties.districtId, id), isNull(properties.archivedAt), ownedOn()));
	const talks = db
		.select({ id: timelineEntries.recordId })
		.from(timelineEntries)
		.where(and(eq(timelineEntries.scopeKind, 'district'), eq(timelineEntries.scopeId, id)));
	const records: Partial<Record<EntryKind, () => SQLWrapper>> = {
		landowner: () => owners,
		contact: () => {
			const there = db
				.select({ id: sites.id })
				.from(sites)
				.where(and(eq(sites.districtId, id), isNull(sites.archivedAt)));
			return db
				.select({ id: contactRoles.contactId })
				.from(contactRoles)
				.where(
					and(
						isNull(contactRoles.archivedAt),
						or(inArray(contactRoles.companyId, firms), inArray(contactRoles.siteId, there), inArray(contactRoles.landownerId, owners)),
					),
				);
		},
		dialogue: () => talks,
		need: () => db.select({ id: skillNeeds.id }).from(skillNeeds).where(inArray(skillNeeds.companyId, firms)),
		issue: () =>
			db
				.select({ id: issues.id })
				.from(issues)
				.where(or(eq(issues.districtId, id), inArray(issues.companyId, firms), inArray(issues.landownerId, owners))),
		followUp: () =>
			db
				.select({ id: followUps.id })
				.from(followUps)
				.where(or(inArray(followUps.companyId, firms), inArray(followUps.landownerId, owners), inArray(followUps.dialogueId, talks))),
		attachment: () => db.select({ id: attachments.id }).from(attachments).where(inArray(attachments.dialogueId, talks)),
	};
	const those = records[kind];
	return those ? { records: those() } : { districtNo: no };
}
