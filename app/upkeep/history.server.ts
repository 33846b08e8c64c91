import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden } from '#app/http/errors.ts';
import { kindOf } from '#app/record/declared.server.ts';
import type { Upkeep } from '#app/record/kind.server.ts';
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
	/** Which one, where it was done to something that hangs on the record. */
	about: string | null;
	changes: FieldChange[];
	/** An import whose values have been erased. */
	isFaded: boolean;
}

/**
 * What became of a record, the latest first: one line per save with the fields it changed in words. Only for those who may
 * read every part of the record: 403 for others. `before` is the sequence number to go on behind.
 */
export async function historyOf(viewer: Viewer, record: UpkeepRecord, before: number | null): Promise<{ lines: HistoryLine[]; next: number | null }> {
	if (!record.mayReadHistory) throw forbidden();
	const { fields, current: currentOf } = upkeepOf(record.kind);
	const verbs = entryVerbs(viewer);
	// An import is one line for all its records; which they are stands beside it.
	const byFile = db
		.select({ id: importChanges.importId })
		.from(importChanges)
		.where(and(eq(importChanges.recordKind, record.kind), eq(importChanges.recordId, record.id)));
	// Shares, roles, follow-ups and needs have no history of their own: what was done to them is told where they hang.
	const ofEntries = db
		.select({ seq: activitySubjects.seq })
		.from(activitySubjects)
		.where(and(eq(activitySubjects.subjectKind, record.kind), eq(activitySubjects.subjectId, record.id)));
	const rows = await db
		.select({
			seq: activity.seq,
			at: activity.at,
			verb: activity.verb,
			kind: activity.subjectKind,
			id: activity.subjectId,
			by: users.name,
			importId: imports.id,
			fileName: imports.fileName,
		})
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
	const entries = page.filter(({ fileName, verb }) => fileName === null && verbs.includes(verb));
	const [own, told, imported, current] = await Promise.all([
		valuesOf(page.filter(({ fileName, verb }) => fileName === null && !verbs.includes(verb)).map(({ seq }) => seq)),
		toldOf(viewer, entries),
		importedValues(
			record,
			files.map(({ importId }) => importId),
		),
		record.mayRevert && !record.archivedAt ? currentOf(record.id) : null,
	]);
	const ofFiles = files.flatMap(({ seq, importId }) =>
		(imported.get(importId) ?? []).map((value) => ({ ...value, seq, id: `${seq}.${value.field}` })),
	);
	const shown = [...spelled(fields, [...own, ...ofFiles]), ...told.values];
	const names = await namesIn(shown);
	const lines = page.map(({ seq, at, verb, id, by, importId, fileName }) => ({
		...{ seq, at, by, deed: deedOf(verb, fileName), about: verbs.includes(verb) ? (told.names.get(id) ?? null) : null },
		isFaded: isImport(verb) && importId !== null && imported.get(importId) === null,
		changes: shown
			.filter((value) => value.seq === seq)
			.map(({ id, field, spec, before: was, after: is }) => ({
				id,
				label: spec.label(),
				before: worded(spec, was, names),
				after: worded(spec, is, names),
				isRevertible: current !== null && !verbs.includes(verb) && isRevertible(spec, verb, field, was, current),
			})),
	}));
	return { lines, next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null };
}

/** The values of which a table of fields knows the words. */
const spelled = <Value extends { field: string }>(fields: Upkeep['fields'], values: readonly Value[]) =>
	values.flatMap((value) => {
		const spec = Object.hasOwn(fields, value.field) ? fields[value.field] : undefined;
		return spec ? [{ ...value, spec }] : [];
	});

/** Of what hangs on the record: what each is called, and what changed in those whose words the viewer may read. */
async function toldOf(viewer: Viewer, lines: ReadonlyArray<{ seq: number; kind: string; id: string }>) {
	const found = await Promise.all(
		[...new Set(lines.map(({ kind }) => kind))].map(async (kind) => {
			const { told } = kindOf(kind);
			if (!told) return { names: [], values: [] };
			const own = lines.filter((line) => line.kind === kind);
			const names = await told.names(viewer, [...new Set(own.map(({ id }) => id))]);
			const values = await valuesOf(own.filter(({ id }) => names.has(id)).map(({ seq }) => seq));
			return { names: [...names], values: spelled(told.fields, values) };
		}),
	);
	return { names: new Map(found.flatMap(({ names }) => names)), values: found.flatMap(({ values }) => values) };
}

async function valuesOf(seqs: readonly number[]) {
	if (seqs.length === 0) return [];
	return await db
		.select()
		.from(activityValues)
		.where(inArray(activityValues.seq, [...seqs]))
		.orderBy(asc(activityValues.id));
}
