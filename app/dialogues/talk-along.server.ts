import { and, eq, isNull, ne, notExists } from 'drizzle-orm';
import { type Ref, refsOf } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { attachments, dialogueIssues, followUps, issues, skillNeeds, stances } from '#db/schema/index.ts';

/**
 * What a talk brought about leaves with it when it is taken back, and comes back with it: open follow-ups, needs, issues no
 * other talk names, stances (retracted: they were never so). Each carries the talk's very moment, which is how it finds back.
 * Answers what search has to look at anew, files included.
 */
export async function takeAlong(tx: Db, dialogueId: string, { from, to }: { from: Date | null; to: Date | null }): Promise<Ref[]> {
	const updatedAt = new Date();
	const agreed = await tx
		.update(followUps)
		.set({ archivedAt: to, updatedAt })
		.where(
			and(
				eq(followUps.dialogueId, dialogueId),
				from === null ? and(isNull(followUps.archivedAt), eq(followUps.state, 'open')) : eq(followUps.archivedAt, from),
			),
		)
		.returning({ id: followUps.id });
	const needs = await tx
		.update(skillNeeds)
		.set({ archivedAt: to, updatedAt })
		.where(and(eq(skillNeeds.dialogueId, dialogueId), from === null ? isNull(skillNeeds.archivedAt) : eq(skillNeeds.archivedAt, from)))
		.returning({ id: skillNeeds.id });
	const elsewhere = tx
		.select({ id: dialogueIssues.issueId })
		.from(dialogueIssues)
		.where(and(eq(dialogueIssues.issueId, issues.id), ne(dialogueIssues.dialogueId, dialogueId)));
	const raised = await tx
		.update(issues)
		.set({ archivedAt: to, updatedAt })
		.where(and(eq(issues.raisedInId, dialogueId), from === null ? and(isNull(issues.archivedAt), notExists(elsewhere)) : eq(issues.archivedAt, from)))
		.returning({ id: issues.id });
	await tx
		.update(stances)
		.set({ retractedAt: to })
		.where(and(eq(stances.dialogueId, dialogueId), from === null ? isNull(stances.retractedAt) : eq(stances.retractedAt, from)));
	const files = await tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.dialogueId, dialogueId));
	return [...refsOf('followUp', agreed), ...refsOf('need', needs), ...refsOf('issue', raised), ...refsOf('attachment', files)];
}
