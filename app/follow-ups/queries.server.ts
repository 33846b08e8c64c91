import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { fieldUnits, maySettle } from '#app/auth/acting.ts';
import { personWords } from '#app/auth/labels.ts';
import { isLeading } from '#app/auth/policy.ts';
import { noteReadable, ownFollowUpReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { dayOf } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, contacts, dialogues, followUps, landowners, units, users } from '#db/schema/index.ts';
import { ascNullsLast, visibleWhen } from '#db/sql.server.ts';
import type { FollowUpKind, FollowUpState } from '#db/vocabulary.ts';

interface Named {
	id: string;
	name: string;
}

/** A follow-up in a list. `text` is null when it is not the viewer's to read: it comes from a confidential talk, or is about an owner alone. */
export interface FollowUpItem {
	id: string;
	text: string | null;
	dueOn: string | null;
	/** "HH:MM" of a visit. */
	dueAtTime: string | null;
	kind: FollowUpKind;
	state: FollowUpState;
	/** The day it was said to be done, broken or dropped. */
	settledOn: string | null;
	company: Named | null;
	landowner: Named | null;
	/** To whom it was promised, or who is to be met. */
	contact: Named | null;
	dialogueId: string | null;
	assignee: Named;
	unit: Named;
	/** True when the viewer may mark it done and change it. */
	isSettleable: boolean;
}

/** What follow-ups hang on. */
export type FollowUpScope = { companyId: string } | { landownerId: string } | { contactId: string };

/**
 * A follow-up says what the note says: it is read by those who may read the note, and by the person it is for. One that
 * no talk stands behind is read by all the work roles, about an owner alone by the own unit and managers, as its talk would be.
 */
export const followUpReadable = (viewer: Viewer): SQL | undefined =>
	or(
		eq(followUps.assigneeId, viewer.id),
		and(isNull(followUps.dialogueId), or(isNull(followUps.landownerId), isNotNull(followUps.companyId), ownFollowUpReadable(viewer))),
		noteReadable(viewer),
	);

const isOf = (scope: FollowUpScope): SQL => {
	if ('companyId' in scope) return eq(followUps.companyId, scope.companyId);
	return 'landownerId' in scope ? eq(followUps.landownerId, scope.landownerId) : eq(followUps.contactId, scope.contactId);
};

/** Open follow-ups with a firm, an owner or a person, the nearest day first, undated last. At most `limit`. */
export const followUpsOf = (viewer: Viewer, scope: FollowUpScope, limit = 20): Promise<FollowUpItem[]> =>
	followUpsWhere(viewer, and(isOf(scope), eq(followUps.state, 'open')), limit);

/** As `followUpsOf`, what was promised alone. */
export const openPromisesOf = (viewer: Viewer, scope: FollowUpScope, limit = 20): Promise<FollowUpItem[]> =>
	followUpsWhere(viewer, and(isOf(scope), eq(followUps.state, 'open'), eq(followUps.kind, 'promise')), limit);

/** Open follow-ups of the viewer's own, the nearest day first, undated last; `until` leaves out later and undated ones. At most `limit`. */
export const ownFollowUps = (viewer: Viewer, limit: number, until?: string): Promise<FollowUpItem[]> =>
	followUpsWhere(
		viewer,
		and(eq(followUps.assigneeId, viewer.id), eq(followUps.state, 'open'), until ? lte(followUps.dueOn, until) : undefined),
		limit,
	);

/** Those of people who can no longer sign in: nobody's day shows them any more. */
export const isOrphaned = (): SQL => inArray(followUps.assigneeId, db.select({ id: users.id }).from(users).where(isNotNull(users.disabledAt)));

/** Open follow-ups of the viewer's units whose people are gone, of all units for who leads; promises first. At most `limit`. */
export async function orphanedFollowUps(viewer: Viewer, limit: number): Promise<FollowUpItem[]> {
	const units = fieldUnits(viewer).map(({ unitId }) => unitId);
	if (!isLeading(viewer) && units.length === 0) return [];
	const ofUnits = isLeading(viewer) ? undefined : inArray(followUps.unitId, units);
	return promisesFirst(await followUpsWhere(viewer, and(eq(followUps.state, 'open'), isOrphaned(), ofUnits), limit));
}

/** Promises first, otherwise in the order given: how what is to be done with somebody is shown before they are met. */
export const promisesFirst = <Item extends { kind: FollowUpKind }>(items: readonly Item[]): Item[] => [
	...items.filter(({ kind }) => kind === 'promise'),
	...items.filter(({ kind }) => kind !== 'promise'),
];

const COLUMNS = {
	id: followUps.id,
	dueOn: followUps.dueOn,
	dueAtTime: followUps.dueAtTime,
	kind: followUps.kind,
	state: followUps.state,
	settledAt: followUps.settledAt,
	dialogueId: followUps.dialogueId,
	companyId: companies.id,
	companyName: companies.name,
	landownerId: landowners.id,
	landownerName: landowners.name,
	contactId: contacts.id,
	contactName: contacts.name,
	assigneeId: users.id,
	assigneeName: users.name,
	assigneeGoneAt: users.disabledAt,
	unitId: units.id,
	unitName: units.name,
};

/** Follow-ups the viewer may know of, with all a list says of them; order and limit are the caller's. */
export const rowsWhere = (viewer: Viewer, which: SQL | undefined) =>
	db
		.select({
			...COLUMNS,
			text: visibleWhen(followUpReadable(viewer), followUps.text),
			readableId: visibleWhen(followUpReadable(viewer), followUps.id),
			goAheadReason: visibleWhen(followUpReadable(viewer), followUps.goAheadReason),
			version: followUps.version,
			talkUnitId: dialogues.unitId,
		})
		.from(followUps)
		.innerJoin(users, eq(users.id, followUps.assigneeId))
		.innerJoin(units, eq(units.id, followUps.unitId))
		.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.leftJoin(companies, eq(companies.id, followUps.companyId))
		.leftJoin(landowners, eq(landowners.id, followUps.landownerId))
		.leftJoin(contacts, eq(contacts.id, followUps.contactId))
		.where(and(within(viewer, 'followUps'), which));

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

async function followUpsWhere(viewer: Viewer, which: SQL | undefined, limit: number): Promise<FollowUpItem[]> {
	const rows = await rowsWhere(viewer, which).orderBy(ascNullsLast(followUps.dueOn), asc(followUps.id)).limit(limit);
	return rows.map((row) => itemOf(viewer, row));
}

/** A row as a list shows it. */
export function itemOf(viewer: Viewer, row: Row): FollowUpItem {
	const { id, text, dueOn, dueAtTime, kind, state, dialogueId, unitId, assigneeId } = row;
	return {
		...{ id, text, dueOn, dueAtTime, kind, state, dialogueId },
		settledOn: row.settledAt && dayOf(row.settledAt),
		company: named(row.companyId, row.companyName),
		landowner: named(row.landownerId, row.landownerName),
		// To whom is said as late as what: both tell of the talk.
		contact: row.readableId ? named(row.contactId, row.contactName) : null,
		assignee: { id: assigneeId, name: personWords({ name: row.assigneeName, disabledAt: row.assigneeGoneAt }) },
		unit: { id: unitId, name: row.unitName },
		isSettleable: maySettle(viewer, { unitId, assigneeId }),
	};
}

const named = (id: string | null, name: string | null): Named | null => (id && name ? { id, name } : null);

/** One follow-up, settled ones too, for the page that revises it. 404 when there is none the viewer may know of. */
export async function followUpFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [row] = await rowsWhere(viewer, eq(followUps.id, id));
	if (!row) throw notFound();
	return { ...itemOf(viewer, row), version: row.version, goAheadReason: row.goAheadReason, isReadable: row.readableId !== null };
}
