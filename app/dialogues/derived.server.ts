import { eq } from 'drizzle-orm';
import { concernsLandOnly } from '#app/subjects/subject.ts';
import { subjectsOfTalk } from '#app/subjects/talk.server.ts';
import { rebuildAllTimelines, refreshTimeline } from '#app/timelines/derived.server.ts';
import type { Db } from '#db/client.server.ts';
import { dialogues } from '#db/schema/index.ts';

/**
 * Brings everything derived of a talk up to date from its subjects, contacts and positions: call it last, once, in every
 * command that changes them, its day, or whether it is archived. No version moves.
 */
export async function refreshTalk(tx: Db, dialogueId: string): Promise<void> {
	await noteWhetherLandOnly(tx, dialogueId);
	await refreshTimeline(tx, dialogueId);
}

async function noteWhetherLandOnly(tx: Db, dialogueId: string): Promise<void> {
	const subjects = await subjectsOfTalk(tx, dialogueId);
	await tx
		.update(dialogues)
		.set({ isLandownerOnly: concernsLandOnly(subjects) })
		.where(eq(dialogues.id, dialogueId));
}

/** Makes everything derived of every talk anew, a hundred at a time. Answers how many there were. */
export const rebuildTalks = (): Promise<number> => rebuildAllTimelines(noteWhetherLandOnly);
