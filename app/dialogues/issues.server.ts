import { and, eq, inArray } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import type { Db } from '#db/client.server.ts';
import { dialogueIssues, dialogues, issues, topics } from '#db/schema/index.ts';
import type { TalkBehind } from './dialogue.ts';
import { issueReadable } from './issue-rights.server.ts';
import type { IssueRow } from './issues.ts';

/**
 * Brings the matters of a talk to what its form says: known ones that came up are linked, those that did not are let go, new
 * ones begin with the talk and are read by those who read its note. Links the form does not speak of stay. A matter let go by
 * the very talk that raised it, and named in no other, is put away.
 */
export async function nameIssues(tx: Db, viewer: Viewer, talk: TalkBehind, rows: readonly IssueRow[]): Promise<void> {
	if (rows.length > 0 && !can(viewer, 'record', 'issue')) throw forbidden();
	// Who may read the talk's note may have changed with it.
	for (const { id } of await tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, talk.id)))
		await refreshFindable(tx, { kind: 'issue', id });
	if (rows.length === 0) return;
	const known = await tx
		.select({ id: issues.id, raisedInId: issues.raisedInId })
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.where(
			and(
				inArray(
					issues.id,
					rows.map(({ id }) => id),
				),
				within(viewer, 'issues', { archived: true }),
				issueReadable(viewer),
			),
		);
	for (const row of rows) {
		const issue = known.find(({ id }) => id === row.id);
		if (!issue) {
			if (!row.title) throw badRequest();
			await raise(tx, viewer, talk, row.title, row);
		} else if (row.isNamed || row.title) await link(tx, talk.id, issue.id);
		else await letGo(tx, viewer, talk.id, issue);
		await refreshFindable(tx, { kind: 'issue', id: row.id });
	}
}

const link = (tx: Db, dialogueId: string, issueId: string) => tx.insert(dialogueIssues).values({ dialogueId, issueId }).onConflictDoNothing();

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
	await link(tx, talk.id, id);
}

async function letGo(tx: Db, viewer: Viewer, dialogueId: string, issue: { id: string; raisedInId: string | null }) {
	const gone = await tx
		.delete(dialogueIssues)
		.where(and(eq(dialogueIssues.dialogueId, dialogueId), eq(dialogueIssues.issueId, issue.id)))
		.returning({ id: dialogueIssues.issueId });
	if (gone.length === 0 || issue.raisedInId !== dialogueId) return;
	const others = await tx.select({ id: dialogueIssues.dialogueId }).from(dialogueIssues).where(eq(dialogueIssues.issueId, issue.id)).limit(1);
	if (others.length > 0) return;
	await tx.update(issues).set({ archivedAt: new Date() }).where(eq(issues.id, issue.id));
	await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: 'archive', subject: { kind: 'issue', id: issue.id } });
}
