import { and, eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { mayWithdraw } from '#app/auth/acting.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { settleHeldVisits } from '#app/follow-ups/held-visits.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { subjectsOfTalk, talkRow } from '#app/subjects/talk.server.ts';
import { write } from '#db/client.server.ts';
import { dialogues, trash } from '#db/schema/index.ts';
import { refreshTalk } from './derived.server.ts';
import { WITHDRAWABLE_MS } from './dialogue.ts';
import { takeAlong } from './talk-along.server.ts';

/** The talk and its firm, where it has one: what the page after it needs. */
export interface PutAway {
	id: string;
	companyId: string | null;
}

/**
 * Takes a saved talk back: it leaves every list and timeline, its open follow-ups with it; the planned visit it held is open
 * again. It stands in the trash, from where it is erased after thirty days.
 * By its author or the author's unit, within a day of saving it; later, and for others, 403. Twice is once.
 */
export const withdrawDialogue = (viewer: Viewer, id: string): Promise<PutAway> => putAway(viewer, id, true);

/** Puts a withdrawn talk back as it was, with what left with it. */
export const restoreDialogue = (viewer: Viewer, id: string): Promise<PutAway> => putAway(viewer, id, false);

async function putAway(viewer: Viewer, id: string, isWithdrawn: boolean): Promise<PutAway> {
	demand(viewer, 'withdraw', 'dialogue');
	return write(async (tx) => {
		const talk = await talkRow(tx, id, { archived: true });
		if (!talk) throw notFound();
		if (!mayWithdraw(viewer, talk)) throw forbidden();
		const subjects = await subjectsOfTalk(tx, id);
		const saved = { id, companyId: subjects.find(({ thenCompanyId }) => thenCompanyId)?.thenCompanyId ?? null };
		if ((talk.archivedAt !== null) === isWithdrawn) return saved;
		const now = new Date();
		if (isWithdrawn && now.getTime() - talk.createdAt.getTime() > WITHDRAWABLE_MS) throw forbidden();
		const archivedAt = isWithdrawn ? now : null;
		const along = await takeAlong(tx, id, { from: talk.archivedAt, to: archivedAt });
		await tx
			.update(dialogues)
			.set({ archivedAt, updatedAt: now, version: talk.version + 1 })
			.where(eq(dialogues.id, id));
		const trashed = { kind: 'dialogue' as const, recordId: id };
		if (isWithdrawn)
			await tx
				.insert(trash)
				.values({ ...trashed, trashedAt: now, trashedById: viewer.id })
				.onConflictDoNothing();
		else await tx.delete(trash).where(and(eq(trash.kind, 'dialogue'), eq(trash.recordId, id)));
		await settleHeldVisits(tx, viewer, id, isWithdrawn);
		await refreshTalk(tx, id);
		await recordActivity(
			tx,
			{ kind: 'user', id: viewer.id },
			{ verb: isWithdrawn ? 'dialogue.withdrawn' : 'dialogue.restored', subject: { kind: 'dialogue', id } },
		);
		for (const record of [{ kind: 'dialogue' as const, id }, ...along]) await refreshFindable(tx, record);
		return saved;
	});
}
