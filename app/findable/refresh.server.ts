import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { type Entry, replaceEntries } from '#db/full-text.server.ts';
import { attachments, followUps, issues } from '#db/schema/index.ts';
import type { EntryKind } from '#db/vocabulary.ts';
import { companyEntries, contactEntries, districtEntries, landownerEntries, propertyEntries, siteEntries } from './names.server.ts';
import { attachmentEntries, dialogueEntries, followUpEntries, issueEntries, needEntries } from './texts.server.ts';

type Builder = (tx: Db, ids: string[]) => Promise<Entry[]>;

const BUILDERS: Record<EntryKind, Builder> = {
	company: companyEntries,
	site: siteEntries,
	landowner: landownerEntries,
	property: propertyEntries,
	contact: contactEntries,
	district: districtEntries,
	dialogue: dialogueEntries,
	need: needEntries,
	issue: issueEntries,
	followUp: followUpEntries,
	attachment: attachmentEntries,
};

const AT_ONCE = 500;

/**
 * Writes what search finds of one record anew, from its rows: call it last in every command that changes what it is
 * called, where it is or who may read it. Archived and unknown records leave no entry. A talk takes along what is read
 * by the readers of its note: follow-ups, issues it raised, files.
 */
export async function refreshFindable(tx: Db, { kind, id }: { kind: EntryKind; id: string }): Promise<void> {
	await refreshFindables(tx, kind, [id]);
	if (kind !== 'dialogue') return;
	await refreshFindables(tx, 'followUp', idsOf(await tx.select({ id: followUps.id }).from(followUps).where(eq(followUps.dialogueId, id))));
	await refreshFindables(tx, 'issue', idsOf(await tx.select({ id: issues.id }).from(issues).where(eq(issues.raisedInId, id))));
	await refreshFindables(tx, 'attachment', idsOf(await tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.dialogueId, id))));
}

/** The same for many records of one kind, in few statements; of talks without what hangs on them. */
export async function refreshFindables(tx: Db, kind: EntryKind, ids: readonly string[]): Promise<void> {
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const some = ids.slice(at, at + AT_ONCE);
		await replaceEntries(tx, kind, some, await BUILDERS[kind](tx, some));
	}
}

const idsOf = (rows: ReadonlyArray<{ id: string }>) => rows.map(({ id }) => id);
