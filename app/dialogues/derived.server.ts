import { and, asc, eq, gt, max } from 'drizzle-orm';
import { concernsLandOnly, type Subject } from '#app/subjects/subject.ts';
import { contactsOfTalk, subjectsOfTalk } from '#app/subjects/talk.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { companies, dialogues, landowners, timelineEntries } from '#db/schema/index.ts';
import { timelineScopes } from './dialogue.ts';

// What is derived of a talk: its timeline rows, the latest talk of its firms and owners, and whether it concerns land only.

/** Talks brought up to date in one transaction of a rebuild. */
const BATCH = 100;

/**
 * Brings everything derived of a talk up to date from its subjects and contacts: call it last, once, in every command that
 * changes them, its day, or whether it is archived. `formerly`: subjects it had before. No version moves.
 */
export async function refreshTalk(tx: Db, dialogueId: string, formerly: readonly Subject[] = []): Promise<void> {
	const subjects = await subjectsOfTalk(tx, dialogueId);
	await tx
		.update(dialogues)
		.set({ isLandownerOnly: concernsLandOnly(subjects) })
		.where(eq(dialogues.id, dialogueId));
	await rebuildTimeline(tx, dialogueId);
	const touched = [...subjects, ...formerly];
	await recountLastTalk(
		tx,
		touched.map(({ thenCompanyId }) => thenCompanyId),
	);
	await recountOwners(
		tx,
		touched.map(({ landownerId }) => landownerId ?? null),
	);
}

/** Writes a talk's timeline rows anew from its subjects and contacts; an archived talk has none. */
async function rebuildTimeline(tx: Db, dialogueId: string): Promise<void> {
	await tx.delete(timelineEntries).where(eq(timelineEntries.recordId, dialogueId));
	const [talk] = await tx.select({ heldOn: dialogues.heldOn, archivedAt: dialogues.archivedAt }).from(dialogues).where(eq(dialogues.id, dialogueId));
	if (!talk || talk.archivedAt) return;
	const scopes = timelineScopes(await subjectsOfTalk(tx, dialogueId), await contactsOfTalk(tx, dialogueId));
	if (scopes.length === 0) return;
	await tx
		.insert(timelineEntries)
		.values(scopes.map((scope) => ({ ...scope, heldOn: talk.heldOn, kind: 'dialogue' as const, recordId: dialogueId })));
}

/** Recounts the day of the latest talk of these firms; null = none. Derived, so the firm's version stays. */
async function recountLastTalk(tx: Db, companyIds: Iterable<string | null>): Promise<void> {
	for (const id of new Set(companyIds)) {
		if (!id) continue;
		await tx
			.update(companies)
			.set({ lastTalkOn: await latestOn(tx, 'company', id) })
			.where(eq(companies.id, id));
	}
}

/** The same for owners. */
async function recountOwners(tx: Db, landownerIds: Iterable<string | null>): Promise<void> {
	for (const id of new Set(landownerIds)) {
		if (!id) continue;
		await tx
			.update(landowners)
			.set({ lastTalkOn: await latestOn(tx, 'landowner', id) })
			.where(eq(landowners.id, id));
	}
}

async function latestOn(tx: Db, scopeKind: 'company' | 'landowner', scopeId: string): Promise<string | null> {
	const [latest] = await tx
		.select({ heldOn: max(timelineEntries.heldOn) })
		.from(timelineEntries)
		.where(and(eq(timelineEntries.scopeKind, scopeKind), eq(timelineEntries.scopeId, scopeId)));
	return latest?.heldOn ?? null;
}

/**
 * Writes the timelines of every talk and the latest talk of every firm and owner anew, a hundred at a time, so that the
 * house goes on meanwhile. Answers how many talks there were.
 */
export async function rebuildAllTimelines(): Promise<number> {
	const talks = await inBatches(dialogues, (tx, id) => refreshTalk(tx, id));
	await inBatches(companies, (tx, id) => recountLastTalk(tx, [id]));
	await inBatches(landowners, (tx, id) => recountOwners(tx, [id]));
	return talks;
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
