import { and, asc, eq, gt, inArray, isNotNull, isNull, max, or } from 'drizzle-orm';
import { type Db, db, write } from '#db/client.server.ts';
import { companies, dialogueContacts, dialogueSubjects, dialogues, landowners, stances, timelineEntries } from '#db/schema/index.ts';
import type { TimelineScope } from '#db/vocabulary.ts';
import { namedIn, type OwnerRole, timelineScopes } from './scopes.ts';

// What is derived of talks: the timelines each stands on, and the latest talk of firms and owners.

/** Records brought up to date in one transaction of a rebuild. */
const BATCH = 100;

interface Scope {
	scopeKind: TimelineScope;
	scopeId: string;
}

/** Writes a talk's timeline rows anew and recounts the latest talk of every firm and owner it stood or stands with; an archived talk has no rows. */
export async function refreshTimeline(tx: Db, dialogueId: string): Promise<void> {
	const former = await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, dialogueId)).returning({
		scopeKind: timelineEntries.scopeKind,
		scopeId: timelineEntries.scopeId,
	});
	const scopes = await insertEntries(tx, dialogueId);
	await recountLatest(tx, [...former, ...scopes]);
}

async function insertEntries(tx: Db, dialogueId: string): Promise<Scope[]> {
	const [talk] = await tx.select({ heldOn: dialogues.heldOn, archivedAt: dialogues.archivedAt }).from(dialogues).where(eq(dialogues.id, dialogueId));
	if (!talk || talk.archivedAt) return [];
	const scopes = timelineScopes(await concernedBy(tx, dialogueId));
	if (scopes.length > 0)
		await tx
			.insert(timelineEntries)
			.values(scopes.map((scope) => ({ ...scope, heldOn: talk.heldOn, kind: 'dialogue' as const, recordId: dialogueId })));
	return scopes;
}

async function concernedBy(tx: Db, dialogueId: string) {
	const subjects = await tx.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId));
	const met = await tx.select({ id: dialogueContacts.contactId }).from(dialogueContacts).where(eq(dialogueContacts.dialogueId, dialogueId));
	const taken = await tx
		.selectDistinct({ id: stances.landownerId })
		.from(stances)
		.where(and(eq(stances.dialogueId, dialogueId), isNull(stances.retractedAt)));
	const stanceOwnerIds = taken.map(({ id }) => id);
	const ownerRoles = await rolesAmong(tx, namedIn({ subjects, stanceOwnerIds }));
	return { subjects, contactIds: met.map(({ id }) => id), stanceOwnerIds, ownerRoles };
}

async function rolesAmong(tx: Db, { companyIds, landownerIds }: ReturnType<typeof namedIn>): Promise<OwnerRole[]> {
	if (companyIds.size + landownerIds.size === 0) return [];
	const rows = await tx
		.select({ landownerId: landowners.id, companyId: landowners.companyId })
		.from(landowners)
		.where(and(isNotNull(landowners.companyId), or(inArray(landowners.id, [...landownerIds]), inArray(landowners.companyId, [...companyIds]))));
	return rows.flatMap(({ landownerId, companyId }) => (companyId ? [{ landownerId, companyId }] : []));
}

/** An owner and a firm have become one organisation: each one's talks stand on the other's timeline. Part of the write that links them. */
export async function shareTimelines(tx: Db, { landownerId, companyId }: OwnerRole): Promise<void> {
	const [owner, firm] = [
		{ scopeKind: 'landowner', scopeId: landownerId },
		{ scopeKind: 'company', scopeId: companyId },
	] as const;
	for (const [from, to] of [
		[owner, firm],
		[firm, owner],
	] as const) {
		const entries = await tx.select().from(timelineEntries).where(isOf(from));
		for (let at = 0; at < entries.length; at += 1_000)
			await tx
				.insert(timelineEntries)
				.values(entries.slice(at, at + 1_000).map((entry) => ({ ...entry, ...to })))
				.onConflictDoNothing();
	}
	await recountLatest(tx, [owner, firm]);
}

const isOf = ({ scopeKind, scopeId }: Scope) => and(eq(timelineEntries.scopeKind, scopeKind), eq(timelineEntries.scopeId, scopeId));

/** Takes away the timeline of a record that is erased. */
export async function dropTimeline(tx: Db, scope: Scope): Promise<void> {
	await tx.delete(timelineEntries).where(isOf(scope));
}

/** Recounts the day of the latest talk of the firms and owners among these; null = none. Derived, so no version moves. */
async function recountLatest(tx: Db, scopes: readonly Scope[]): Promise<void> {
	for (const [kind, table] of [
		['company', companies],
		['landowner', landowners],
	] as const) {
		for (const scopeId of new Set(scopes.filter(({ scopeKind }) => scopeKind === kind).map((scope) => scope.scopeId))) {
			const [latest] = await tx
				.select({ heldOn: max(timelineEntries.heldOn) })
				.from(timelineEntries)
				.where(isOf({ scopeKind: kind, scopeId }));
			await tx
				.update(table)
				.set({ lastTalkOn: latest?.heldOn ?? null })
				.where(eq(table.id, scopeId));
		}
	}
}

/**
 * Writes the timelines of every talk and the latest talk of every firm and owner anew, a hundred at a time, so that the
 * house goes on meanwhile. Answers how many talks there were.
 */
export async function rebuildAllTimelines(alsoOfTalk: (tx: Db, id: string) => Promise<void>): Promise<number> {
	const talks = await inBatches(dialogues, async (tx, id) => {
		await alsoOfTalk(tx, id);
		await insertAnew(tx, id);
	});
	await inBatches(companies, (tx, scopeId) => recountLatest(tx, [{ scopeKind: 'company', scopeId }]));
	await inBatches(landowners, (tx, scopeId) => recountLatest(tx, [{ scopeKind: 'landowner', scopeId }]));
	return talks;
}

async function insertAnew(tx: Db, dialogueId: string) {
	await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, dialogueId));
	await insertEntries(tx, dialogueId);
}

async function inBatches(table: typeof dialogues | typeof companies | typeof landowners, renew: (tx: Db, id: string) => Promise<void>) {
	let count = 0;
	for (let last = ''; ; ) {
		const rows = await db.select({ id: table.id }).from(table).where(gt(table.id, last)).orderBy(asc(table.id)).limit(BATCH);
		await write(async (tx) => {
			for (const { id } of rows) await renew(tx, id);
		});
		count += rows.length;
		const end = rows.at(-1);
		if (!end || rows.length < BATCH) return count;
		last = end.id;
	}
}
