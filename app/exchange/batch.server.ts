import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
import type { Origin } from '#app/companies/rows.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { DatabaseBusyError } from '#db/errors.ts';
import { newId } from '#db/new-id.ts';
import { importChanges, imports } from '#db/schema/index.ts';
import { ExchangeError } from './record.ts';
import type { Change } from './snapshot.server.ts';

// An import while it is written: short transactions, each with the material of undo, and room for the others between.

export interface Batch {
	id: string;
	origin: Origin;
	/** Next position in the list of changes. */
	position: number;
	/** Sums of districts whose state before the import is kept already. */
	summaries: Set<string>;
}

/** Longer than another process sleeps before it asks for the write lock again: whoever waits comes in between. */
const ROOM_MS = 20;
/** How often a batch of rows waits its turn, five seconds each, before it gives up. */
const PATIENCE = 24;

/** One transaction of a long work, with room for others' writes after it; waits longer than a page would when the database is busy. */
export async function step<T>(work: (tx: Db) => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		try {
			const result = await write(work);
			await pause(ROOM_MS);
			return result;
		} catch (error) {
			if (!(error instanceof DatabaseBusyError) || tries >= PATIENCE) throw error;
		}
	}
}

/** A sign of life. Throws where the batch was closed meanwhile: somebody took it back. */
export async function stayAlive(tx: Db, { id }: Batch): Promise<void> {
	const open = await tx
		.update(imports)
		.set({ aliveAt: new Date() })
		.where(and(eq(imports.id, id), isNull(imports.finishedAt)))
		.returning({ id: imports.id });
	if (open.length === 0) throw new ExchangeError('batch_closed', id);
}

/** `rowNos`: the row of the file that changed a firm, or a district, first. */
export async function recordChanges(tx: Db, batch: Batch, changes: readonly Change[], rowNos: ReadonlyMap<string, number>): Promise<void> {
	if (changes.length === 0) return;
	await tx.insert(importChanges).values(
		changes.map(({ kind, id, row, before }) => ({
			id: newId(),
			importId: batch.id,
			position: batch.position++,
			rowNo: rowNos.get(typeof row.companyId === 'string' ? row.companyId : id) ?? 0,
			recordKind: kind,
			recordId: id,
			isCreated: before === null,
			versionAfter: typeof row.version === 'number' ? row.version : null,
			before,
			// What a history shows, for as long as the rows are kept; undo goes by `before` alone.
			after: kind === 'company' || kind === 'site' ? changedFields(before, row) : null,
		})),
	);
}

const changedFields = (before: Change['row'] | null, row: Change['row']): Change['row'] =>
	Object.fromEntries(Object.entries(row).filter(([field, value]) => JSON.stringify(before?.[field]) !== JSON.stringify(value)));
