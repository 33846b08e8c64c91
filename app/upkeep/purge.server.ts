import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { Ref } from '#app/record/kind.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { trash } from '#db/schema/index.ts';
import { dropFilesOf, eraseWhole } from './erasures.server.ts';
import { KEPT_MS } from './trash.server.ts';

/** Records looked up at a time. */
const BATCH = 25;
const NIL = '00000000-0000-0000-0000-000000000000';

type Due = { kind: string; recordId: string };

/** Hears of a record that could not be erased: the error for the log, which leaves its values out, and the record by its id. */
export type Missed = (error: unknown, record: { kind: string; id: string }) => void;

/**
 * Erases what was thrown away more than thirty days ago, with its parts and every word kept of them elsewhere. What something
 * hangs on stays, archived. Each record is a write of its own with a line in the audit chain, so that one that cannot be
 * erased keeps none of the others: `missed` hears of it, and it is tried again the next time. `erased` hears of each that went.
 * Answers how many became what.
 */
export async function purgeTrash(
	now: Date = new Date(),
	missed?: Missed,
	erased?: (record: Ref) => void,
): Promise<{ erased: number; kept: number; failed: number }> {
	const before = new Date(now.getTime() - KEPT_MS);
	const counts = { erased: 0, kept: 0, failed: 0 };
	for (let place: string | null = NIL; place !== null; ) {
		const batch: Due[] = await dueAfter(place, before);
		for (const due of batch) {
			const record = { kind: due.kind, id: due.recordId };
			const outcome = await write((tx) => eraseDue(tx, record, before)).catch((error: unknown) => {
				missed?.(error, record);
				return 'failed' as const;
			});
			counts[typeof outcome === 'string' ? outcome : 'erased'] += 1;
			if (typeof outcome === 'string') continue;
			erased?.(record);
			await dropFilesOf(outcome);
		}
		place = batch.length === BATCH ? (batch.at(-1)?.recordId ?? null) : null;
	}
	return counts;
}

const dueAfter = (place: string, before: Date): Promise<Due[]> =>
	db
		.select({ kind: trash.kind, recordId: trash.recordId })
		.from(trash)
		.where(and(lt(trash.trashedAt, before), gt(trash.recordId, place)))
		.orderBy(asc(trash.recordId))
		.limit(BATCH);

async function eraseDue(tx: Db, { kind, id }: Ref, before: Date): Promise<Ref[] | 'kept'> {
	// Fetched back since it was listed: it stays.
	const still = await tx
		.select({ at: trash.trashedAt })
		.from(trash)
		.where(and(eq(trash.kind, kind), eq(trash.recordId, id), lt(trash.trashedAt, before)));
	return (still.length > 0 && (await eraseWhole(tx, { kind, id }))) || 'kept';
}
