import { and, desc, eq, exists, or, type SQL } from 'drizzle-orm';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Order, pageByKey } from '#app/lists/keyset.server.ts';
import { db } from '#db/client.server.ts';
import { dialogueColleagues, dialogues, dialogueTopics, timelineEntries, units, users } from '#db/schema/index.ts';
import type { Channel, TimelineScope } from '#db/vocabulary.ts';
import { headingColumns, type TalkEntry, withParts } from './parts.server.ts';

export interface TalkPage {
	entries: TalkEntry[];
	/** The place the next, older page goes on from; null on the last. */
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

const NEWEST_FIRST: Order = { by: { heldOn: timelineEntries.heldOn, id: timelineEntries.recordId }, isDescending: true };

/**
 * The talks of one scope, newest first, each once. Four statements, whatever the scope holds. Filtered, a page looks at
 * the next 2,000 entries: where fewer match than fit the page, `next` leads on from there, and a page may be empty.
 */
export async function timelineOf(
	viewer: Viewer,
	scope: Scope,
	{ after = null, limit = 20, ...filter }: TimelineFilter & { after?: string | null; limit?: number } = {},
): Promise<TalkPage> {
	const matching = conditionOf(viewer, filter);
	const read = (which: SQL | undefined, order: SQL[], most: number) => {
		const window = entriesOf(scope, which, order)
			.limit(matching ? WINDOW : most)
			.as('window');
		return db
			.select(headingColumns(viewer))
			.from(window)
			.innerJoin(dialogues, eq(dialogues.id, window.id))
			.innerJoin(users, eq(users.id, dialogues.authorId))
			.innerJoin(units, eq(units.id, dialogues.unitId))
			.where(and(within(viewer, 'dialogues'), matching))
			.orderBy(desc(window.heldOn), desc(window.id))
			.limit(most);
	};
	const { rows, next } = await pageByKey(read, NEWEST_FIRST, { after }, limit);
	return { entries: await withParts(viewer, rows), next: next ?? (matching ? await endOfWindow(scope, after) : null) };
}

/** Where a full window ends; null when the scope ended within it. */
async function endOfWindow(scope: Scope, after: string | null): Promise<string | null> {
	const read = (which: SQL | undefined, order: SQL[], limit: number) =>
		entriesOf(scope, which, order)
			.offset(WINDOW - 1)
			.limit(limit);
	return (await pageByKey(read, NEWEST_FIRST, { after }, 1)).next;
}

const entriesOf = ({ kind, id }: Scope, which: SQL | undefined, order: SQL[]) =>
	db
		.select({ heldOn: timelineEntries.heldOn, id: timelineEntries.recordId })
		.from(timelineEntries)
		.where(and(eq(timelineEntries.scopeKind, kind), eq(timelineEntries.scopeId, id), which))
		.orderBy(...order);

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
