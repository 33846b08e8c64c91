import { and, eq, exists, inArray, isNull, ne, or } from 'drizzle-orm';
import { type Ref, refsOf } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { attachments, dialogueIssues, dialogues, followUps, issues, skillNeeds, stances, timelineEntries } from '#db/schema/index.ts';

/**
 * Deletes a talk taken back, with what it brought about, and answers what that was; null when it raised an issue which other
 * talks go on with: then it stays. The bytes of its files, which nothing names any more, are swept by themselves.
 */
export async function eraseTalk(tx: Db, id: string): Promise<Ref[] | null> {
	const elsewhere = tx
		.select({ id: dialogueIssues.issueId })
		.from(dialogueIssues)
		.where(and(eq(dialogueIssues.issueId, issues.id), ne(dialogueIssues.dialogueId, id)));
	const living = await tx
		.select({ id: issues.id })
		.from(issues)
		.where(and(eq(issues.raisedInId, id), or(isNull(issues.archivedAt), exists(elsewhere))))
		.limit(1);
	if (living.length > 0) return null;
	const raised = tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, id));
	await tx.delete(dialogueIssues).where(or(eq(dialogueIssues.dialogueId, id), inArray(dialogueIssues.issueId, raised)));
	const gone = {
		issue: await tx.delete(issues).where(eq(issues.raisedInId, id)).returning({ id: issues.id }),
		stance: await tx.delete(stances).where(eq(stances.dialogueId, id)).returning({ id: stances.id }),
		need: await tx.delete(skillNeeds).where(eq(skillNeeds.dialogueId, id)).returning({ id: skillNeeds.id }),
		followUp: await tx.delete(followUps).where(eq(followUps.dialogueId, id)).returning({ id: followUps.id }),
		attachment: await tx.delete(attachments).where(eq(attachments.dialogueId, id)).returning({ id: attachments.id }),
	};
	await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, id));
	await tx.delete(dialogues).where(eq(dialogues.id, id));
	return Object.entries(gone).flatMap(([kind, rows]) => refsOf(kind, rows));
}
