import { and, desc, eq, gt, inArray, like, lt } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { drafts } from '#db/schema/index.ts';
import { DRAFT_FIELDS, DRAFT_FORMS, type DraftForm, type DraftKey } from './forms.ts';

/** Nobody comes back to a draft after a month. */
const KEPT_MS = 30 * 86_400_000;
const MOST_PER_PERSON = 50;
const LONGEST_BODY = 64_000;
/** One autosave of a tab, counted: two on their way at once are told apart by it. */
const TAB = `${DRAFT_FIELDS}tab`;
const NUMBER = `${DRAFT_FIELDS}no`;

/** A draft thrown away waits under its form's name with this before it, so that it can be taken back. */
const THROWN_AWAY = '~';
const anHourAgo = () => new Date(Date.now() - 3_600_000);

type Body = Array<[string, string]>;
const isFresh = () => gt(drafts.updatedAt, new Date(Date.now() - KEPT_MS));
const isOf = (viewer: { id: string }, { form, recordId }: { form: string; recordId: string }) =>
	and(eq(drafts.userId, viewer.id), eq(drafts.form, form), eq(drafts.recordId, recordId));

/** A draft as its form opens with it. */
export interface Draft extends DraftKey {
	/** The fields as they stood in the form, in order. */
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
		.where(and(isOf(viewer, { form, recordId }), isFresh()));
	if (!row) return null;
	const { updatedAt, path, baseVersion } = row;
	return { form, recordId, body: row.body.filter(([name]) => !name.startsWith(DRAFT_FIELDS)), updatedAt, path, baseVersion };
}

/** For the form of a new record: the draft the address asks for (`?draft=<id>`) with its id, else a fresh id. */
export async function newRecord(request: Request, viewer: Viewer, form: DraftForm): Promise<{ id: string; draft: Draft | null }> {
	const asked = new URL(request.url).searchParams.get('draft');
	const found = asked ? await draftFor(viewer, { form, recordId: asked }) : null;
	// The draft of an edit opens with its record alone, which asks whether it is still the person's to read.
	const draft = found?.baseVersion === null ? found : null;
	return { id: draft?.recordId ?? newId(), draft };
}

/** One line of the list of drafts. */
export interface DraftLine extends DraftKey {
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
		.where(and(eq(drafts.userId, viewer.id), inArray(drafts.form, [...DRAFT_FORMS]), isFresh()))
		.orderBy(desc(drafts.updatedAt))
		.limit(limit);
	return rows.flatMap(({ version, form: stored, ...row }) => {
		const form = DRAFT_FORMS.find((one) => one === stored);
		return form ? [{ ...row, form, path: version === null ? withDraft(row.path, row.recordId) : row.path }] : [];
	});
}

/** The address of a new record's form, told to open this draft. */
function withDraft(path: string, recordId: string): string {
	const url = new URL(path, 'http://here.invalid');
	url.searchParams.set('draft', recordId);
	return `${url.pathname}${url.search}`;
}

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

export type DraftKept = { kind: 'kept'; updatedAt: Date } | { kind: 'newer'; updatedAt: Date } | { kind: 'too_large' } | { kind: 'too_many' };

/**
 * Keeps a draft; the last one wins. `newer`: another tab or device has saved since this one looked, so nothing is written
 * and the tab asks. At most 64 kB a draft and 50 drafts a person.
 */
export async function saveDraft(viewer: Viewer, given: DraftGiven): Promise<DraftKept> {
	const body: Body = [...given.body.filter(([name]) => !name.startsWith(DRAFT_FIELDS)), [TAB, given.tab], [NUMBER, String(given.no)]];
	if (JSON.stringify(body).length > LONGEST_BODY) return { kind: 'too_large' };
	return write(async (tx): Promise<DraftKept> => {
		await tx.delete(drafts).where(and(eq(drafts.userId, viewer.id), like(drafts.form, `${THROWN_AWAY}%`), lt(drafts.updatedAt, anHourAgo())));
		const [before] = await tx.select().from(drafts).where(isOf(viewer, given));
		return before ? replaceDraft(tx, viewer, given, body, before) : insertDraft(tx, viewer, given, body);
	});
}

async function insertDraft(tx: Db, viewer: Viewer, given: DraftGiven, body: Body): Promise<DraftKept> {
	const held = await tx.select({ recordId: drafts.recordId }).from(drafts).where(eq(drafts.userId, viewer.id)).limit(MOST_PER_PERSON);
	if (held.length >= MOST_PER_PERSON) return { kind: 'too_many' };
	const { form, recordId, path, label, baseVersion } = given;
	const now = new Date();
	const row = { userId: viewer.id, form, recordId, path, label, baseVersion, body, createdAt: now, updatedAt: now };
	const [made] = await tx.insert(drafts).values(row).onConflictDoNothing().returning({ updatedAt: drafts.updatedAt });
	if (made) return { kind: 'kept', updatedAt: made.updatedAt };
	// PostgreSQL: another tab was a moment faster.
	const [before] = await tx.select().from(drafts).where(isOf(viewer, given));
	return { kind: 'newer', updatedAt: before?.updatedAt ?? now };
}

async function replaceDraft(tx: Db, viewer: Viewer, given: DraftGiven, body: Body, before: typeof drafts.$inferSelect): Promise<DraftKept> {
	const stored = new Map(before.body);
	const isOwnTab = stored.get(TAB) === given.tab;
	// An autosave overtaken by a later one of the same tab has nothing to add.
	if (isOwnTab && Number(stored.get(NUMBER)) >= given.no) return { kind: 'kept', updatedAt: before.updatedAt };
	if (!isOwnTab && (given.seenAt === null || before.updatedAt > given.seenAt)) return { kind: 'newer', updatedAt: before.updatedAt };
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

/** The record is saved: nothing of the draft stays. To be called in the same write. */
export async function dropDraft(tx: Db, viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	await tx.delete(drafts).where(isOf(viewer, { form, recordId }));
}

/** Throws a draft away, with an hour to think better of it. */
export async function discardDraft(viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	await rename(viewer, { form, recordId }, { form: `${THROWN_AWAY}${form}`, recordId });
}

/** Takes a draft thrown away within the hour back, unless a new one stands in its place. */
export async function undiscardDraft(viewer: Viewer, { form, recordId }: DraftKey): Promise<void> {
	if (await draftFor(viewer, { form, recordId })) return;
	await rename(viewer, { form: `${THROWN_AWAY}${form}`, recordId }, { form, recordId });
}

function rename(viewer: Viewer, from: { form: string; recordId: string }, to: { form: string; recordId: string }): Promise<void> {
	return write(async (tx) => {
		const [draft] = await tx.select({ recordId: drafts.recordId }).from(drafts).where(isOf(viewer, from));
		if (!draft) return;
		await tx.delete(drafts).where(isOf(viewer, to));
		await tx.update(drafts).set({ form: to.form, updatedAt: new Date() }).where(isOf(viewer, from));
	});
}
