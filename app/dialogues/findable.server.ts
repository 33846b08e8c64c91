import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { assessmentReadable, noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { audienceOfNote, textEntries } from '#app/findable/entry.ts';
import { formatDay } from '#app/i18n/format.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Ref, refsOf } from '#app/record/kind.server.ts';
import { subjectsOf } from '#app/subjects/links.server.ts';
import { channelLabel } from '#app/touches/labels.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { attachments, dialogues, followUps, issues, skillNeeds } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';

// What was said, for those who may read it: the same conditions as on the talk's own page.

/** A talk by its note, and in an entry of its own by its assessment: the two never mix. */
export async function dialogueEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select()
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), isNull(dialogues.archivedAt)))
		.orderBy(asc(dialogues.heldOn), asc(dialogues.id));
	return rows.flatMap((talk) => [
		...textEntries('dialogue', talk.id, audienceOfNote(talk), [talk.note]),
		...textEntries('dialogue', talk.id, `unit:${talk.unitId}`, [talk.assessment]),
	]);
}

/** What is read by the readers of its note: follow-ups, wordings of needs, issues it raised, files. */
export async function foundWithTalk(tx: Db, id: string): Promise<Ref[]> {
	return [
		...refsOf('followUp', await tx.select({ id: followUps.id }).from(followUps).where(eq(followUps.dialogueId, id))),
		...refsOf('need', await tx.select({ id: skillNeeds.id }).from(skillNeeds).where(eq(skillNeeds.dialogueId, id))),
		...refsOf('issue', await tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, id))),
		...refsOf('attachment', await tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.dialogueId, id))),
	];
}

/** Talks by their heading; what was said comes from `dialogueTexts`, for as many as are shown. */
export const dialogueCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: dialogues.id, heldOn: dialogues.heldOn, channel: dialogues.channel })
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues')));
	const subjects = await subjectsOf(rows.map(({ id }) => id));
	return rows.map(({ id, heldOn, channel }) => ({
		...{ kind: 'dialogue' as const, id, to: paths.dialogue(id), on: heldOn },
		title: subjects.get(id)?.[0]?.name ?? channelLabel(channel),
		detail: detailLine(formatDay(heldOn), channelLabel(channel)),
	}));
};

/** What of these talks this viewer may read, by their ids: the note, the assessment, or both, one after the other. */
export async function dialogueTexts(viewer: Viewer, ids: string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({
			id: dialogues.id,
			note: visibleWhen(noteReadable(viewer), dialogues.note),
			assessment: visibleWhen(assessmentReadable(viewer), dialogues.assessment),
		})
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues')));
	return new Map(rows.map(({ id, note, assessment }) => [id, [note, assessment].filter(Boolean).join('\n')]));
}

/** Those of these talks of which this viewer may read a part at all. */
export async function readableTalks(viewer: Viewer, ids: string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues'), or(noteReadable(viewer), assessmentReadable(viewer))));
	return new Set(rows.map(({ id }) => id));
}
