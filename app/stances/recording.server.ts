import { eq, inArray, or } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { TalkBehind, Touched } from '#app/harvest/harvest.ts';
import { HarvestRefusal } from '#app/harvest/harvest.ts';
import { assertDistinct } from '#app/http/distinct-rows.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerRoleOf } from '#app/landowners/commands.server.ts';
import { type Owner, ownersAmong } from '#app/subjects/owners-among.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { stances, topics } from '#db/schema/index.ts';
import { type StanceRow, WHOLE_HOLDING } from './stance.ts';

type StoredStance = typeof stances.$inferSelect;

/**
 * Brings a talk's positions to what its form says. A position is never overwritten: a corrected row is marked as never having
 * been so and another one takes its place, under the day and unit of the talk. A firm that is no owner yet becomes one where the writer says so.
 * Rows the form does not name stay. Only consultants record them; throws `HarvestRefusal` when a row names an owner the talk is not about.
 * Answers the new ones, for the talk's line in the audit chain.
 */
export async function recordStances(tx: Db, viewer: Viewer, talk: TalkBehind, rows: readonly StanceRow[]): Promise<Touched[]> {
	if (rows.length > 0 && !can(viewer, 'record', 'stance')) throw forbidden();
	assertDistinct(rows);
	const ids = rows.map(({ id }) => id);
	const stored = await tx
		.select()
		.from(stances)
		.where(ids.length > 0 ? or(eq(stances.dialogueId, talk.id), inArray(stances.id, ids)) : eq(stances.dialogueId, talk.id));
	if (stored.some(({ dialogueId }) => dialogueId !== talk.id)) throw badRequest();
	const book: Book = { tx, viewer, talk, stored, taken: [], now: new Date() };
	if (rows.length > 0) {
		const owners = await ownersAmong(tx, viewer, talk.subjects);
		for (const row of rows) await settleRow(book, owners, row);
	}
	// A talk moved to another day or unit takes along the positions its form did not show.
	for (const stance of stored) if (!stance.retractedAt && !ids.includes(stance.id)) await correct(book, stance, stance);
	return book.taken;
}

interface Book {
	tx: Db;
	viewer: Viewer;
	talk: TalkBehind;
	stored: readonly StoredStance[];
	/** Written now. */
	taken: Touched[];
	now: Date;
}

async function settleRow(book: Book, owners: readonly Owner[], row: StanceRow) {
	const before = book.stored.find(({ id }) => id === row.id);
	if (row.isRemoved) {
		if (before && !before.retractedAt) await retract(book, before);
		return;
	}
	const position = await positionOf(book, owners, row);
	if (!before) await take(book, row.id, position);
	else if (!before.retractedAt) await correct(book, before, position);
	else if (!book.stored.some((stance) => !stance.retractedAt && isSame(stance, position)))
		throw new HarvestRefusal({ [`stances[${row.at}].level`]: [m.dialogues_stance_corrected_meanwhile()] }, 409);
}

type Position = Pick<StoredStance, 'landownerId' | 'propertyId' | 'topicId' | 'level' | 'horizon' | 'barriers'>;

async function correct(book: Book, before: StoredStance, position: Position) {
	if (isSame(before, position) && before.takenOn === book.talk.heldOn && before.unitId === book.talk.unitId) return;
	await retract(book, before);
	await take(book, newId(), position, before.authorId);
}

const isSame = (stance: Position, position: Position) =>
	stance.landownerId === position.landownerId &&
	stance.propertyId === position.propertyId &&
	stance.topicId === position.topicId &&
	stance.level === position.level &&
	stance.horizon === position.horizon &&
	[...stance.barriers].sort().join() === [...position.barriers].sort().join();

async function take({ tx, viewer, talk, taken, now }: Book, id: string, position: Position, authorId = viewer.id) {
	const { landownerId, propertyId, topicId, level, horizon, barriers } = position;
	const origin = { dialogueId: talk.id, takenOn: talk.heldOn, unitId: talk.unitId, authorId, createdAt: now };
	await tx.insert(stances).values({ id, landownerId, propertyId, topicId, level, horizon, barriers, ...origin });
	taken.push({ kind: 'stance', id });
}

/** The line names no values: who may read a position may not be who reads the history. */
async function retract({ tx, viewer, now }: Book, { id, landownerId }: StoredStance) {
	await tx.update(stances).set({ retractedAt: now }).where(eq(stances.id, id));
	const deed = { verb: 'stance.retracted' as const, subject: { kind: 'stance', id }, also: [{ kind: 'landowner', id: landownerId }] };
	await recordActivity(tx, { kind: 'user', id: viewer.id }, deed);
}

async function positionOf({ tx, viewer }: Book, owners: readonly Owner[], row: StanceRow): Promise<Position> {
	const owner = owners.find((one) => row.owner === null || one.values.includes(row.owner));
	if (!owner) {
		const sentence = owners.length === 0 ? m.dialogues_stance_without_owner() : m.dialogues_stance_owner_not_subject();
		throw new HarvestRefusal({ [`stances[${row.at}].owner`]: [sentence] }, 400);
	}
	if (!owner.landownerId && !row.makesOwner)
		throw new HarvestRefusal({ [`stances[${row.at}].makesOwner`]: [m.dialogues_stance_no_owner_yet({ name: owner.name })] }, 400);
	const landownerId = owner.landownerId ?? (await ownerRoleOf(tx, viewer, owner.companyId ?? ''));
	// Said once, it holds for the talk's other rows.
	owner.landownerId = landownerId;
	if (row.topicId) {
		const [topic] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, row.topicId));
		if (!topic) throw badRequest();
	}
	const { topicId, level, horizon, barriers } = row;
	return { landownerId, propertyId: propertyOf(owner, row), topicId, level, horizon, barriers };
}

/** The property named; with none named the one the talk is about, when it is one; else the whole holding. */
function propertyOf(owner: Owner, row: StanceRow): string | null {
	if (row.propertyId === WHOLE_HOLDING) return null;
	if (!row.propertyId) return owner.meantPropertyId;
	if (owner.properties.some(({ id }) => id === row.propertyId)) return row.propertyId;
	throw new HarvestRefusal({ [`stances[${row.at}].propertyId`]: [m.dialogues_stance_property_not_owned()] }, 400);
}
