import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { dialogues, skillNeeds } from '#db/schema/index.ts';
import { alreadyLogged, type LoggedTalk } from './commands.server.ts';
import type { DialogueInput } from './dialogue.ts';

const A_DAY_MS = 24 * 60 * 60 * 1000;
/** So many talks of one person and one day are looked at. */
const MOST = 50;

/**
 * The viewer's own talk of the last 24 hours that says word for word the same of the same day, people and subjects: without
 * scripts, Back brings the text into a fresh form with another id. Null where anything at all is different.
 */
export async function loggedBefore(viewer: Viewer, input: DialogueInput): Promise<LoggedTalk | null> {
	const { note } = input;
	if (!note || !isId(input.id) || input.stances.length > 0 || input.issues.length > 0 || input.newFirm) return null;
	// Its own earlier try is told apart by its id.
	if ((await db.$count(dialogues, eq(dialogues.id, input.id))) > 0) return null;
	const alike = await db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(
			and(
				eq(dialogues.authorId, viewer.id),
				eq(dialogues.heldOn, input.heldOn),
				eq(dialogues.note, note),
				isNull(dialogues.archivedAt),
				gt(dialogues.createdAt, new Date(Date.now() - A_DAY_MS)),
			),
		)
		.limit(MOST);
	for (const { id } of alike) {
		const told = await alreadyLogged(db, viewer, { ...input, id });
		if (told?.state === 'saved' && (await hasNeeds(id, input))) return told;
	}
	return null;
}

async function hasNeeds(dialogueId: string, { needs }: DialogueInput): Promise<boolean> {
	const told = await db.select({ wording: skillNeeds.wording }).from(skillNeeds).where(eq(skillNeeds.dialogueId, dialogueId));
	return needs.every(({ wording }) => told.some((need) => need.wording === wording));
}
