import { setTimeout as sleep } from 'node:timers/promises';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import type { Card } from '#app/record/card.ts';
import { kindNamed } from '#app/record/declared.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import { db, write, writeIfIdle } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { favourites, recentRecords } from '#db/schema/index.ts';

import { cardsOf } from './find.server.ts';

const RECENT = 20;
const FAVOURITES = 50;

/** The records a person starred and those they opened last, newest first. */
async function recordsOnShelf(viewer: Viewer): Promise<{ starred: Ref[]; opened: Ref[] }> {
	const [starred, opened] = await Promise.all([
		db
			.select({ kind: favourites.kind, id: favourites.recordId })
			.from(favourites)
			.where(eq(favourites.userId, viewer.id))
			.orderBy(desc(favourites.starredAt))
			.limit(FAVOURITES),
		openedLately(viewer),
	]);
	return { starred, opened };
}

/** True for what the viewer starred or opened lately. */
export async function shelfTest(viewer: Viewer): Promise<(record: Ref) => boolean> {
	const { starred, opened } = await recordsOnShelf(viewer);
	const keys = new Set([...starred, ...opened].map(({ kind, id }) => `${kind} ${id}`));
	return ({ kind, id }) => keys.has(`${kind} ${id}`);
}

/** What a person starred and what they opened last, newest first, as far as they may still know of it. */
export async function shelfOf(viewer: Viewer): Promise<{ favourites: Card[]; recent: Card[] }> {
	const { starred, opened } = await recordsOnShelf(viewer);
	const cards = await cardsOf(viewer, [...starred, ...opened]);
	return { favourites: cards.slice(0, countOf(cards, starred)), recent: cards.slice(countOf(cards, starred)) };
}

/** How many of the cards, which keep the order asked for, stand for these records. */
function countOf(cards: readonly Card[], records: readonly Ref[]): number {
	let count = 0;
	for (const { kind, id } of records) if (cards[count]?.kind === kind && cards[count]?.id === id) count += 1;
	return count;
}

const openedLately = (viewer: Viewer) =>
	db
		.select({ kind: recentRecords.kind, id: recentRecords.recordId })
		.from(recentRecords)
		.where(eq(recentRecords.userId, viewer.id))
		.orderBy(desc(recentRecords.openedAt))
		.limit(RECENT);

export async function isFavourite(viewer: Viewer, kind: string, id: string): Promise<boolean> {
	const [row] = await db
		.select({ kind: favourites.kind })
		.from(favourites)
		.where(and(eq(favourites.userId, viewer.id), eq(favourites.kind, kind), eq(favourites.recordId, id)));
	return row !== undefined;
}

/** Stars a record, or takes the star away; said twice it is the same. 404 for what the viewer may not know of. Answers the record's page. */
export async function setFavourite(viewer: Viewer, kind: string | undefined, id: string | undefined, isStarred: boolean): Promise<string> {
	if (!kind || !kindNamed(kind)?.upkeep || !isId(id)) throw notFound();
	const [card] = await cardsOf(viewer, [{ kind, id }]);
	if (!card) throw notFound();
	const mine = and(eq(favourites.userId, viewer.id), eq(favourites.kind, kind), eq(favourites.recordId, id));
	await write(async (tx) => {
		if (isStarred) await tx.insert(favourites).values({ userId: viewer.id, kind, recordId: id, starredAt: new Date() }).onConflictDoNothing();
		else await tx.delete(favourites).where(mine);
	});
	return card.to;
}

/**
 * Remembers that a record's page was opened; the last twenty stay. Nobody waits for it, and it stands in no writer's way:
 * while others write it is put off. A page is shown also when it fails: it is a convenience, not a fact.
 */
export function noteOpened(viewer: Viewer, kind: string, id: string): void {
	opened.set(`${viewer.id} ${kind} ${id}`, () => remember(viewer, kind, id));
	const [oldest = ''] = opened.keys();
	if (opened.size > MOST_PUT_OFF) opened.delete(oldest);
	void noteAll();
}

/** What was opened and is not noted yet. */
const opened = new Map<string, () => Promise<'done' | 'busy'>>();
const MOST_PUT_OFF = 500;
const AGAIN_MS = 250;
let isNoting = false;

async function noteAll() {
	if (isNoting) return;
	isNoting = true;
	for (const [key, note] of opened) {
		if ((await note().catch(() => 'done' as const)) === 'done') opened.delete(key);
		else await sleep(AGAIN_MS, undefined, { ref: false });
	}
	isNoting = false;
	if (opened.size > 0) void noteAll();
}

/** The same at once, unless others are writing. */
export async function remember(viewer: Viewer, kind: string, id: string): Promise<'done' | 'busy'> {
	const [latest] = await openedLately(viewer);
	if (latest?.kind === kind && latest.id === id) return 'done';
	return writeIfIdle(async (tx) => {
		const openedAt = new Date();
		await tx
			.insert(recentRecords)
			.values({ userId: viewer.id, kind, recordId: id, openedAt })
			.onConflictDoUpdate({ target: [recentRecords.userId, recentRecords.kind, recentRecords.recordId], set: { openedAt } });
		const beyond = await tx
			.select({ id: recentRecords.recordId })
			.from(recentRecords)
			.where(eq(recentRecords.userId, viewer.id))
			.orderBy(desc(recentRecords.openedAt))
			.limit(RECENT)
			.offset(RECENT);
		if (beyond.length === 0) return;
		await tx.delete(recentRecords).where(
			and(
				eq(recentRecords.userId, viewer.id),
				inArray(
					recentRecords.recordId,
					beyond.map((row) => row.id),
				),
			),
		);
	});
}
