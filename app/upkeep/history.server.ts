import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { forbidden } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { activity, activitySubjects, activityValues, importChanges, imports, users } from '#db/schema/index.ts';
import { deedOf, entryVerbs, isImport } from './deeds.server.ts';
import { importedValues } from './import-values.server.ts';
import { type UpkeepRecord, upkeepOf } from './records.server.ts';
import { isRevertible } from './revert.server.ts';
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
	/** An import whose values have been erased. */
	isFaded: boolean;
}

/**
 * What became of a record, the latest first: one line per save with the fields it changed in words. Only for those who may
 * read every part of the record: 403 for others. `before` is the sequence number to go on behind.
 */
export async function historyOf(record: UpkeepRecord, before: number | null): Promise<{ lines: HistoryLine[]; next: number | null }> {
	if (!record.mayReadHistory) throw forbidden();
	const { fields, current: currentOf } = upkeepOf(record.kind);
	const verbs = entryVerbs();
	// An import is one line for all its records; which they are stands beside it.
	const byFile = db
		.select({ id: importChanges.importId })
		.from(importChanges)
		.where(and(eq(importChanges.recordKind, record.kind), eq(importChanges.recordId, record.id)));
	// Shares and roles have no history of their own: what was done to them is told where they hang.
	const ofEntries = db
		.select({ seq: activitySubjects.seq })
		.from(activitySubjects)
		.where(and(eq(activitySubjects.subjectKind, record.kind), eq(activitySubjects.subjectId, record.id)));
	const rows = await db
		.select({ seq: activity.seq, at: activity.at, verb: activity.verb, by: users.name, importId: imports.id, fileName: imports.fileName })
		.from(activity)
		.leftJoin(users, eq(users.id, activity.actorId))
		.leftJoin(imports, and(eq(activity.subjectKind, 'import'), eq(imports.id, activity.subjectId)))
		.where(
			and(
				or(
					and(eq(activity.subjectKind, record.kind), eq(activity.subjectId, record.id)),
					and(eq(activity.subjectKind, 'import'), inArray(activity.subjectId, byFile)),
					and(inArray(activity.verb, verbs), inArray(activity.seq, ofEntries)),
				),
				before === null ? undefined : lt(activity.seq, before),
			),
		)
		.orderBy(desc(activity.seq))
		.limit(PAGE + 1);
	const page = rows.slice(0, PAGE);
	// What an import that was taken back had changed stands at the import itself.
	const files = page.flatMap(({ seq, verb, importId }) => (importId && isImport(verb) ? [{ seq, importId }] : []));
	const [own, imported, current] = await Promise.all([
		valuesOf(page.filter(({ fileName, verb }) => fileName === null && !verbs.includes(verb)).map(({ seq }) => seq)),
		importedValues(
			record,
			files.map(({ importId }) => importId),
		),
		record.mayRevert && !record.archivedAt ? currentOf(record.id) : null,
	]);
	const ofFiles = files.flatMap(({ seq, importId }) =>
		(imported.get(importId) ?? []).map((value) => ({ ...value, seq, id: `${seq}.${value.field}` })),
	);
	const shown = [...own, ...ofFiles].flatMap((value) => {
		const spec = Object.hasOwn(fields, value.field) ? fields[value.field] : undefined;
		return spec ? [{ ...value, spec }] : [];
	});
	const names = await namesIn(shown);
	const lines = page.map(({ seq, at, verb, by, importId, fileName }) => ({
		...{ seq, at, by, deed: deedOf(verb, fileName) },
		isFaded: isImport(verb) && importId !== null && imported.get(importId) === null,
		changes: shown
			.filter((value) => value.seq === seq)
			.map(({ id, field, spec, before: was, after: is }) => ({
				id,
				label: spec.label(),
				before: worded(spec, was, names),
				after: worded(spec, is, names),
				isRevertible: current !== null && isRevertible(spec, verb, field, was, current),
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
