import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { activity, users } from '#db/schema/index.ts';
import { editedTable } from './edited.server.ts';

/** The edition of a record that stands saved: its number, when it came to be and, where the audit chain knows, by whom. */
export interface Edition {
	version: number;
	/** Null when no person saved it (an import, a district drawn anew). */
	by: string | null;
	at: Date;
}

/** What a command answers when the record was saved since the form was opened: nothing was written. */
export interface Conflict {
	kind: 'conflict';
	edition: Edition;
}

/** A record that is edited under a version. */
export interface Subject {
	kind: string;
	id: string;
}

/** The conflict with what stands saved now. Read afresh: on PostgreSQL the other save may be younger than this transaction's first look. */
export const conflictWith = async (tx: Db, subject: Subject): Promise<Conflict> => ({ kind: 'conflict', edition: await editionOf(tx, subject) });

/** The edition of a record that stands saved now. */
export async function editionOf(from: Db, subject: Subject): Promise<Edition> {
	const table = editedTable(subject.kind);
	const [row] = await from.select({ version: table.version, at: table.updatedAt }).from(table).where(eq(table.id, subject.id));
	if (!row) throw new Error(`No ${subject.kind} ${subject.id} to conflict with`);
	const [line] = await from
		.select({ by: users.name, at: activity.at })
		.from(activity)
		.leftJoin(users, eq(users.id, activity.actorId))
		.where(and(eq(activity.subjectKind, subject.kind), eq(activity.subjectId, subject.id)))
		.orderBy(desc(activity.seq))
		.limit(1);
	// A line older than the row is of an earlier edition: the last change came with another record's deed.
	const by = line && line.at >= row.at ? line.by : null;
	return { version: row.version, by, at: row.at };
}
