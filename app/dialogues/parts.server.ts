import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { noteReadable } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { followUpReadable } from '#app/follow-ups/queries.server.ts';
import { grouped, type SubjectLink, subjectsOf } from '#app/subjects/links.server.ts';
import { db } from '#db/client.server.ts';
import { dialogues, dialogueTopics, followUps, topics, units, users } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';
import type { Channel, FollowUpKind, FollowUpState } from '#db/vocabulary.ts';
import { type Confidentiality, excerpt } from './dialogue.ts';

export interface FollowUpBrief {
	id: string;
	/** Null when it is not the viewer's to read. */
	text: string | null;
	dueOn: string | null;
	kind: FollowUpKind;
	state: FollowUpState;
}

/** A talk in a list or on a timeline. */
export interface TalkEntry {
	id: string;
	heldOn: string;
	heldAtTime: string | null;
	channel: Channel;
	confidentiality: Confidentiality;
	author: { id: string; name: string };
	unit: { id: string; name: string };
	subjects: SubjectLink[];
	/** False: note, topics and follow-up text are not for this viewer; say who reads them instead. */
	isNoteReadable: boolean;
	/** The beginning of the note. */
	note: string | null;
	topics: Array<{ id: string; nameDa: string; nameEn: string }>;
	followUps: FollowUpBrief[];
}

/** The columns every reader of talks asks for; the query joins `users` and `units`. */
export const headingColumns = (viewer: Viewer) => ({
	id: dialogues.id,
	heldOn: dialogues.heldOn,
	heldAtTime: dialogues.heldAtTime,
	channel: dialogues.channel,
	confidentiality: dialogues.confidentiality,
	authorId: dialogues.authorId,
	authorName: users.name,
	unitId: dialogues.unitId,
	unitName: units.name,
	readableId: visibleWhen(noteReadable(viewer), dialogues.id),
	note: visibleWhen(noteReadable(viewer), dialogues.note),
});

/** The headings of talks, with who held them for whom; which ones, and in what order, is the caller's to say. */
export const headings = (viewer: Viewer) =>
	db
		.select(headingColumns(viewer))
		.from(dialogues)
		.innerJoin(users, eq(users.id, dialogues.authorId))
		.innerJoin(units, eq(units.id, dialogues.unitId));

export interface HeadingRow {
	id: string;
	heldOn: string;
	heldAtTime: string | null;
	channel: Channel;
	confidentiality: Confidentiality;
	authorId: string;
	authorName: string;
	unitId: string;
	unitName: string;
	readableId: string | null;
	note: string | null;
}

/** Fills one page of talks with subjects, topics and follow-ups: three statements, however many talks. */
export async function withParts(viewer: Viewer, rows: readonly HeadingRow[]): Promise<TalkEntry[]> {
	const ids = rows.map(({ id }) => id);
	const readable = rows.flatMap(({ readableId }) => readableId ?? []);
	const [subjects, topicsOf, followUpsOf] = await Promise.all([subjectsOf(ids), topicsByTalk(readable), followUpsByTalk(viewer, ids)]);
	return rows.map(({ authorId, authorName, unitId, unitName, readableId, note, ...heading }) => ({
		...heading,
		author: { id: authorId, name: authorName },
		unit: { id: unitId, name: unitName },
		subjects: subjects.get(heading.id) ?? [],
		isNoteReadable: readableId !== null,
		note: note && excerpt(note),
		topics: topicsOf.get(heading.id) ?? [],
		followUps: followUpsOf.get(heading.id) ?? [],
	}));
}

/** Several lists of talks with their parts, in the same three statements; a talk may stand in more than one. */
export async function listsWithParts(viewer: Viewer, ...lists: ReadonlyArray<readonly HeadingRow[]>): Promise<TalkEntry[][]> {
	const rows = new Map(lists.flat().map((row) => [row.id, row]));
	const entries = new Map((await withParts(viewer, [...rows.values()])).map((entry) => [entry.id, entry]));
	return lists.map((list) => list.flatMap(({ id }) => entries.get(id) ?? []));
}

async function topicsByTalk(readableIds: readonly string[]) {
	if (readableIds.length === 0) return new Map<string, TalkEntry['topics']>();
	const rows = await db
		.select({ dialogueId: dialogueTopics.dialogueId, id: topics.id, nameDa: topics.nameDa, nameEn: topics.nameEn })
		.from(dialogueTopics)
		.innerJoin(topics, eq(topics.id, dialogueTopics.topicId))
		.where(inArray(dialogueTopics.dialogueId, [...readableIds]))
		.orderBy(asc(topics.position));
	return grouped(rows, ({ id, nameDa, nameEn }) => [{ id, nameDa, nameEn }]);
}

async function followUpsByTalk(viewer: Viewer, dialogueIds: readonly string[]) {
	if (dialogueIds.length === 0) return new Map<string, FollowUpBrief[]>();
	const rows = await db
		.select({
			dialogueId: dialogues.id,
			id: followUps.id,
			text: visibleWhen(followUpReadable(viewer), followUps.text),
			dueOn: followUps.dueOn,
			kind: followUps.kind,
			state: followUps.state,
		})
		.from(followUps)
		.innerJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.where(and(inArray(followUps.dialogueId, [...dialogueIds]), isNull(followUps.archivedAt)))
		.orderBy(asc(followUps.id));
	return grouped(rows, ({ dialogueId: _, ...brief }) => [brief]);
}
