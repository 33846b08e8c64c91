import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { keepingDraft } from '#app/drafts/drafts.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { HistoryField } from '#app/record/kind.server.ts';
import { type Reverted, refusedBack } from '#app/record/put-back.server.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { activity, activityValues } from '#db/schema/index.ts';
import { isRevision } from './deeds.server.ts';
import { type UpkeepRecord, upkeepOf } from './records.server.ts';

/**
 * Gives one field the value it had before a change, as a new change made through the field's own form and command: every
 * rule of today holds. `version` is the one the page showed. 404 for a change that is not this record's, 403 without the
 * right to revise it.
 */
export async function putBack(viewer: Viewer, record: UpkeepRecord, changeId: unknown, version: number): Promise<Reverted> {
	const { kind, id } = record;
	if (!record.mayReadHistory || !record.mayRevert) throw forbidden();
	if (record.archivedAt) return refusedBack(m.upkeep_revert_archived());
	if (!isId(changeId)) throw notFound();
	const [change] = await db
		.select({ seq: activityValues.seq, field: activityValues.field, before: activityValues.before, verb: activity.verb })
		.from(activityValues)
		.innerJoin(activity, eq(activity.seq, activityValues.seq))
		.where(and(eq(activityValues.id, changeId), eq(activity.subjectKind, kind), eq(activity.subjectId, id)));
	const upkeep = upkeepOf(kind);
	if (!change || !isRevision(change.verb) || !Object.hasOwn(upkeep.fields, change.field) || !upkeep.fields[change.field]?.isRevertible)
		throw notFound();
	return keepingDraft(viewer, { form: kind, recordId: id }, () => upkeep.putBack(viewer, { id, version }, change));
}

/** True where putting back would change something: the line changed the field, and the field has another value now. */
export function isRevertible(spec: HistoryField, verb: string, field: string, before: unknown, current: Readonly<Record<string, unknown>>): boolean {
	if (!spec.isRevertible || spec.goesBack?.(before, current) === false) return false;
	return isRevision(verb) && textOf(before) !== textOf(current[field]);
}

/** Lists are the same in whatever order. */
const textOf = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).sort() : (value ?? null));
