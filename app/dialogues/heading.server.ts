import { and, eq, isNull } from 'drizzle-orm';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { write } from '#db/client.server.ts';
import { dialogues } from '#db/schema/index.ts';
import { CHANNELS } from '#db/vocabulary.ts';
import { mayRevise } from './acting.ts';

/**
 * Gives one field of a talk's own row an earlier value again; its subjects, needs and promises stay as they are.
 * `refused`: the field or the value is none a talk can have. `conflict`: the talk was saved since `version`.
 */
export async function putBackInTalk(
	viewer: Viewer,
	{ id, version }: { id: string; version: number },
	field: string,
	value: string | null,
): Promise<{ kind: 'revised' } | { kind: 'refused' } | Conflict> {
	if (!can(viewer, 'revise', 'dialogue')) throw forbidden();
	const fields = fieldOf(field, value);
	if (!fields) return { kind: 'refused' };
	return write(async (tx): Promise<{ kind: 'revised' } | Conflict> => {
		const [before] = await tx
			.select()
			.from(dialogues)
			.where(and(eq(dialogues.id, id), isNull(dialogues.archivedAt)));
		if (!before) throw notFound();
		if (!mayRevise(viewer, before)) throw forbidden();
		const written = await tx
			.update(dialogues)
			.set({ ...fields, version: before.version + 1, updatedAt: new Date() })
			.where(and(eq(dialogues.id, id), eq(dialogues.version, version)))
			.returning({ id: dialogues.id });
		if (written.length === 0) return conflictWith(tx, { kind: 'dialogue', id });
		const was: Readonly<Record<string, unknown>> = before;
		const deed = { verb: 'revise', subject: { kind: 'dialogue', id }, changes: { [field]: [was[field], value] as const } };
		await recordActivity(tx, { kind: 'user', id: viewer.id }, deed);
		await refreshFindable(tx, { kind: 'dialogue', id });
		return { kind: 'revised' };
	});
}

/** The fields that stand alone; a talk is never without channel and note. */
function fieldOf(field: string, value: string | null): Partial<typeof dialogues.$inferInsert> | null {
	switch (field) {
		case 'channel': {
			const channel = CHANNELS.find((known) => known === value);
			return channel ? { channel } : null;
		}
		case 'note':
			return value ? { note: value } : null;
		case 'assessment':
			return { assessment: value };
		case 'heldAtTime':
			return { heldAtTime: value };
		case 'journalReference':
			return { journalReference: value };
		default:
			return null;
	}
}
