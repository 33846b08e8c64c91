import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { forbidden } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { activity, activityValues, importChanges, imports, users } from '#db/schema/index.ts';
import { deedOf } from './deeds.ts';
import { fieldLabel } from './field-labels.ts';
import type { UpkeepRecord } from './records.server.ts';
import { currentValues, isRevertible } from './revertible.server.ts';
import { namesIn, worded } from './worded.server.ts';

const PAGE = 20;

/** One field of one save, in words. */
export interface FieldChange {
	/** Of the stored value before and after: what "put back" names. */
	id: string;
	label: string;
	before: string;
	after: string;
	isRevertible: boolean;
}

/** One save: what was done, by whom, when, and what it changed. */
export interface HistoryLine {
	seq: number;
	at: Date;
	/** Null = the system itself. */
	by: string | null;
	deed: string;
	changes: FieldChange[];
}

/**
 * What became of a record, the latest first: one line per save with the fields it changed in words. Only for those who may
 * read every part of the record: 403 for others. `before` is the sequence number to go on behind.
 */
export async function historyOf(record: UpkeepRecord, before: number | null): Promise<{ lines: HistoryLine[]; next: number | null }> {
	if (!record.mayReadHistory) throw forbidden();
	// An import is one line for all its records; which they are stands beside it.
	const byFile = db
		.select({ id: importChanges.importId })
		.from(importChanges)
		.where(and(eq(importChanges.recordKind, record.kind), eq(importChanges.recordId, record.id)));
	const rows = await db
		.select({ seq: activity.seq, at: activity.at, verb: activity.verb, by: users.name, fileName: imports.fileName })
		.from(activity)
		.leftJoin(users, eq(users.id, activity.actorId))
		.leftJoin(imports, and(eq(activity.subjectKind, 'import'), eq(imports.id, activity.subjectId)))
		.where(
			and(
				or(
					and(eq(activity.subjectKind, record.kind), eq(activity.subjectId, record.id)),
					and(eq(activity.subjectKind, 'import'), inArray(activity.subjectId, byFile)),
				),
				before === null ? undefined : lt(activity.seq, before),
			),
		)
		.orderBy(desc(activity.seq))
		.limit(PAGE + 1);
	const page = rows.slice(0, PAGE);
	const [values, current] = await Promise.all([
		valuesOf(page.filter(({ fileName }) => fileName === null).map(({ seq }) => seq)),
		record.mayRevert && !record.archivedAt ? currentValues(record) : null,
	]);
	const shown = values.filter(({ field }) => fieldLabel(record.kind, field) !== null);
	const names = await namesIn(shown);
	const lines = page.map(({ seq, at, verb, by, fileName }) => ({
		...{ seq, at, by, deed: deedOf(verb, fileName) },
		changes: shown
			.filter((value) => value.seq === seq)
			.map(({ id, field, before: was, after: is }) => ({
				id,
				label: fieldLabel(record.kind, field) ?? field,
				before: worded(field, was, names),
				after: worded(field, is, names),
				isRevertible: current !== null && isRevertible(record.kind, verb, field, was, current),
			})),
	}));
	return { lines, next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null };
}

async function valuesOf(seqs: readonly number[]) {
	if (seqs.length === 0) return [];
	return await db
		.select()
		.from(activityValues)
		.where(inArray(activityValues.seq, [...seqs]))
		.orderBy(asc(activityValues.id));
}
