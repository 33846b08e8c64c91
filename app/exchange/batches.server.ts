import { desc } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { imports } from '#db/schema/index.ts';

type Row = typeof imports.$inferSelect;
type Batch = Pick<Row, 'startedAt' | 'aliveAt' | 'finishedAt'>;

/** An import says several times a second that it lives; one silent for longer was killed. */
const SILENT_MS = 15_000;

/** Rows of the file are being written at this moment. */
export function isRunning({ startedAt, aliveAt, finishedAt }: Batch): boolean {
	return finishedAt === null && Date.now() - (aliveAt ?? startedAt).getTime() < SILENT_MS;
}

/** How an import stands; `stopped` half-way by hand or by a kill, `left` taken back but for some records. */
export type ImportState = 'running' | 'stopped' | 'done' | 'left' | 'undone';

export function stateOf(row: Row): ImportState {
	if (row.undoneAt) return 'undone';
	if (row.left) return 'left';
	if (isRunning(row)) return 'running';
	const written = row.created + row.updated + row.unchanged + row.skipped + row.failed;
	return row.finishedAt !== null && written === row.rows ? 'done' : 'stopped';
}

export interface ListedImport extends Row {
	state: ImportState;
}

/** The latest imports, newest first. */
export async function latestImports(most: number): Promise<ListedImport[]> {
	const rows = await db.select().from(imports).orderBy(desc(imports.startedAt), desc(imports.id)).limit(most);
	return rows.map((row) => ({ ...row, state: stateOf(row) }));
}
