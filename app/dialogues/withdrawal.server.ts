import { and, eq, isNull } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { write } from '#db/client.server.ts';
import { dialogues, followUps } from '#db/schema/index.ts';
import { mayWithdraw } from './acting.ts';
import { companiesOfTalk, rebuildTimeline, recountLastTalk, talkRow } from './derived.server.ts';
import { WITHDRAWABLE_MS } from './dialogue.ts';

/** The talk and its firm, where it has one: what the page after it needs. */
export interface PutAway {
	id: string;
	companyId: string | null;
}

/**
 * Takes a saved talk back: it leaves every list and timeline, its open follow-ups with it. Nothing is deleted.
 * By its author or the author's unit, within a day of saving it; later, and for others, 403. Twice is once.
 */
export const withdrawDialogue = (viewer: Viewer, id: string): Promise<PutAway> => putAway(viewer, id, true);

/** Puts a withdrawn talk back as it was, with the follow-ups that left with it. */
export const restoreDialogue = (viewer: Viewer, id: string): Promise<PutAway> => putAway(viewer, id, false);

async function putAway(viewer: Viewer, id: string, isWithdrawn: boolean): Promise<PutAway> {
	if (!can(viewer, 'withdraw', 'dialogue')) throw forbidden();
	return write(async (tx) => {
		const talk = await talkRow(tx, id, { archived: true });
		if (!talk) throw notFound();
		if (!mayWithdraw(viewer, talk)) throw forbidden();
		const firms = await companiesOfTalk(tx, id);
		const saved = { id, companyId: firms[0] ?? null };
		if ((talk.archivedAt !== null) === isWithdrawn) return saved;
		const now = new Date();
		if (isWithdrawn && now.getTime() - talk.createdAt.getTime() > WITHDRAWABLE_MS) throw forbidden();
		// Follow-ups that leave with the talk carry its very moment: that is how they find back with it.
		const archivedAt = isWithdrawn ? now : null;
		const along = talk.archivedAt ? eq(followUps.archivedAt, talk.archivedAt) : and(isNull(followUps.archivedAt), eq(followUps.state, 'open'));
		await tx
			.update(followUps)
			.set({ archivedAt, updatedAt: now })
			.where(and(eq(followUps.dialogueId, id), along));
		await tx
			.update(dialogues)
			.set({ archivedAt, updatedAt: now, version: talk.version + 1 })
			.where(eq(dialogues.id, id));
		await rebuildTimeline(tx, id);
		await recountLastTalk(tx, firms);
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: isWithdrawn ? 'withdraw' : 'restore', subject: { kind: 'dialogue', id } });
		return saved;
	});
}
