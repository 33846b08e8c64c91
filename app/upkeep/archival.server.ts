import { and, eq } from 'drizzle-orm';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { rowTable } from '#app/record/declared.server.ts';
import type { Obstacle, PutAwayState, Ref } from '#app/record/kind.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { trash } from '#db/schema/index.ts';
import { momentFor, refreshPutAway, takeAlong } from './along.server.ts';
import { hangingOn, isKept } from './hanging.server.ts';
import { type UpkeepRecord, upkeepOf } from './records.server.ts';

/** What became of a record put away or fetched back; `refused` names the reason. */
export type Settled = { kind: 'settled' } | { kind: 'refused'; why: Obstacle } | Conflict;

/**
 * Puts a record away, throws it away or fetches it back, with what goes along with it: a firm's sites, needs and issues.
 * Put away it leaves lists, pickers and search, while old talks keep pointing at it; thrown away it is erased after thirty
 * days. `version` is the one the page showed. What stands that way already is answered like the first time.
 * 403 without the right, 404 when there is no such record.
 */
export async function settleRecord(
	viewer: Viewer,
	record: Pick<UpkeepRecord, 'kind' | 'id' | 'mayArchive'>,
	state: PutAwayState,
	version: number,
): Promise<Settled> {
	if (!record.mayArchive) throw forbidden();
	const { kind, id } = record;
	return write(async (tx): Promise<Settled> => {
		const table = rowTable(kind);
		const [row] = await tx.select({ version: table.version, archivedAt: table.archivedAt }).from(table).where(eq(table.id, id));
		if (!row) throw notFound();
		const inTrash = and(eq(trash.kind, kind), eq(trash.recordId, id));
		const [thrown] = await tx.select({ at: trash.trashedAt }).from(trash).where(inTrash);
		if (state === (thrown ? 'trashed' : row.archivedAt ? 'archived' : 'present')) return { kind: 'settled' };
		const why = await obstacle(tx, { kind, id }, state);
		if (why) return { kind: 'refused', why };
		const moment = state === 'present' ? null : (row.archivedAt ?? (await momentFor(tx, { kind, id })));
		const written = await tx
			.update(table)
			.set({ archivedAt: moment, version: row.version + 1, updatedAt: new Date() })
			.where(and(eq(table.id, id), eq(table.version, version)))
			.returning({ id: table.id });
		if (written.length === 0) return conflictWith(tx, { kind, id });
		await tx.delete(trash).where(inTrash);
		if (state === 'trashed') await tx.insert(trash).values({ kind, recordId: id, trashedAt: new Date(), trashedById: viewer.id });
		const along = moment?.getTime() === row.archivedAt?.getTime() ? [] : await takeAlong(tx, { kind, id }, { from: row.archivedAt, to: moment });
		const verb = { archived: 'archived', trashed: 'trashed', present: 'restored' }[state];
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: `${kind}.${verb}`, subject: { kind, id }, also: along });
		await refreshPutAway(tx, { kind, id }, along);
		return { kind: 'settled' };
	});
}

async function obstacle(tx: Db, { kind, id }: Ref, state: PutAwayState): Promise<Obstacle | null> {
	if (state === 'trashed' && isKept(await hangingOn(tx, kind, id))) return 'kept';
	return (await upkeepOf(kind).obstacle?.(tx, id, state)) ?? null;
}
