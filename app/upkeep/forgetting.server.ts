import { and, eq, inArray, like, or } from 'drizzle-orm';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import { kindNamed } from '#app/record/declared.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { activity, activityValues, drafts, favourites, importChanges, importRows, recentRecords, trash } from '#db/schema/index.ts';

/** Most ids in one statement. */
const AT_ONCE = 200;

/**
 * Leaves no word of erased records and their parts beside the tables they stood in: search, stars, visits, drafts of whatever
 * form, what imports kept of them, and the values in the audit chain. The chain itself keeps that something was done, by ids.
 */
export async function forget(tx: Db, records: readonly Ref[]): Promise<void> {
	for (const kind of new Set(records.map((record) => record.kind))) {
		const ids = records.filter((record) => record.kind === kind).map(({ id }) => id);
		for (let at = 0; at < ids.length; at += AT_ONCE) await forgetSome(tx, kind, ids.slice(at, at + AT_ONCE));
	}
}

async function forgetSome(tx: Db, kind: string, ids: string[]) {
	const lines = tx
		.select({ seq: activity.seq })
		.from(activity)
		.where(and(eq(activity.subjectKind, kind), inArray(activity.subjectId, ids)));
	await tx.delete(activityValues).where(inArray(activityValues.seq, lines));
	await tx.delete(drafts).where(inArray(drafts.recordId, ids));
	await forgetImported(tx, kind, ids);
	const known = kindNamed(kind);
	if (known?.upkeep) {
		await tx.delete(trash).where(and(eq(trash.kind, kind), inArray(trash.recordId, ids)));
		await tx.delete(favourites).where(and(eq(favourites.kind, kind), inArray(favourites.recordId, ids)));
		await tx.delete(recentRecords).where(and(eq(recentRecords.kind, kind), inArray(recentRecords.recordId, ids)));
		// Forms of what would have hung there: they open no more, and are called by its name.
		await tx.delete(drafts).where(or(...ids.map((id) => like(drafts.path, `%${id}%`))));
	}
	await known?.forgetBeside?.(tx, ids);
	if (known?.found) await refreshFindables(tx, kind, ids);
}

/** An import keeps that it wrote the record, for its count and its undoing, and nothing of what it wrote. */
async function forgetImported(tx: Db, kind: string, ids: string[]) {
	const blanked = await tx
		.update(importChanges)
		.set({ before: null, after: null })
		.where(and(eq(importChanges.recordKind, kind), inArray(importChanges.recordId, ids)))
		.returning({ importId: importChanges.importId, rowNo: importChanges.rowNo });
	for (const { importId, rowNo } of blanked)
		await tx
			.update(importRows)
			.set({ diff: null })
			.where(and(eq(importRows.importId, importId), eq(importRows.rowNo, rowNo)));
}
