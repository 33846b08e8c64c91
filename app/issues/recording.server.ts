import { and, eq, inArray } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import type { TalkBehind, Touched } from '#app/harvest/harvest.ts';
import { assertDistinct } from '#app/http/distinct-rows.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import type { Db } from '#db/client.server.ts';
import { dialogueIssues, dialogues, issues, topics } from '#db/schema/index.ts';
import type { IssueRow } from './issue.ts';
import { issueReadable } from './rights.server.ts';

/**
 * Brings the matters of a talk to what its form says: known ones that came up are linked, those that did not are let go, new
 * ones begin with the talk and are read by those who read its note. Links the form does not speak of stay. A matter let go by
 * the very talk that raised it, and named in no other, is put away.
 * Answers those raised, linked and let go, for the talk's line in the audit chain.
 */
export async function nameIssues(tx: Db, viewer: Viewer, talk: TalkBehind, rows: readonly IssueRow[]): Promise<Touched[]> {
	if (rows.length > 0 && !can(viewer, 'record', 'issue')) throw forbidden();
	assertDistinct(rows);
	// Who may read the talk's note may have changed with it.
	for (const { id } of await tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, talk.id)))
		await refreshFindable(tx, { kind: 'issue', id });
	const touched: Touched[] = [];
	if (rows.length === 0) return touched;
	const known = await knownAmong(
		tx,
		viewer,
		rows.map(({ id }) => id),
	);
	for (const row of rows) {
		if (
			await settleRow(
				tx,
				viewer,
				talk,
				row,
				known.find(({ id }) => id === row.id),
			)
		)
			touched.push({ kind: 'issue', id: row.id });
		await refreshFindable(tx, { kind: 'issue', id: row.id });
	}
	return touched;
}

/** Answers whether it changed what the talk names. */
async function settleRow(tx: Db, viewer: Viewer, talk: TalkBehind, row: IssueRow, issue: KnownIssue | undefined): Promise<boolean> {
	if (!issue && !row.title) throw badRequest();
	if (!issue) return raise(tx, viewer, talk, row.title ?? '', row);
	return row.isNamed || row.title ? link(tx, talk.id, issue.id) : letGo(tx, viewer, talk.id, issue);
}

interface KnownIssue {
	id: string;
	raisedInId: string | null;
}

/** The matters among these ids, new ones aside. One that is there but not the viewer's to read is no id a form of theirs could send. */
async function knownAmong(tx: Db, viewer: Viewer, ids: readonly string[]) {
	const there = await tx
		.select({ id: issues.id, raisedInId: issues.raisedInId })
		.from(issues)
		.where(inArray(issues.id, [...ids]));
	const readable = await tx
		.select({ id: issues.id })
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.where(and(inArray(issues.id, [...ids]), within(viewer, 'issues', { archived: true }), issueReadable(viewer)));
	if (readable.length < there.length) throw badRequest();
	return there;
}

const link = async (tx: Db, dialogueId: string, issueId: string): Promise<boolean> =>
	(await tx.insert(dialogueIssues).values({ dialogueId, issueId }).onConflictDoNothing().returning({ id: dialogueIssues.issueId })).length > 0;

async function raise(tx: Db, viewer: Viewer, talk: TalkBehind, title: string, { id, topicId }: IssueRow) {
	if (topicId) {
		const [topic] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, topicId));
		if (!topic) throw badRequest();
	}
	const now = new Date();
	const { subjects } = talk;
	await tx.insert(issues).values({
		id,
		title,
		topicId,
		companyId: subjects.find(({ thenCompanyId }) => thenCompanyId)?.thenCompanyId ?? null,
		landownerId: subjects.find(({ landownerId }) => landownerId)?.landownerId ?? null,
		districtId: subjects.find(({ thenDistrictId }) => thenDistrictId)?.thenDistrictId ?? null,
		openedOn: talk.heldOn,
		raisedInId: talk.id,
		ownerId: viewer.id,
		unitId: talk.unitId,
		createdAt: now,
		updatedAt: now,
	});
	return link(tx, talk.id, id);
}

async function letGo(tx: Db, viewer: Viewer, dialogueId: string, issue: KnownIssue): Promise<boolean> {
	const gone = await tx
		.delete(dialogueIssues)
		.where(and(eq(dialogueIssues.dialogueId, dialogueId), eq(dialogueIssues.issueId, issue.id)))
		.returning({ id: dialogueIssues.issueId });
	if (gone.length === 0 || issue.raisedInId !== dialogueId) return gone.length > 0;
	const others = await tx.select({ id: dialogueIssues.dialogueId }).from(dialogueIssues).where(eq(dialogueIssues.issueId, issue.id)).limit(1);
	if (others.length > 0) return true;
	await tx.update(issues).set({ archivedAt: new Date() }).where(eq(issues.id, issue.id));
	await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: 'issue.archived', subject: { kind: 'issue', id: issue.id } });
	return true;
}
