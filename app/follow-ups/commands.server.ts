import { and, eq, inArray, isNull } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { recordActivity, type Verb } from '#app/activity/record.server.ts';
import { actingUnit, mayRevise, maySettle } from '#app/auth/acting.ts';
import { FIELD } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { colleagueGone, present } from '#app/record/meanwhile.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { dialogueSubjects, dialogues, followUps, memberships, users } from '#db/schema/index.ts';
import type { FollowUpState } from '#db/vocabulary.ts';
import type { FollowUpChanges, FollowUpInput } from './follow-up.ts';
import { isApproach } from './follow-up-line.ts';

export type FollowUpRow = typeof followUps.$inferSelect;

/**
 * Writes down a task, a promise or a planned visit that stands by itself, or that follows from a talk already logged.
 * The same id sent again answers the same and writes nothing. Throws 403 without the right, 400 for what the form
 * could not have sent: a visit without a day or a place, a person without field work.
 */
export async function agreeFollowUp(viewer: Viewer, input: FollowUpInput): Promise<Created> {
	demand(viewer, 'agree', 'followUp');
	const unitId = actingUnit(viewer, input.unitId);
	if (!isId(input.id) || !unitId) throw badRequest();
	return writeOnce(async (tx) => (await alreadyAgreed(tx, viewer, input)) ?? (await insertFollowUp(tx, viewer, unitId, input)));
}

async function alreadyAgreed(tx: Db, viewer: Viewer, input: FollowUpInput): Promise<Created | null> {
	const row = await rowOf(tx, input.id);
	if (!row) return null;
	if (!maySettle(viewer, row)) throw badRequest();
	const { companyId, landownerId } = input;
	const isUnitAsTyped = input.unitId === null || input.dialogueId !== null || row.unitId === input.unitId;
	const isAsTyped = isUnitAsTyped && !hasDifferences(row, { ...wordsOf(input), companyId, landownerId });
	return madeBefore(tx, viewer, { kind: 'followUp', id: row.id }, isAsTyped);
}

async function insertFollowUp(tx: Db, viewer: Viewer, unitId: string, input: FollowUpInput): Promise<Created> {
	const { id } = input;
	const place = await placeOf(tx, viewer, input);
	if (input.kind === 'visit' && !(input.dueOn && (place.companyId || place.landownerId))) throw badRequest();
	await checkPeople(tx, viewer, input);
	const now = new Date();
	const row = { ...wordsOf(input), ...place, id, unitId: place.unitId ?? unitId, createdAt: now, updatedAt: now };
	await tx.insert(followUps).values(row);
	await recordDeed(tx, viewer, { verb: 'followUp.agreed', subject: { kind: 'followUp', id }, also: touched(row) });
	return { kind: 'saved', id };
}

/**
 * Revises a follow-up: words, day, to whom, who does it, for which unit. 403 for those it neither belongs to nor whose unit
 * agreed it.
 */
export async function reviseFollowUp(viewer: Viewer, id: string, { version, ...changes }: FollowUpChanges): Promise<Revised> {
	demand(viewer, 'agree', 'followUp');
	return write(async (tx) => {
		const before = await rowOf(tx, id);
		if (!before || before.archivedAt) throw notFound();
		if (!maySettle(viewer, before)) throw forbidden();
		if (changes.kind === 'visit' && !(changes.dueOn && (before.companyId || before.landownerId))) throw badRequest();
		// Whoever does it already may keep it, also after they left field work; the same with the person it was promised to.
		await checkPeople(tx, viewer, {
			assigneeId: changes.assigneeId === before.assigneeId ? null : changes.assigneeId,
			contactId: changes.contactId === before.contactId ? null : changes.contactId,
		});
		const wanted = { ...wordsOf(changes), unitId: unitAfter(viewer, before, changes.unitId) };
		return revise(tx, viewer, { kind: 'followUp', id }, { before, version, wanted, also: touched(before) });
	});
}

/**
 * Marks a follow-up done (a promise kept, a visit held), dropped, a promise broken, or open again; answers the state
 * it had. Saying the same twice changes nothing. 403 for those it neither belongs to nor whose unit agreed it, 404
 * when it is not there, 400 for anything but a promise said to be broken.
 */
export async function settleFollowUp(viewer: Viewer, id: string, state: FollowUpState): Promise<FollowUpState> {
	demand(viewer, 'settle', 'followUp');
	return write(async (tx) => {
		const before = await rowOf(tx, id);
		if (!before || before.archivedAt) throw notFound();
		if (!maySettle(viewer, before)) throw forbidden();
		if (state === 'broken' && before.kind !== 'promise') throw badRequest();
		if (before.state !== state) await setState(tx, viewer, before, state, { verb: 'followUp.settled' });
		return before.state;
	});
}

/** Writes another state, with its line in the audit chain; whether it may be is the caller's to ask. `also`: what brought it about. */
export async function setState(
	tx: Db,
	viewer: Viewer,
	before: FollowUpRow,
	state: FollowUpState,
	{ verb, also = [] }: { verb: Verb; also?: Array<{ kind: string; id: string }> },
): Promise<void> {
	const { id } = before;
	const now = new Date();
	const settled = state === 'open' ? { settledAt: null, settledById: null } : { settledAt: now, settledById: viewer.id };
	await tx
		.update(followUps)
		.set({ state, ...settled, version: before.version + 1, updatedAt: now })
		.where(eq(followUps.id, id));
	const deed = { verb, subject: { kind: 'followUp', id }, also: [...touched(before), ...also], changes: { state: [before.state, state] as const } };
	await recordActivity(tx, { kind: 'user', id: viewer.id }, deed);
	await refreshFindable(tx, { kind: 'followUp', id });
}

async function rowOf(tx: Db, id: string): Promise<FollowUpRow | undefined> {
	const [row] = await tx.select().from(followUps).where(eq(followUps.id, id));
	return row;
}

type Words = Omit<FollowUpChanges, 'version'>;

const wordsOf = ({ kind, text, dueOn, dueAtTime, assigneeId, contactId, goAheadReason }: Words) => {
	const isVisit = kind === 'visit';
	return {
		kind,
		text,
		dueOn,
		dueAtTime: isVisit ? dueAtTime : null,
		assigneeId,
		contactId,
		goAheadReason: isApproach({ kind, text, dueOn }) ? goAheadReason : null,
	};
};

/** The firm, the owner and the talk it hangs on, each one the viewer may write to. From a talk come its unit, firm and owner. */
async function placeOf(tx: Db, viewer: Viewer, { companyId, landownerId, dialogueId }: FollowUpInput) {
	if (dialogueId) {
		const [talk] = await tx
			.select({ unitId: dialogues.unitId })
			.from(dialogues)
			.where(and(eq(dialogues.id, dialogueId), isNull(dialogues.archivedAt)));
		if (!talk || !mayRevise(viewer, talk)) throw badRequest();
		const subjects = await tx.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId)).orderBy(dialogueSubjects.id);
		const firm = subjects.find(({ thenCompanyId }) => thenCompanyId)?.thenCompanyId ?? null;
		const owner = subjects.find((subject) => subject.landownerId)?.landownerId ?? null;
		return { dialogueId, companyId: firm, landownerId: owner, unitId: talk.unitId };
	}
	if (companyId) await present(tx, viewer, 'companies', companyId, '');
	if (landownerId) await present(tx, viewer, 'landowners', landownerId, '');
	return { dialogueId: null, companyId, landownerId };
}

/** The one it is for has field work and may sign in; the contact is one the viewer may know of. Null asks nothing. */
async function checkPeople(tx: Db, viewer: Viewer, { assigneeId, contactId }: { assigneeId: string | null; contactId: string | null }) {
	if (assigneeId) {
		const [person] = await tx
			.select({ id: users.id })
			.from(memberships)
			.innerJoin(users, eq(users.id, memberships.userId))
			.where(and(eq(users.id, assigneeId), inArray(memberships.role, [...FIELD]), isNull(users.disabledAt)))
			.limit(1);
		if (!person) throw await colleagueGone(tx, 'assigneeId', [assigneeId]);
	}
	if (!contactId) return;
	await present(tx, viewer, 'contacts', contactId, 'contactId');
}

/** What a follow-up hangs on, for their histories. */
export const touched = ({
	companyId,
	landownerId,
	dialogueId,
}: {
	companyId: string | null;
	landownerId: string | null;
	dialogueId: string | null;
}) => [
	...(companyId ? [{ kind: 'company', id: companyId }] : []),
	...(landownerId ? [{ kind: 'landowner', id: landownerId }] : []),
	...(dialogueId ? [{ kind: 'dialogue', id: dialogueId }] : []),
];

/** One of the viewer's units may hand it to another of theirs; where a talk stands behind it, the talk's unit stays. */
function unitAfter(viewer: Viewer, before: FollowUpRow, chosen: string | null): string {
	if (chosen === null || chosen === before.unitId || before.dialogueId) return before.unitId;
	if (!actingUnit(viewer, before.unitId) || !actingUnit(viewer, chosen)) throw badRequest();
	return chosen;
}
