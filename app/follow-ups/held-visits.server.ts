import { and, desc, eq, inArray } from 'drizzle-orm';
import { maySettle } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { activity, activitySubjects, dialogues, followUps } from '#db/schema/index.ts';
import { setState } from './commands.server.ts';

// Planned visits that a talk held. Which talk it was stands in the audit chain: the line that closed the visit names it.

/** The talk held the visit; the talk was taken back and let it go. */
const HELD = 'followUp.held';
const RELEASED = 'followUp.released';
/** The bare verbs stand in older lines. */
const OLDER: Readonly<Record<string, string>> = { hold: HELD, release: RELEASED };
const BY_TALK = [HELD, RELEASED, ...Object.keys(OLDER)];

/**
 * The talk a visit was planned as has been logged: the visit was held. Where the id names no open visit of the viewer's
 * nothing happens, since the talk is saved all the same.
 */
export async function holdVisit(viewer: Viewer, visitId: string | null, dialogueId: string): Promise<void> {
	if (!isId(visitId) || !can(viewer, 'settle', 'followUp')) return;
	await write(async (tx) => {
		const [visit] = await tx.select().from(followUps).where(eq(followUps.id, visitId));
		const isOpen = visit?.kind === 'visit' && visit.state === 'open' && visit.archivedAt === null && visit.dialogueId !== dialogueId;
		if (isOpen && maySettle(viewer, visit)) await setState(tx, viewer, visit, 'done', { verb: HELD, also: [{ kind: 'dialogue', id: dialogueId }] });
	});
}

/** A talk taken back opens the visits it held; put back it closes them again. What somebody settled in between stays as they said. */
export async function settleHeldVisits(tx: Db, viewer: Viewer, dialogueId: string, isWithdrawn: boolean): Promise<void> {
	for (const visit of await visitsTouchedBy(tx, dialogueId)) {
		const stands = isWithdrawn ? visit.state === 'done' : visit.state === 'open';
		if (!stands || (await lastSettledBy(tx, visit.id, dialogueId)) !== (isWithdrawn ? HELD : RELEASED)) continue;
		const verb = isWithdrawn ? RELEASED : HELD;
		await setState(tx, viewer, visit, isWithdrawn ? 'open' : 'done', { verb, also: [{ kind: 'dialogue', id: dialogueId }] });
		if (isWithdrawn && visit.dialogueId) await leaveWithTalk(tx, visit.id, visit.dialogueId);
	}
}

/** Visits this talk has held or let go; one agreed in it is not among them. */
async function visitsTouchedBy(tx: Db, dialogueId: string) {
	const lines = await tx
		.selectDistinct({ id: activity.subjectId })
		.from(activitySubjects)
		.innerJoin(activity, eq(activity.seq, activitySubjects.seq))
		.where(
			and(
				eq(activitySubjects.subjectKind, 'dialogue'),
				eq(activitySubjects.subjectId, dialogueId),
				eq(activity.subjectKind, 'followUp'),
				inArray(activity.verb, BY_TALK),
			),
		);
	const ids = lines.map(({ id }) => id);
	const visits = ids.length > 0 ? await tx.select().from(followUps).where(inArray(followUps.id, ids)) : [];
	return visits.filter((visit) => visit.dialogueId !== dialogueId);
}

/** The last word on a visit's state, when it was this talk's; null when it was a person's or another talk's. */
async function lastSettledBy(tx: Db, visitId: string, dialogueId: string): Promise<string | null> {
	const [last] = await tx
		.select({ seq: activity.seq, verb: activity.verb })
		.from(activity)
		.where(
			and(eq(activity.subjectKind, 'followUp'), eq(activity.subjectId, visitId), inArray(activity.verb, ['followUp.settled', 'settle', ...BY_TALK])),
		)
		.orderBy(desc(activity.seq))
		.limit(1);
	if (!last) return null;
	const own = and(eq(activitySubjects.seq, last.seq), eq(activitySubjects.subjectKind, 'dialogue'), eq(activitySubjects.subjectId, dialogueId));
	const named = await tx.select({ seq: activitySubjects.seq }).from(activitySubjects).where(own);
	return named.length > 0 ? (OLDER[last.verb] ?? last.verb) : null;
}

/** Where the talk that agreed the visit was taken back meanwhile, the visit opens with it gone: it comes back with that talk. */
async function leaveWithTalk(tx: Db, visitId: string, agreedIn: string): Promise<void> {
	const [origin] = await tx.select({ archivedAt: dialogues.archivedAt }).from(dialogues).where(eq(dialogues.id, agreedIn));
	if (origin?.archivedAt) await tx.update(followUps).set({ archivedAt: origin.archivedAt }).where(eq(followUps.id, visitId));
}
