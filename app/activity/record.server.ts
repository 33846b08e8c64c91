import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { currentRequestId } from '#app/http/request-id.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activitySubjects, activityValues } from '#db/schema/index.ts';
import { chainLock } from '#db/sql.server.ts';

/** Who acts: a signed-in person, or the system itself (commands on the server, imports by script). */
export type Actor = { kind: 'user'; id: string } | { kind: 'system' };
export const SYSTEM: Actor = { kind: 'system' };

/** `<kind>.<participle>` in every line: "company.revised", "dialogue.logged". Lines of before that have the bare verb ("log"). */
export type Verb = `${string}.${string}`;

export interface Deed {
	verb: Verb;
	subject: { kind: string; id: string };
	/** Further records the deed touched. */
	also?: ReadonlyArray<{ kind: string; id: string }>;
	/** Field → [before, after]; the names go into the chain, the values beside it, where they can be erased. */
	changes?: Record<string, readonly [unknown, unknown]>;
}

/** What the first line has for the hash of the one before it. */
export const START = '0'.repeat(64);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Appends one line to the audit chain, in the transaction of the deed itself.
 * Each line's hash covers the line before it, so that a changed or missing line shows.
 */
export async function recordActivity(tx: Db, actor: Actor, deed: Deed): Promise<void> {
	if (chainLock) await (tx as unknown as { execute(query: typeof chainLock): Promise<unknown> }).execute(chainLock);
	const [head] = await tx.select({ seq: activity.seq, hash: activity.hash }).from(activity).orderBy(desc(activity.seq)).limit(1);
	const seq = (head?.seq ?? 0) + 1;
	const values = Object.entries(deed.changes ?? {}).map(([field, [before, after]]) => ({
		id: newId(),
		seq,
		field,
		before: before ?? null,
		after: after ?? null,
	}));
	const line = {
		seq,
		prevHash: head?.hash ?? START,
		at: new Date(),
		actorKind: actor.kind,
		actorId: actor.kind === 'user' ? actor.id : null,
		verb: deed.verb,
		subjectKind: deed.subject.kind,
		subjectId: deed.subject.id,
		fields: values.map(({ field }) => field).sort(),
		requestId: currentRequestId() ?? null,
		valuesHash: values.length > 0 ? valuesHash(values) : null,
	};
	await tx.insert(activity).values({ ...line, hash: lineHash(line) });
	// A record touched in two ways is named once.
	const touched = new Map((deed.also ?? []).map(({ kind, id }) => [`${kind} ${id}`, { seq, subjectKind: kind, subjectId: id }]));
	if (touched.size > 0) await tx.insert(activitySubjects).values([...touched.values()]);
	if (values.length > 0) await tx.insert(activityValues).values(values);
}

/** The hash of a line's values, in the order they were written. */
export const valuesHash = (values: Array<typeof activityValues.$inferSelect>): string =>
	sha256(JSON.stringify(values.map(({ id, seq, field, before, after }) => ({ id, seq, field, before, after }))));

type Line = Omit<typeof activity.$inferSelect, 'hash'>;

/** The hash of one line as it stands in the chain. */
export function lineHash(line: Line): string {
	const { seq, prevHash, at, actorKind, actorId, verb, subjectKind, subjectId, fields, requestId, valuesHash } = line;
	return sha256(JSON.stringify([seq, prevHash, at.toISOString(), actorKind, actorId, verb, subjectKind, subjectId, fields, requestId, valuesHash]));
}
