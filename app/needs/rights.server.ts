import { and, eq, exists, isNull, or, type SQL } from 'drizzle-orm';
import { noteReadable } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { db } from '#db/client.server.ts';
import { dialogues, skillNeeds } from '#db/schema/index.ts';

/**
 * Needs whose free wording this viewer may read: it says what the note of its talk says. Skill, number, level and day are
 * read by every work role, of a confidential talk too: what a district lacks is theirs to plan for.
 */
export const wordingReadable = (viewer: Viewer): SQL | undefined =>
	or(
		isNull(skillNeeds.dialogueId),
		exists(
			db
				.select({ id: dialogues.id })
				.from(dialogues)
				.where(and(eq(dialogues.id, skillNeeds.dialogueId), noteReadable(viewer))),
		),
	);

interface Worded {
	/** Null where the viewer may not read it. */
	wording: string | null;
	skill: { nameDa: string; nameEn: string } | null;
}

/** The need under the words the viewer may read: its own, else the skill's name. */
export const readably = <T extends Worded>(need: T): T & { wording: string; isClosed: boolean } => ({
	...need,
	wording: need.wording ?? (need.skill ? named(need.skill) : m.dialogues_need_wording_closed()),
	isClosed: need.wording === null,
});
