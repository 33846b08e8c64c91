import { and, asc, desc, eq, gte, inArray, isNotNull, lte, or } from 'drizzle-orm';
import { personWords } from '#app/auth/labels.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays, isCalendarDay } from '#app/days/days.ts';
import { today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { dialogues, followUps, landowners, timelineEntries, units, users } from '#db/schema/index.ts';
import type { Touch, Touches } from './touches.ts';
import { FAR_DAYS } from './touches.ts';

// One entrance: before a firm or an owner is met, who else of the municipality was or will be there. Headings only,
// which every work role reads, of confidential talks too; what was said stays with the talk.

/** So many of either kind: who was there more often than this was there often. */
const MOST = 12;

export type TouchScope = { companyId: string } | { landownerId: string };

/**
 * The talks held within 90 days before `around` and the open visits planned within 90 days of it, by whatever unit,
 * the nearest first. A firm that owns land is one with the owner it is. Empty for those who read no talks.
 */
export async function touchesOf(viewer: Viewer, scope: TouchScope, around: string = today()): Promise<Touches> {
	const { companyId, landownerId } = await bothOf(viewer, scope);
	const [from, to] = [addDays(around, -FAR_DAYS), addDays(around, FAR_DAYS)];
	const onTimeline = or(
		companyId ? and(eq(timelineEntries.scopeKind, 'company'), eq(timelineEntries.scopeId, companyId)) : undefined,
		landownerId ? and(eq(timelineEntries.scopeKind, 'landowner'), eq(timelineEntries.scopeId, landownerId)) : undefined,
	);
	const ofWhom = or(companyId ? eq(followUps.companyId, companyId) : undefined, landownerId ? eq(followUps.landownerId, landownerId) : undefined);
	const [talks, visits] = await Promise.all([
		db
			.selectDistinct({ id: dialogues.id, on: dialogues.heldOn, channel: dialogues.channel, ...WHO })
			.from(timelineEntries)
			.innerJoin(dialogues, eq(dialogues.id, timelineEntries.recordId))
			.innerJoin(users, eq(users.id, dialogues.authorId))
			.innerJoin(units, eq(units.id, dialogues.unitId))
			.where(and(within(viewer, 'dialogues'), onTimeline, gte(timelineEntries.heldOn, from), lte(timelineEntries.heldOn, around)))
			.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
			.limit(MOST),
		db
			.select({ id: followUps.id, on: followUps.dueOn, time: followUps.dueAtTime, ...WHO })
			.from(followUps)
			.innerJoin(users, eq(users.id, followUps.assigneeId))
			.innerJoin(units, eq(units.id, followUps.unitId))
			.where(
				and(
					within(viewer, 'followUps'),
					ofWhom,
					eq(followUps.state, 'open'),
					eq(followUps.kind, 'visit'),
					isNotNull(followUps.dueOn),
					gte(followUps.dueOn, from),
					lte(followUps.dueOn, to),
				),
			)
			.orderBy(asc(followUps.dueOn), asc(followUps.id))
			.limit(MOST),
	]);
	return {
		around,
		past: talks.map(({ id, on, channel, ...who }) => ({ id, on, channel, time: null, ...whoOf(viewer, who) })),
		planned: visits.flatMap(({ id, on, time, ...who }) => (on ? [{ id, on, channel: 'visit' as const, time, ...whoOf(viewer, who) }] : [])),
	};
}

const WHO = { personId: users.id, personName: users.name, personGoneAt: users.disabledAt, unitId: units.id, unitName: units.name };

interface Who {
	personId: string;
	personName: string;
	personGoneAt: Date | null;
	unitId: string;
	unitName: string;
}

function whoOf(
	viewer: Viewer,
	{ personId, personName, personGoneAt, unitId, unitName }: Who,
): Pick<Touch, 'person' | 'unit' | 'isOwn' | 'isOwnUnit'> {
	return {
		person: { id: personId, name: personWords({ name: personName, disabledAt: personGoneAt }) },
		unit: { id: unitId, name: unitName },
		isOwn: personId === viewer.id,
		isOwnUnit: viewer.memberships.some((membership) => membership.unitId === unitId),
	};
}

/** The firm and the owner that are one organisation; ids nobody knows find nothing. */
async function bothOf(viewer: Viewer, scope: TouchScope): Promise<{ companyId: string | null; landownerId: string | null }> {
	const which = 'companyId' in scope ? eq(landowners.companyId, scope.companyId) : inArray(landowners.id, [scope.landownerId]);
	const [owner] = await db
		.select({ landownerId: landowners.id, companyId: landowners.companyId })
		.from(landowners)
		.where(and(which, within(viewer, 'landowners', { archived: true })))
		.limit(1);
	return owner ?? { companyId: null, landownerId: null, ...scope };
}

/** The day an address asks about (`?around=2026-12-03`); anything else is today. */
export function dayAround(request: Request): string {
	const asked = new URL(request.url).searchParams.get('around') ?? '';
	return isCalendarDay(asked) ? asked : today();
}
