import { desc } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { imports } from '#db/schema/index.ts';

type Batch = Pick<typeof imports.$inferSelect, 'startedAt' | 'aliveAt' | 'finishedAt'>;

/** An import says several times a second that it lives; one silent for longer was killed. */
const SILENT_MS = 15_000;

/** Rows of the file are being written at this moment. */
export function isRunning({ startedAt, aliveAt, finishedAt }: Batch): boolean {
	return finishedAt === null && Date.now() - (aliveAt ?? startedAt).getTime() < SILENT_MS;
}

/** The latest imports, newest first. */
export const latestImports = (most: number) => db.select().from(imports).orderBy(desc(imports.startedAt), desc(imports.id)).limit(most);
export type ListedImport = Awaited<ReturnType<typeof latestImports>>[number];
