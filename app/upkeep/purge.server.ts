import { and, asc, eq, exists, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import {
	activity,
	activitySubjects,
	activityValues,
	companies,
	companyCommitments,
	companyResponsibles,
	contactRoles,
	contacts,
	dialogueIssues,
	dialogues,
	districts,
	drafts,
	favourites,
	followUps,
	issues,
	landownerResponsibles,
	landowners,
	ownerships,
	properties,
	recentRecords,
	siteDistricts,
	sites,
	skillNeeds,
	stances,
	timelineEntries,
	trash,
} from '#db/schema/index.ts';
import type { EntryKind, RecordKind } from '#db/vocabulary.ts';
import { hangingOn, isKept } from './hanging.server.ts';
import { KEPT_MS } from './trash.server.ts';

/** Records looked at in one transaction. */
const BATCH = 25;

type Due = { kind: RecordKind; recordId: string };

/**
 * Erases what was thrown away more than thirty days ago, with its parts and the values its history kept. What something
 * hangs on stays, archived. Answers how many records were erased and how many were kept; one line of the audit chain says so.
 */
export async function purgeTrash(now: Date = new Date()): Promise<{ erased: number; kept: number }> {
	const before = new Date(now.getTime() - KEPT_MS);
	const erased: Due[] = [];
	let kept = 0;
	for (let place: string | null = ''; place !== null; ) {
		const batch: Due[] = await db
			.select({ kind: trash.kind, recordId: trash.recordId })
			.from(trash)
			.where(and(lt(trash.trashedAt, before), gt(trash.recordId, place || NIL)))
			.orderBy(asc(trash.recordId))
			.limit(BATCH);
		if (batch.length > 0) {
			const gone = await write((tx) => eraseAll(tx, batch, before));
			erased.push(...gone);
			kept += batch.length - gone.length;
		}
		place = batch.length === BATCH ? (batch.at(-1)?.recordId ?? null) : null;
	}
	return { erased: erased.length, kept };
}

const NIL = '00000000-0000-0000-0000-000000000000';

async function eraseAll(tx: Db, batch: readonly Due[], before: Date): Promise<Due[]> {
	const gone: Due[] = [];
	for (const due of batch) {
		// Fetched back since it was listed: it stays.
		const still = await tx
			.select({ at: trash.trashedAt })
			.from(trash)
			.where(and(eq(trash.kind, due.kind), eq(trash.recordId, due.recordId), lt(trash.trashedAt, before)));
		if (still.length === 0 || !(await erase(tx, due))) continue;
		await forget(tx, due);
		gone.push(due);
	}
	if (gone.length === 0) return gone;
	await recordActivity(tx, SYSTEM, {
		verb: 'trash.purged',
		subject: { kind: 'trash', id: newId() },
		also: gone.map(({ kind, recordId }) => ({ kind, id: recordId })),
		changes: { erased: [null, gone.length], kept: [null, batch.length - gone.length] },
	});
	return gone;
}

/** Deletes the record's row and its parts; false when something hangs on it. */
async function erase(tx: Db, { kind, recordId: id }: Due): Promise<boolean> {
	if (kind === 'dialogue') return eraseTalk(tx, id);
	if (isKept(await hangingOn(tx, kind, id))) return false;
	switch (kind) {
		case 'company':
			return eraseFirm(tx, id);
		case 'site':
			return eraseSite(tx, id);
		case 'landowner':
			await tx.delete(contactRoles).where(eq(contactRoles.landownerId, id));
			await tx.delete(ownerships).where(eq(ownerships.landownerId, id));
			await tx.delete(landownerResponsibles).where(eq(landownerResponsibles.landownerId, id));
			await tx.delete(landowners).where(eq(landowners.id, id));
			return true;
		case 'property':
			await tx.update(contactRoles).set({ propertyId: null }).where(eq(contactRoles.propertyId, id));
			await tx.delete(ownerships).where(eq(ownerships.propertyId, id));
			await tx.delete(properties).where(eq(properties.id, id));
			return true;
		case 'contact':
			await tx.delete(contactRoles).where(eq(contactRoles.contactId, id));
			await tx.delete(contacts).where(eq(contacts.id, id));
			return true;
		case 'district':
			await tx.delete(districts).where(eq(districts.id, id));
			return true;
	}
}

async function eraseFirm(tx: Db, id: string): Promise<boolean> {
	const own = await tx.select({ id: sites.id, districtId: sites.districtId }).from(sites).where(eq(sites.companyId, id));
	const siteIds = own.map((site) => site.id);
	await tx.delete(contactRoles).where(or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, siteIds)));
	await tx.delete(companyResponsibles).where(eq(companyResponsibles.companyId, id));
	await tx.delete(companyCommitments).where(eq(companyCommitments.companyId, id));
	await tx.delete(siteDistricts).where(inArray(siteDistricts.siteId, siteIds));
	await tx.delete(sites).where(eq(sites.companyId, id));
	await tx.delete(companies).where(eq(companies.id, id));
	await recountDistricts(
		tx,
		own.map(({ districtId }) => districtId),
	);
	for (const siteId of siteIds) await forget(tx, { kind: 'site', recordId: siteId });
	return true;
}

async function eraseSite(tx: Db, id: string): Promise<boolean> {
	const [site] = await tx.select({ companyId: sites.companyId, districtId: sites.districtId }).from(sites).where(eq(sites.id, id));
	await tx.delete(contactRoles).where(eq(contactRoles.siteId, id));
	await tx.delete(siteDistricts).where(eq(siteDistricts.siteId, id));
	await tx.delete(sites).where(eq(sites.id, id));
	if (site) await refreshCompany(tx, site.companyId, [site.districtId]);
	return true;
}

/** A talk taken back, with what it brought about; one that raised an issue which other talks go on with stays. */
async function eraseTalk(tx: Db, id: string): Promise<boolean> {
	const elsewhere = tx
		.select({ id: dialogueIssues.issueId })
		.from(dialogueIssues)
		.where(and(eq(dialogueIssues.issueId, issues.id), ne(dialogueIssues.dialogueId, id)));
	const living = await tx
		.select({ id: issues.id })
		.from(issues)
		.where(and(eq(issues.raisedInId, id), or(isNull(issues.archivedAt), exists(elsewhere))))
		.limit(1);
	if (living.length > 0) return false;
	const parts = await partsOf(tx, id);
	const raised = tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, id));
	await tx.delete(dialogueIssues).where(or(eq(dialogueIssues.dialogueId, id), inArray(dialogueIssues.issueId, raised)));
	await tx.delete(issues).where(eq(issues.raisedInId, id));
	await tx.delete(stances).where(eq(stances.dialogueId, id));
	await tx.delete(skillNeeds).where(eq(skillNeeds.dialogueId, id));
	await tx.delete(followUps).where(eq(followUps.dialogueId, id));
	await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, id));
	await tx.delete(dialogues).where(eq(dialogues.id, id));
	await tx.delete(drafts).where(and(eq(drafts.form, 'dialogue'), eq(drafts.recordId, id)));
	for (const part of parts) await forgetWords(tx, part);
	return true;
}

/** What a talk brought about and search finds by itself, put away or not. */
async function partsOf(tx: Db, dialogueId: string): Promise<Array<{ kind: EntryKind; id: string }>> {
	const [agreed, lacked, raised] = [
		await tx.select({ id: followUps.id }).from(followUps).where(eq(followUps.dialogueId, dialogueId)),
		await tx.select({ id: skillNeeds.id }).from(skillNeeds).where(eq(skillNeeds.dialogueId, dialogueId)),
		await tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, dialogueId)),
	];
	const of = (kind: EntryKind, rows: Array<{ id: string }>) => rows.map(({ id }) => ({ kind, id }));
	return [...of('followUp', agreed), ...of('need', lacked), ...of('issue', raised)];
}

/** Stars, visits, search entries and the values in the audit chain go too; the chain itself keeps that something was done. */
async function forget(tx: Db, { kind, recordId }: Due): Promise<void> {
	await tx.delete(trash).where(and(eq(trash.kind, kind), eq(trash.recordId, recordId)));
	await tx.delete(favourites).where(and(eq(favourites.kind, kind), eq(favourites.recordId, recordId)));
	await tx.delete(recentRecords).where(and(eq(recentRecords.kind, kind), eq(recentRecords.recordId, recordId)));
	// What was done to a person's roles and answers stands under those.
	const ofPerson = tx
		.select({ seq: activity.seq })
		.from(activitySubjects)
		.innerJoin(activity, eq(activity.seq, activitySubjects.seq))
		.where(
			and(
				eq(activitySubjects.subjectKind, 'contact'),
				eq(activitySubjects.subjectId, recordId),
				inArray(activity.subjectKind, ['contactRole', 'consent']),
			),
		);
	if (kind === 'contact') await tx.delete(activityValues).where(inArray(activityValues.seq, ofPerson));
	await forgetWords(tx, { kind, id: recordId });
}

/** The words of an erased record in the search index and beside the audit chain. */
async function forgetWords(tx: Db, { kind, id }: { kind: EntryKind; id: string }): Promise<void> {
	const lines = tx
		.select({ seq: activity.seq })
		.from(activity)
		.where(and(eq(activity.subjectKind, kind), eq(activity.subjectId, id)));
	await tx.delete(activityValues).where(inArray(activityValues.seq, lines));
	await refreshFindable(tx, { kind, id });
}
