import { and, desc, eq, gte, isNull, notExists } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { mayRevise } from '#app/auth/acting.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { talkRow } from '#app/subjects/talk.server.ts';
import { db, write } from '#db/client.server.ts';
import { dialogues, followUps } from '#db/schema/index.ts';
import { type HeadingRow, headings } from './parts.server.ts';

// A talk ends with a next step or with the word that none is needed. Saving asks for neither; what is open is asked for after.

/** Says that nothing follows from a talk, or takes that back. By the unit that held it; 404 when it is not there. */
export async function endWithoutNextStep(viewer: Viewer, id: string, hasNoNextStep: boolean): Promise<void> {
	demand(viewer, 'revise', 'dialogue');
	await write(async (tx) => {
		const talk = await talkRow(tx, id);
		if (!talk) throw notFound();
		if (!mayRevise(viewer, talk)) throw forbidden();
		if (talk.hasNoNextStep === hasNoNextStep) return;
		await tx
			.update(dialogues)
			.set({ hasNoNextStep, version: talk.version + 1, updatedAt: new Date() })
			.where(eq(dialogues.id, id));
		const changes = { hasNoNextStep: [talk.hasNoNextStep, hasNoNextStep] } as const;
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: 'dialogue.revised', subject: { kind: 'dialogue', id }, changes });
	});
}

/** Older talks are let be: what should have followed has, or never will. */
const DAYS_ASKED = 30;

/** The headings of the viewer's own talks of the last 30 days that end with neither. */
export async function talksWithoutNextStep(viewer: Viewer, limit: number): Promise<HeadingRow[]> {
	const agreed = db
		.select({ id: followUps.id })
		.from(followUps)
		.where(and(eq(followUps.dialogueId, dialogues.id), isNull(followUps.archivedAt)));
	return headings(viewer)
		.where(
			and(
				within(viewer, 'dialogues'),
				eq(dialogues.authorId, viewer.id),
				gte(dialogues.heldOn, addDays(today(), -DAYS_ASKED)),
				eq(dialogues.hasNoNextStep, false),
				notExists(agreed),
			),
		)
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(limit);
}
