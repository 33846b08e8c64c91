import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { db, write } from '#db/client.server.ts';
import { companies, dialogues, followUps, users } from '#db/schema/index.ts';
import { ascNullsLast, visibleWhen } from '#db/sql.server.ts';
import type { FollowUpKind, FollowUpState } from '#db/vocabulary.ts';
import { maySettle } from './acting.ts';

/** A follow-up in a list. `text` is null when it comes from a confidential talk the viewer may not read. */
export interface FollowUpItem {
	id: string;
	text: string | null;
	dueOn: string | null;
	kind: FollowUpKind;
	state: FollowUpState;
	company: { id: string; name: string } | null;
	dialogueId: string | null;
	assignee: { id: string; name: string };
	/** True when the viewer may mark it done. */
	isSettleable: boolean;
}

/**
 * Marks a follow-up done, dropped or open again. Saying the same twice changes nothing.
 * 403 for those it neither belongs to nor whose unit agreed it, 404 when it is not there.
 */
export async function settleFollowUp(viewer: Viewer, id: string, state: FollowUpState): Promise<void> {
	if (!can(viewer, 'settle', 'followUp')) throw forbidden();
	await write(async (tx) => {
		const [before] = await tx
			.select()
			.from(followUps)
			.where(and(eq(followUps.id, id), isNull(followUps.archivedAt)));
		if (!before) throw notFound();
		if (!maySettle(viewer, before)) throw forbidden();
		if (before.state === state) return;
		const now = new Date();
		const settled = state === 'open' ? { settledAt: null, settledById: null } : { settledAt: now, settledById: viewer.id };
		await tx
			.update(followUps)
			.set({ state, ...settled, version: before.version + 1, updatedAt: now })
			.where(eq(followUps.id, id));
		const changes = { state: [before.state, state] } as const;
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: 'settle', subject: { kind: 'followUp', id }, changes });
	});
}

/** Open follow-ups with a firm, the nearest day first, undated last. At most `limit`. */
export const openFollowUpsOf = (viewer: Viewer, { companyId }: { companyId: string }, limit = 20): Promise<FollowUpItem[]> =>
	followUpsWhere(viewer, and(eq(followUps.companyId, companyId), eq(followUps.state, 'open')), limit);

/** Open follow-ups of the viewer's own, the nearest day first, undated last. At most `limit`. */
export const ownFollowUps = (viewer: Viewer, limit: number): Promise<FollowUpItem[]> =>
	followUpsWhere(viewer, and(eq(followUps.assigneeId, viewer.id), eq(followUps.state, 'open')), limit);

async function followUpsWhere(viewer: Viewer, which: ReturnType<typeof and>, limit: number): Promise<FollowUpItem[]> {
	const rows = await db
		.select({
			id: followUps.id,
			text: visibleWhen(followUpReadable(viewer), followUps.text),
			dueOn: followUps.dueOn,
			kind: followUps.kind,
			state: followUps.state,
			dialogueId: followUps.dialogueId,
			unitId: followUps.unitId,
			companyId: companies.id,
			companyName: companies.name,
			assigneeId: users.id,
			assigneeName: users.name,
		})
		.from(followUps)
		.innerJoin(users, eq(users.id, followUps.assigneeId))
		.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.leftJoin(companies, eq(companies.id, followUps.companyId))
		.where(and(within(viewer, 'followUps'), which))
		.orderBy(ascNullsLast(followUps.dueOn), asc(followUps.id))
		.limit(limit);
	return rows.map(({ unitId, companyId, companyName, assigneeId, assigneeName, ...row }) => ({
		...row,
		company: companyId && companyName ? { id: companyId, name: companyName } : null,
		assignee: { id: assigneeId, name: assigneeName },
		isSettleable: maySettle(viewer, { unitId, assigneeId }),
	}));
}

/** A follow-up says what the note says: it is read by those who may read the note, and by the person it is for. */
export const followUpReadable = (viewer: Viewer) => or(eq(followUps.assigneeId, viewer.id), isNull(followUps.dialogueId), noteReadable(viewer));
