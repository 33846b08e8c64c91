import { lt } from 'drizzle-orm';
import { sweepFiles } from '#app/dialogues/attachments.server.ts';
import { write } from '#db/client.server.ts';
import { drafts, parkedPosts } from '#db/schema/index.ts';
import { purgeTrash } from './purge.server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DRAFTS_KEPT_MS = 30 * DAY;
const PARKED_KEPT_MS = HOUR;

/** What was cleared away, for the log: counts only. */
export interface Cleared {
	trashErased: number;
	trashKept: number;
	drafts: number;
	parkedPosts: number;
	files: number;
}

/** Erases what has been kept as long as was promised: the trash, drafts nobody came back to, forms parked at a lost sign-in, files. */
export async function keepHouse(now: Date = new Date()): Promise<Cleared> {
	const { erased, kept } = await purgeTrash(now);
	const [draftsGone, parkedGone] = await write(async (tx) => [
		await tx
			.delete(drafts)
			.where(lt(drafts.updatedAt, new Date(now.getTime() - DRAFTS_KEPT_MS)))
			.returning({ id: drafts.recordId }),
		await tx
			.delete(parkedPosts)
			.where(lt(parkedPosts.parkedAt, new Date(now.getTime() - PARKED_KEPT_MS)))
			.returning({ id: parkedPosts.id }),
	]);
	const files = await sweepFiles(now);
	return { trashErased: erased, trashKept: kept, drafts: draftsGone?.length ?? 0, parkedPosts: parkedGone?.length ?? 0, files };
}

/** Keeps house now and once a day, as long as the process lives. Its failure stops nobody: `tell` hears of it. */
export function keepHouseDaily(tell: { done(cleared: Cleared): void; failed(error: unknown): void }): void {
	const round = () => void keepHouse().then(tell.done, tell.failed);
	round();
	setInterval(round, DAY).unref();
}
