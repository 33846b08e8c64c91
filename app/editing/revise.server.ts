import { and, eq } from 'drizzle-orm';
import { differences } from '#app/activity/differences.ts';
import { editedTable } from '#app/activity/edited.server.ts';
import { type Conflict, conflictWith, type Subject } from '#app/activity/edition.server.ts';
import { type Deed, recordActivity, type Verb } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { isDuplicate } from '#db/sql.server.ts';

/** What became of an edit. `unchanged`: it stands as typed already, and nothing was written. */
export type Revised = { kind: 'saved' } | { kind: 'unchanged' } | Conflict;

/** What became of a new record. `differs`: its form saved it before, and it stands with other words. */
export type Created = { kind: 'saved'; id: string } | { kind: 'differs'; id: string };

type Changes = NonNullable<Deed['changes']>;
type Touched = NonNullable<Deed['also']>;

interface Revision<Row> {
	before: Row;
	/** The version the form showed. */
	version: number | undefined;
	/** The row's fields as wanted. What differs is written and stands in the audit line with both values. */
	wanted: Partial<Row>;
	/** Columns that follow from the wanted ones: written with them, named nowhere. */
	derived?: Partial<Row>;
	/** Changes that are no fields of the row, or are told in other words. */
	beside?: Changes;
	/** Further records it touches. */
	also?: Touched;
	/** `<kind>.revised`, where it is nothing else. */
	verb?: Verb;
	/** Writes the changed fields where the row has a writer of its own; false when somebody changed it since. */
	save?: (fields: Partial<Row>) => Promise<boolean>;
	/** What hangs on it, in place of its own entry in the search; answers further records that it touched. */
	// biome-ignore lint/suspicious/noConfusingVoidType: most of what follows answers nothing.
	after?: (fields: Partial<Row>) => Promise<Touched | undefined | void>;
}

/**
 * Revises one record, in the write of its command: nothing at all when nothing differs, a conflict when somebody saved since the
 * form was opened, else its row with the next version, what follows from it, one line of activity, its entry in the search. The
 * draft of its form is gone unless it met a conflict.
 */
export async function revise<Row extends { version: number }>(tx: Db, viewer: Viewer, subject: Subject, revision: Revision<Row>): Promise<Revised> {
	const { before, version, wanted, derived, beside, also = [], verb = `${subject.kind}.revised`, save, after } = revision;
	const changed = differences(before, wanted);
	const changes = { ...changed, ...beside };
	if (Object.keys(changes).length === 0) {
		await dropDraft(tx, viewer, { form: subject.kind, recordId: subject.id });
		return { kind: 'unchanged' };
	}
	// Keys are those of `wanted`, values its own.
	const fields = Object.fromEntries(Object.entries(changed).map(([field, [, wish]]) => [field, wish])) as Partial<Row>;
	const isSaved = before.version === version && (await (save ? save(fields) : saveRow(tx, subject, before.version, { ...fields, ...derived })));
	if (!isSaved) return conflictWith(tx, subject);
	const touched = after ? await after(fields) : undefined;
	await recordDeed(tx, viewer, { verb, subject, also: [...also, ...(touched ?? [])], changes }, !after);
	return { kind: 'saved' };
}

/** What ends every save of a record: its line of activity, no draft of it, and unless it is done otherwise its entry in the search. */
export async function recordDeed(tx: Db, viewer: Viewer, deed: Deed & { subject: Subject }, isFindable = true): Promise<void> {
	await recordActivity(tx, { kind: 'user', id: viewer.id }, deed);
	await endSave(tx, viewer, deed.subject, isFindable);
}

/** The same where what was changed has lines of its own. */
export async function endSave(tx: Db, viewer: Viewer, { kind, id }: Subject, isFindable = true): Promise<void> {
	await dropDraft(tx, viewer, { form: kind, recordId: id });
	if (isFindable) await refreshFindable(tx, { kind, id });
}

/** The record an earlier try of the same form made: as typed now, or with other words. */
export async function madeBefore(tx: Db, viewer: Viewer, { kind, id }: Subject, isAsTyped: boolean): Promise<Created> {
	if (isAsTyped) await dropDraft(tx, viewer, { form: kind, recordId: id });
	return { kind: isAsTyped ? 'saved' : 'differs', id };
}

/** One write of a new record. On PostgreSQL two equal posts can pass the look before either has written: the second try finds the row. */
export async function writeOnce<Answer>(work: (tx: Db) => Promise<Answer>): Promise<Answer> {
	try {
		return await write(work);
	} catch (error) {
		if (isDuplicate(error)) return write(work);
		throw error;
	}
}

async function saveRow(tx: Db, { kind, id }: Subject, version: number, fields: object): Promise<boolean> {
	const table = editedTable(kind);
	const saved = await tx
		.update(table)
		.set({ ...fields, version: version + 1, updatedAt: new Date() })
		.where(and(eq(table.id, id), eq(table.version, version)))
		.returning({ id: table.id });
	return saved.length > 0;
}
