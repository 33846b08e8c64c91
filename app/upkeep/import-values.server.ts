import { and, asc, eq, exists, inArray } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { importChanges, importRows, imports } from '#db/schema/index.ts';
import type { UpkeepRecord } from './records.server.ts';

/** What one import did to a record, field by field; null once the rows of its file have been erased. */
export type ImportedValues = ReadonlyArray<{ field: string; before: unknown; after: unknown }> | null;

/**
 * What these imports changed of a record, for as long as the rows of their files are kept (thirty days): one line of the audit
 * chain stands for a whole file, so the values lie beside it, record by record. Two statements, however many imports.
 */
export async function importedValues(
	{ kind, id }: Pick<UpkeepRecord, 'kind' | 'id'>,
	importIds: readonly string[],
): Promise<Map<string, ImportedValues>> {
	if (importIds.length === 0) return new Map();
	const rows = db.select({ id: importRows.id }).from(importRows).where(eq(importRows.importId, imports.id));
	const kept = await db
		.select({ id: imports.id })
		.from(imports)
		.where(and(inArray(imports.id, [...importIds]), exists(rows)));
	const changes = await db
		.select()
		.from(importChanges)
		.where(
			and(
				eq(importChanges.recordKind, kind),
				eq(importChanges.recordId, id),
				inArray(
					importChanges.importId,
					kept.map((one) => one.id),
				),
			),
		)
		.orderBy(asc(importChanges.position));
	return new Map(importIds.map((importId) => [importId, kept.some((one) => one.id === importId) ? netOf(changes, importId) : null]));
}

/** A file may name a firm in several rows: what counts is where it began and where it ended. */
function netOf(changes: ReadonlyArray<typeof importChanges.$inferSelect>, importId: string): ImportedValues {
	const steps = changes.filter((change) => change.importId === importId);
	const before = steps[0]?.before ?? {};
	const after: Record<string, unknown> = Object.assign({}, ...steps.map((step) => step.after));
	return Object.entries(after).flatMap(([field, is]) => {
		const was = before[field] ?? null;
		return isSame(was, is) ? [] : [{ field, before: was, after: is }];
	});
}

/** Nothing, no and an empty list say the same of a record that was not there before. */
const isSame = (was: unknown, is: unknown): boolean => JSON.stringify(plain(was)) === JSON.stringify(plain(is));
const plain = (value: unknown): unknown => (value === false || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value);
