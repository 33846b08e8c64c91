import { asc, gt } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { activity } from '#db/schema/index.ts';
import { lineHash } from './record.server.ts';

const PAGE = 1_000;

/** Walks the audit chain from its first line; answers the number of the first line that does not fit, or null when all do. */
export async function firstBrokenLine(): Promise<number | null> {
	let prevHash = '0'.repeat(64);
	let seq = 0;
	for (;;) {
		const page = await db.select().from(activity).where(gt(activity.seq, seq)).orderBy(asc(activity.seq)).limit(PAGE);
		for (const { hash, ...line } of page) {
			if (line.seq !== seq + 1 || line.prevHash !== prevHash || lineHash(line) !== hash) return line.seq;
			prevHash = hash;
			seq = line.seq;
		}
		if (page.length < PAGE) return null;
	}
}
