import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { asc, eq, inArray } from 'drizzle-orm';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { dropBytes } from '#app/attachments/file-store.server.ts';
import { besideDatabase } from '#app/env.server.ts';
import { kindNamed } from '#app/record/declared.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import { type Db, db, foldLog, write } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { activity, activitySubjects } from '#db/schema/index.ts';
import { erase } from './erasing.server.ts';
import { forget } from './forgetting.server.ts';

// A copy of yesterday brings back what was erased since. So each erasure is noted outside the database, by kind and id alone,
// and done again at the start where the database still has it. The note must outlive the copy: it is not restored with it.

const ledger = () => besideDatabase('erased');
const lineOf = ({ kind, id }: Ref) => `${kind} ${id}`;

/** What the ledger names, in the order it was erased. */
function noted(): Ref[] {
	if (!existsSync(ledger())) return [];
	return readFileSync(ledger(), 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [kind = '', id = ''] = line.split(' ');
			return isId(id) ? [{ kind, id }] : [];
		});
}

/** Notes records as erased; on the disk when it returns. */
export function noteErased(records: readonly Ref[]): void {
	if (records.length === 0) return;
	const file = openSync(ledger(), 'a', 0o600);
	try {
		writeSync(file, records.map((record) => `${lineOf(record)}\n`).join(''));
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

/** Erases a record with its parts and every word of it elsewhere; null when something hangs on it, and it stays. */
export async function eraseWhole(tx: Db, record: Ref): Promise<Ref[] | null> {
	const parts = await erase(tx, record);
	if (!parts) return null;
	await forget(tx, [record, ...parts]);
	await recordActivity(tx, SYSTEM, { verb: 'trash.purged', subject: { kind: 'trash', id: newId() }, also: [record] });
	return parts;
}

/** The bytes of erased files, which lie beside the database. */
export async function dropFilesOf(parts: readonly Ref[]): Promise<void> {
	for (const { kind, id } of parts) if (kind === 'attachment') await dropBytes(id);
}

type Failed = (error: unknown, record: Ref) => void;

/**
 * At the start: notes what the database knows to be erased and the ledger does not, and erases once more what the ledger
 * names and the database has again. Answers how many; what cannot be erased is told of and tried at the next start.
 */
export async function replayErasures(failed: Failed): Promise<number> {
	const names = noted();
	await catchUp(new Set(names.map(lineOf)));
	let erased = 0;
	for (const record of await presentOf(names)) {
		try {
			const parts = await write((tx) => eraseWhole(tx, record));
			if (!parts) throw new Error('Something hangs on a record that was erased before this copy was put in place');
			await dropFilesOf(parts);
			erased += 1;
		} catch (error) {
			failed(error, record);
		}
	}
	if (erased > 0) await foldLog();
	return erased;
}

/** A process that died between an erasure and its note. */
async function catchUp(known: ReadonlySet<string>) {
	const rows = await db
		.select({ kind: activitySubjects.subjectKind, id: activitySubjects.subjectId })
		.from(activity)
		.innerJoin(activitySubjects, eq(activitySubjects.seq, activity.seq))
		.where(eq(activity.verb, 'trash.purged'))
		.orderBy(asc(activity.seq));
	noteErased(rows.filter((row) => !known.has(lineOf(row))));
}

const AT_ONCE = 200;

/** Those that are there, in the same order. */
async function presentOf(names: readonly Ref[]): Promise<Ref[]> {
	const present = new Set<string>();
	for (const kind of new Set(names.map((name) => name.kind))) {
		const known = kindNamed(kind);
		if (!known?.upkeep) continue;
		const ids = [...new Set(names.filter((name) => name.kind === kind).map(({ id }) => id))];
		for (let at = 0; at < ids.length; at += AT_ONCE) {
			const rows = await db
				.select({ id: known.table.id })
				.from(known.table)
				.where(inArray(known.table.id, ids.slice(at, at + AT_ONCE)));
			for (const { id } of rows) present.add(lineOf({ kind, id }));
		}
	}
	return names.filter((name) => present.delete(lineOf(name)));
}
