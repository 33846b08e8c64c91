import { lt } from 'drizzle-orm';
import { sweepFiles } from '#app/attachments/commands.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import { foldLog, write } from '#db/client.server.ts';
import { pruneCopies } from '#db/copies.server.ts';
import { engine, sqlitePath } from '#db/engine.ts';
import { realFile } from '#db/found.server.ts';
import { drafts, parkedPosts } from '#db/schema/index.ts';
import { noteErased } from './erasures.server.ts';
import { eraseImported } from './import-fading.server.ts';
import { purgeTrash } from './purge.server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DRAFTS_KEPT_MS = 30 * DAY;
const PARKED_KEPT_MS = HOUR;
/** What the rows of an imported file said. */
const ROWS_KEPT_MS = 30 * DAY;

/** What was cleared away, for the log: counts only. */
export interface Cleared {
	trashErased: number;
	trashKept: number;
	/** Records that could not be erased; they are tried again the next time. */
	trashFailed: number;
	drafts: number;
	parkedPosts: number;
	files: number;
	importRows: number;
	/** Copies of the database made before migrations. */
	copies: number;
}

/** What failed of keeping house: a step, or one record of the trash. Ids and names of steps, nothing anybody typed. */
export interface Failure {
	step: 'trash' | 'drafts' | 'parkedPosts' | 'files' | 'importRows' | 'copies' | 'log';
	record?: { kind: string; id: string };
}
type Failed = (error: unknown, failure: Failure) => void;

/**
 * Erases what has been kept as long as was promised: the trash, drafts nobody came back to, forms parked at a lost sign-in,
 * files, rows of imports. Each for itself: one that fails is told of and leaves the others their turn.
 */
export async function keepHouse(now: Date = new Date(), failed: Failed = () => {}): Promise<Cleared> {
	const before = (ms: number) => new Date(now.getTime() - ms);
	const counted = (step: Failure['step'], clear: () => Promise<number>) =>
		clear().catch((error: unknown) => {
			failed(error, { step });
			return 0;
		});
	const missed = (error: unknown, record: Ref) => failed(error, { step: 'trash', record });
	const trash = await purgeTrash(now, missed, (record) => noteErased([record])).catch((error: unknown) => {
		failed(error, { step: 'trash' });
		return { erased: 0, kept: 0, failed: 0 };
	});
	const cleared = {
		...{ trashErased: trash.erased, trashKept: trash.kept, trashFailed: trash.failed },
		drafts: await counted('drafts', () => eraseDrafts(before(DRAFTS_KEPT_MS))),
		parkedPosts: await counted('parkedPosts', () => eraseParked(before(PARKED_KEPT_MS))),
		files: await counted('files', () => sweepFiles(now)),
		importRows: await counted('importRows', () => eraseImported(before(ROWS_KEPT_MS))),
		copies: await counted('copies', async () => (engine === 'sqlite' ? pruneCopies(realFile(sqlitePath), now) : 0)),
	};
	// Until then the log beside the database still says what was erased.
	await counted('log', async () => {
		await foldLog();
		return 0;
	});
	return cleared;
}

const eraseDrafts = async (before: Date): Promise<number> =>
	(await write((tx) => tx.delete(drafts).where(lt(drafts.updatedAt, before)).returning({ id: drafts.recordId }))).length;

const eraseParked = async (before: Date): Promise<number> =>
	(await write((tx) => tx.delete(parkedPosts).where(lt(parkedPosts.parkedAt, before)).returning({ id: parkedPosts.id }))).length;

/** Keeps house now and once a day, as long as the process lives. What fails stops nobody: `tell` hears of it. */
export function keepHouseDaily(tell: { done(cleared: Cleared): void; failed: Failed }): void {
	const round = () => void keepHouse(new Date(), tell.failed).then(tell.done);
	round();
	setInterval(round, DAY).unref();
}
