import { and, eq, isNull, max } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { companies, dialogueSubjects, dialogues, timelineEntries } from '#db/schema/index.ts';
import { timelineScopes } from './dialogue.ts';

/** Writes a talk's timeline rows anew from its subjects; an archived talk has none. */
export async function rebuildTimeline(tx: Db, dialogueId: string): Promise<void> {
	await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, dialogueId));
	const [talk] = await tx.select({ heldOn: dialogues.heldOn, archivedAt: dialogues.archivedAt }).from(dialogues).where(eq(dialogues.id, dialogueId));
	if (!talk || talk.archivedAt) return;
	const scopes = timelineScopes(await tx.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId)));
	if (scopes.length === 0) return;
	await tx
		.insert(timelineEntries)
		.values(scopes.map((scope) => ({ ...scope, heldOn: talk.heldOn, kind: 'dialogue' as const, recordId: dialogueId })));
}

/** Recounts the day of the latest talk of these firms; null = none. Derived, so the firm's version stays. */
export async function recountLastTalk(tx: Db, companyIds: Iterable<string | null>): Promise<void> {
	for (const companyId of new Set(companyIds)) {
		if (!companyId) continue;
		const [latest] = await tx
			.select({ heldOn: max(timelineEntries.heldOn) })
			.from(timelineEntries)
			.where(and(eq(timelineEntries.scopeKind, 'company'), eq(timelineEntries.scopeId, companyId)));
		await tx
			.update(companies)
			.set({ lastTalkOn: latest?.heldOn ?? null })
			.where(eq(companies.id, companyId));
	}
}

/** The firms a talk was about, as of its day. */
export async function companiesOfTalk(tx: Db, dialogueId: string): Promise<Array<string | null>> {
	const rows = await tx.select({ id: dialogueSubjects.thenCompanyId }).from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId));
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
