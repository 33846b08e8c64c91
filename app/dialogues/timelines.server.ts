import { and, desc, eq, exists, lt, lte, or, type SQL } from 'drizzle-orm';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Cursor, cursorText } from '#app/http/cursor.ts';
import { db } from '#db/client.server.ts';
import { dialogueColleagues, dialogues, dialogueTopics, timelineEntries, units, users } from '#db/schema/index.ts';
import type { Channel, TimelineScope } from '#db/vocabulary.ts';
import { headingColumns, type TalkEntry, withParts } from './parts.server.ts';

export interface TalkPage {
	entries: TalkEntry[];
	/** Cursor of the next, older page; null on the last. */
	next: string | null;
}

export interface TimelineFilter {
	/** Only talks whose topics the viewer may read are found by one. */
	topicId?: string | null;
	/** Who of the municipality held the talk or took part in it. */
	personId?: string | null;
	kind?: Channel | null;
}

/** So many entries of a scope one filtered page looks at; a district may have 50,000, and few that match. */
const WINDOW = 2_000;

interface Scope {
	kind: TimelineScope;
	id: string;
}

/**
 * The talks of one scope, newest first, each once. Four statements, whatever the scope holds. Filtered, a page looks at
 * the next 2,000 entries: where fewer match than fit the page, `next` leads on from there, and a page may be empty.
 */
export async function timelineOf(
	viewer: Viewer,
	scope: Scope,
	{ before = null, limit = 20, ...filter }: TimelineFilter & { before?: Cursor | null; limit?: number } = {},
): Promise<TalkPage> {
	const matching = conditionOf(viewer, filter);
	const window = db
		.select({ heldOn: timelineEntries.heldOn, recordId: timelineEntries.recordId })
		.from(timelineEntries)
		.where(ofScope(scope, before))
		.orderBy(desc(timelineEntries.heldOn), desc(timelineEntries.recordId))
		.limit(matching ? WINDOW : limit + 1)
		.as('window');
	const rows = await db
		.select(headingColumns(viewer))
		.from(window)
		.innerJoin(dialogues, eq(dialogues.id, window.recordId))
		.innerJoin(users, eq(users.id, dialogues.authorId))
		.innerJoin(units, eq(units.id, dialogues.unitId))
		.where(and(within(viewer, 'dialogues'), matching))
		.orderBy(desc(window.heldOn), desc(window.recordId))
		.limit(limit + 1);
	const page = await pageOf(viewer, rows, limit);
	return matching && !page.next ? { ...page, next: await endOfWindow(scope, before) } : page;
}

/** Where a full window ends, as a cursor; null when the scope ended within it. */
async function endOfWindow(scope: Scope, before: Cursor | null): Promise<string | null> {
	const last = await db
		.select({ heldOn: timelineEntries.heldOn, id: timelineEntries.recordId })
		.from(timelineEntries)
		.where(ofScope(scope, before))
		.orderBy(desc(timelineEntries.heldOn), desc(timelineEntries.recordId))
		.offset(WINDOW - 1)
		.limit(2);
	return last.length === 2 && last[0] ? cursorText(last[0]) : null;
}

const ofScope = ({ kind, id }: Scope, before: Cursor | null) =>
	and(
		eq(timelineEntries.scopeKind, kind),
		eq(timelineEntries.scopeId, id),
		before ? olderThan(before, timelineEntries.heldOn, timelineEntries.recordId) : undefined,
	);

function conditionOf(viewer: Viewer, { topicId, personId, kind }: TimelineFilter): SQL | undefined {
	return and(
		topicId ? and(noteReadable(viewer), exists(onTopic(topicId))) : undefined,
		personId ? or(eq(dialogues.authorId, personId), exists(tookPart(personId))) : undefined,
		kind ? eq(dialogues.channel, kind) : undefined,
	);
}

export const onTopic = (topicId: string) =>
	db
		.select({ id: dialogueTopics.topicId })
		.from(dialogueTopics)
		.where(and(eq(dialogueTopics.dialogueId, dialogues.id), eq(dialogueTopics.topicId, topicId)));

const tookPart = (userId: string) =>
	db
		.select({ id: dialogueColleagues.userId })
		.from(dialogueColleagues)
		.where(and(eq(dialogueColleagues.dialogueId, dialogues.id), eq(dialogueColleagues.userId, userId)));

// The first condition is what the index ranges on; the second settles talks of the same day.
export const olderThan = (
	{ heldOn, id }: Cursor,
	dayColumn: typeof dialogues.heldOn | typeof timelineEntries.heldOn,
	idColumn: typeof dialogues.id | typeof timelineEntries.recordId,
): SQL | undefined => and(lte(dayColumn, heldOn), or(lt(dayColumn, heldOn), lt(idColumn, id)));

/** The first `limit` of the rows with all their parts, and the cursor of the next page when there are more. */
export async function pageOf(viewer: Viewer, rows: Parameters<typeof withParts>[1], limit: number): Promise<TalkPage> {
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return { entries: await withParts(viewer, page), next: rows.length > limit && last ? cursorText(last) : null };
}
