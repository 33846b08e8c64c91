import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { dialogueContacts, dialogueSubjects, dialogues, dialogueTopics } from '#db/schema/index.ts';

/** What a talk is about, in the order it was named. */
export const subjectsOfTalk = (tx: Db, dialogueId: string) =>
	tx.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId)).orderBy(asc(dialogueSubjects.id));

/** The topics a talk touched. */
export async function topicsOfTalk(tx: Db, dialogueId: string): Promise<string[]> {
	const rows = await tx.select({ id: dialogueTopics.topicId }).from(dialogueTopics).where(eq(dialogueTopics.dialogueId, dialogueId));
	return rows.map(({ id }) => id);
}

/** Whom a talk was with. */
export async function contactsOfTalk(tx: Db, dialogueId: string): Promise<string[]> {
	const rows = await tx.select({ id: dialogueContacts.contactId }).from(dialogueContacts).where(eq(dialogueContacts.dialogueId, dialogueId));
	return rows.map(({ id }) => id);
}

/** The talk's row when it is still there; `archived` asks for a withdrawn one. */
export async function talkRow(tx: Db, dialogueId: string, { archived = false } = {}) {
	const [row] = await tx
		.select()
		.from(dialogues)
		.where(and(eq(dialogues.id, dialogueId), archived ? undefined : isNull(dialogues.archivedAt)));
	return row ?? null;
}
