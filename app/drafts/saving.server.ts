import { and, eq, like, lt, not, or } from 'drizzle-orm';
import { editedTable } from '#app/activity/edited.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { kindOf } from '#app/record/declared.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { drafts } from '#db/schema/index.ts';
import { type Body, isDraft, isOf, isTrace, MOST_PER_PERSON, THROWN_AWAY } from './drafts.server.ts';
import { DRAFT_FIELDS, type DraftKey } from './forms.ts';

// Keeping a draft: what its form's script sends while somebody types.

/** Every form of ours is a few kilobytes; one that can be larger says so. */
const longestBody = (form: string): number => kindOf(form).longestDraft ?? 64_000;
/** One autosave of a tab, counted: two on their way at once are told apart by it. */
const TAB = `${DRAFT_FIELDS}tab`;
const NUMBER = `${DRAFT_FIELDS}no`;
const anHourAgo = () => new Date(Date.now() - 3_600_000);

export interface DraftGiven extends DraftKey {
	path: string;
	label: string | null;
	/** Version the edit began from; null for a new record. */
	baseVersion: number | null;
	body: Body;
	/** When the tab last saw the draft saved; null when it has seen none. */
	seenAt: Date | null;
	/** The tab that saves, and the number of its save. */
	tab: string;
	no: number;
}

export type DraftKept = { kind: 'kept' | 'newer' | 'saved'; updatedAt: Date } | { kind: 'exists' | 'too_large' | 'too_many' };

/**
 * Keeps a draft; the last one wins. At most 50 drafts a person, each of at most 64 kB (a district with its outline 1 MB).
 * `newer`: another tab or device has saved since this one looked, so nothing is written and the tab asks.
 * `saved`: the person has saved the form's record since this tab looked. An autosave that was on its way meanwhile is part of
 * it and ends here; a tab that is still there has now seen the save and says again what it has.
 * `exists`: the new record the draft is of is there: its form is a leftover, whose next save goes under an id of its own.
 */
export async function saveDraft(viewer: Viewer, given: DraftGiven): Promise<DraftKept> {
	const body: Body = [...given.body.filter(([name]) => !name.startsWith(DRAFT_FIELDS)), [TAB, given.tab], [NUMBER, String(given.no)]];
	if (JSON.stringify(body).length > longestBody(given.form)) return { kind: 'too_large' };
	return write(async (tx): Promise<DraftKept> => {
		const isLeftover = or(like(drafts.form, `${THROWN_AWAY}%`), not(isDraft));
		await tx.delete(drafts).where(and(eq(drafts.userId, viewer.id), isLeftover, lt(drafts.updatedAt, anHourAgo())));
		if (await isMade(tx, given)) return { kind: 'exists' };
		const [before] = await tx.select().from(drafts).where(isOf(viewer, given));
		return before ? replaceDraft(tx, viewer, given, body, before) : insertDraft(tx, viewer, given, body);
	});
}

/** The record a new one's draft is of has been saved under its id, whatever became of it since. */
async function isMade(tx: Db, { form, recordId, baseVersion }: DraftGiven): Promise<boolean> {
	if (baseVersion !== null) return false;
	const table = editedTable(form);
	return (await tx.select({ id: table.id }).from(table).where(eq(table.id, recordId)).limit(1)).length > 0;
}

async function insertDraft(tx: Db, viewer: Viewer, given: DraftGiven, body: Body): Promise<DraftKept> {
	const held = await tx
		.select({ recordId: drafts.recordId })
		.from(drafts)
		.where(and(eq(drafts.userId, viewer.id), isDraft))
		.limit(MOST_PER_PERSON);
	if (held.length >= MOST_PER_PERSON) return { kind: 'too_many' };
	const { form, recordId, path, label, baseVersion } = given;
	const now = new Date();
	const row = { userId: viewer.id, form, recordId, path, label, baseVersion, body, createdAt: now, updatedAt: now };
	const [made] = await tx.insert(drafts).values(row).onConflictDoNothing().returning({ updatedAt: drafts.updatedAt });
	if (made) return { kind: 'kept', updatedAt: made.updatedAt };
	// PostgreSQL: another tab, or the form itself, was a moment faster.
	if (await isMade(tx, given)) return { kind: 'exists' };
	const [before] = await tx.select().from(drafts).where(isOf(viewer, given));
	return { kind: before && isTrace(before) ? 'saved' : 'newer', updatedAt: before?.updatedAt ?? now };
}

async function replaceDraft(tx: Db, viewer: Viewer, given: DraftGiven, body: Body, before: typeof drafts.$inferSelect): Promise<DraftKept> {
	const stored = new Map(before.body);
	const isOwnTab = stored.get(TAB) === given.tab;
	// An autosave overtaken by a later one of the same tab has nothing to add.
	if (isOwnTab && Number(stored.get(NUMBER)) >= given.no) return { kind: 'kept', updatedAt: before.updatedAt };
	const isOutdone = !isOwnTab && (given.seenAt === null || before.updatedAt > given.seenAt);
	if (isOutdone) return { kind: isTrace(before) ? 'saved' : 'newer', updatedAt: before.updatedAt };
	const { path, label, baseVersion } = given;
	// Two saves within one millisecond are still two: "newer" is told by the moment.
	const updatedAt = new Date(Math.max(Date.now(), before.updatedAt.getTime() + 1));
	const replaced = await tx
		.update(drafts)
		.set({ path, label, baseVersion, body, updatedAt })
		.where(and(isOf(viewer, given), eq(drafts.updatedAt, before.updatedAt)))
		.returning({ updatedAt: drafts.updatedAt });
	return replaced.length > 0 ? { kind: 'kept', updatedAt } : { kind: 'newer', updatedAt };
}
