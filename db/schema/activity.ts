import { choice, id, index, instant, int, json, primaryKey, ref, table, text } from '../columns.ts';

/** The audit chain: who did what to which fields. Append-only; ids and field names, never values. */
export const activity = table(
	'activity',
	{
		seq: int().primaryKey(),
		prevHash: text().notNull(),
		/** SHA-256 over `prevHash` and the row's canonical JSON. */
		hash: text().notNull(),
		at: instant().notNull(),
		actorKind: choice(['user', 'system'] as const).notNull(),
		actorId: ref(),
		verb: text().notNull(),
		subjectKind: text().notNull(),
		subjectId: ref().notNull(),
		fields: json<string[]>().notNull().default([]),
		requestId: text(),
		/** SHA-256 of the values in `activity_values`, so that erasing them leaves the chain whole. */
		valuesHash: text(),
	},
	(t) => [index('activity_subject').on(t.subjectKind, t.subjectId, t.seq), index('activity_actor').on(t.actorId, t.seq)],
);

/** Further records an activity touched. */
export const activitySubjects = table(
	'activity_subjects',
	{ seq: int().notNull(), subjectKind: text().notNull(), subjectId: ref().notNull() },
	(t) => [primaryKey({ columns: [t.seq, t.subjectKind, t.subjectId] }), index('activity_subjects_subject').on(t.subjectKind, t.subjectId, t.seq)],
);

/** Values before and after, apart from the chain and erasable. */
export const activityValues = table(
	'activity_values',
	{ id: id(), seq: int().notNull(), field: text().notNull(), before: json<unknown>(), after: json<unknown>() },
	(t) => [index('activity_values_seq').on(t.seq)],
);
