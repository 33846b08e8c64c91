import { and, desc, eq, gt, ne, not, notLike } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { kindNamed } from '#app/record/declared.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { drafts } from '#db/schema/index.ts';
import { DRAFT_FIELDS, type DraftKey } from './forms.ts';

/** Nobody comes back to a draft after a month. */
const KEPT_MS = 30 * 86_400_000;
/** A person's drafts; thrown away ones count until their hour is over. */
export const MOST_PER_PERSON = 50;

/** A draft thrown away waits under its form's name with this before it, so that it can be taken back. */
export const THROWN_AWAY = '~';
/** In the place of the address: the draft has become a save, or was thrown away. */
const SAVED = '';

/** The fields as they stood in the form, in order. */
export type Body = Array<[string, string]>;
/** A line that carries a draft, not the trace of one. */
export const isDraft = ne(drafts.path, SAVED);
export const isTrace = ({ path }: { path: string }): boolean => path === SAVED;
const isFresh = () => gt(drafts.updatedAt, new Date(Date.now() - KEPT_MS));
export const isOf = (viewer: { id: string }, { form, recordId }: { form: string; recordId: string }) =>
	and(eq(drafts.userId, viewer.id), eq(drafts.form, form), eq(drafts.recordId, recordId));

/** A draft as its form opens with it. */
export interface Draft extends DraftKey {
	body: Body;
	updatedAt: Date;
	/** The address that opens the form again. */
	path: string;
	/** Version the edit began from; null for a new record. */
	baseVersion: number | null;
}

/** What this person typed into this form for this record and has not saved; null when there is nothing, or it is nobody else's business. */
export async function draftFor(viewer: Viewer, { form, recordId }: DraftKey): Promise<Draft | null> {
	if (!isId(recordId)) return null;
	const [row] = await db
		.select()
		.from(drafts)
		.where(and(isOf(viewer, { form, recordId }), isDraft, isFresh()));
	if (!row) return null;
	const { updatedAt, path, baseVersion } = row;
	return { form, recordId, body: row.body.filter(([name]) => !name.startsWith(DRAFT_FIELDS)), updatedAt, path, baseVersion };
}

/** What stands in a draft as words, line by line: readable also when its form is closed to its writer now. */
export async function textsOf(viewer: Viewer, key: DraftKey): Promise<string[] | null> {
	const draft = await draftFor(viewer, key);
	return draft?.body.flatMap(([name, value]) => (name.startsWith('_') || !value.trim() || isId(value) ? [] : [value])) ?? null;
}

/** When this person last saved the record's form or threw its draft away, within the hour: tabs opened since have seen that. */
export async function savedAt(viewer: Viewer, key: DraftKey): Promise<Date | null> {
	const [row] = await db
		.select({ at: drafts.updatedAt })
		.from(drafts)
		.where(and(isOf(viewer, key), eq(drafts.path, SAVED)));
	return row?.at ?? null;
}

/** For the form of a new record: the draft the address asks for (`?draft=<id>`) with its id, else a fresh id. */
export async function newRecord(request: Request, viewer: Viewer, form: string): Promise<{ id: string; draft: Draft | null }> {
	const asked = new URL(request.url).searchParams.get('draft');
	const found = asked ? await draftFor(viewer, { form, recordId: asked }) : null;
	// The draft of an edit opens with its record alone, which asks whether it is still the person's to read.
	const draft = found?.baseVersion === null ? found : null;
	return { id: draft?.recordId ?? newId(), draft };
}

/** One line of the list of drafts. */
export interface DraftLine extends DraftKey {
	formLabel: string;
	label: string | null;
	/** Opens the form with what was typed. */
	path: string;
	updatedAt: Date;
}

/** The person's own drafts, newest first, at most `limit`. */
export async function draftsOf(viewer: Viewer, limit = MOST_PER_PERSON): Promise<DraftLine[]> {
	const rows = await db
		.select({
			form: drafts.form,
			recordId: drafts.recordId,
			label: drafts.label,
			path: drafts.path,
			updatedAt: drafts.updatedAt,
			version: drafts.baseVersion,
		})
		.from(drafts)
		.where(and(eq(drafts.userId, viewer.id), notLike(drafts.form, `${THROWN_AWAY}%`), isDraft, isFresh()))
		.orderBy(desc(drafts.updatedAt))
		.limit(limit);
	return rows.flatMap(({ version, ...row }) => {
		const kind = kindNamed(row.form);
		return kind ? [{ ...row, formLabel: kind.one(), path: version === null ? withDraft(row.path, row.recordId) : row.path }] : [];
	});
}

/** The address of a new record's form, told to open this draft. */
function withDraft(path: string, recordId: string): string {
	const url = new URL(path, 'http://here.invalid');
	url.searchParams.set('draft', recordId);
	return `${url.pathname}${url.search}`;
}

/**
 * The record is saved: nothing of the draft stays. To be called in the same write. A line without words stays in its place for
 * an hour, so that an autosave still on its way is told from one that began after the save.
 */
export async function dropDraft(tx: Db, viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	const [before] = await tx.select({ updatedAt: drafts.updatedAt }).from(drafts).where(isOf(viewer, { form, recordId }));
	// Later than whatever a tab has seen, also within one millisecond.
	const updatedAt = new Date(Math.max(Date.now(), (before?.updatedAt.getTime() ?? 0) + 1));
	const saved = { path: SAVED, label: null, baseVersion: null, body: [], updatedAt };
	await tx
		.insert(drafts)
		.values({ userId: viewer.id, form, recordId, ...saved, createdAt: updatedAt })
		.onConflictDoUpdate({ target: [drafts.userId, drafts.form, drafts.recordId], set: saved });
}

/** A save made elsewhere than in the form (a field put back from the history) leaves what is typed in the form where it is. */
export async function keepingDraft<Saved>(viewer: Viewer, key: DraftKey, save: () => Promise<Saved>): Promise<Saved> {
	const [draft] = await db
		.select()
		.from(drafts)
		.where(and(isOf(viewer, key), isDraft));
	const saved = await save();
	if (draft)
		await write(async (tx) => {
			await tx.delete(drafts).where(and(isOf(viewer, key), not(isDraft)));
			await tx.insert(drafts).values(draft).onConflictDoNothing();
		});
	return saved;
}

/** Throws a draft away, with an hour to think better of it. */
export async function discardDraft(viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	const thrown = `${THROWN_AWAY}${form}`;
	await write(async (tx) => {
		// Nor does an autosave that is still on its way bring it back.
		if (await rename(tx, viewer, { form, recordId }, { form: thrown, recordId })) await dropDraft(tx, viewer, { form, recordId });
	});
}

/** Takes a draft thrown away within the hour back, unless a new one stands in its place. */
export async function undiscardDraft(viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	if (await draftFor(viewer, { form, recordId })) return;
	await write((tx) => rename(tx, viewer, { form: `${THROWN_AWAY}${form}`, recordId }, { form, recordId }));
}

/** Answers whether there was a draft to rename. */
async function rename(tx: Db, viewer: Viewer, from: { form: string; recordId: string }, to: { form: string; recordId: string }): Promise<boolean> {
	const [draft] = await tx
		.select({ recordId: drafts.recordId })
		.from(drafts)
		.where(and(isOf(viewer, from), isDraft));
	if (!draft) return false;
	await tx.delete(drafts).where(isOf(viewer, to));
	await tx.update(drafts).set({ form: to.form, updatedAt: new Date() }).where(isOf(viewer, from));
	return true;
}
