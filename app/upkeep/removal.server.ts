import { and, eq, ne } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { unmarkPrimary } from '#app/contacts/rows.server.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companyCommitments, contactRoles, issues, ownerships } from '#db/schema/index.ts';
import { mayRemove, type RemovableKind } from './removable.ts';
import { PLACES } from './removable-places.server.ts';

const TABLES = { ownership: ownerships, contactRole: contactRoles, commitment: companyCommitments, issue: issues };

export type RemovalState = 'removed' | 'present';
export const isRemovalState = (state: unknown): state is RemovalState => state === 'removed' || state === 'present';

/**
 * What became of the entry and the page to go on with. `settled` carries the version that undoing asks for, 0 when it stood
 * that way already. `changed`: somebody saved it since the page was opened, or wrote it anew meanwhile; nothing is written.
 */
export type Removal = { kind: 'settled'; page: string; version: number } | { kind: 'changed'; page: string };

/**
 * Removes an entry written by mistake, or has it back. Its row stays with all it says: nothing lists, counts or finds it
 * any more. `version` is the one the page showed. 403 without the right to write such entries, 404 when there is none.
 */
export async function settleEntry(
	viewer: Viewer,
	kind: RemovableKind,
	id: string | undefined,
	state: RemovalState,
	version: number,
): Promise<Removal> {
	if (!mayRemove(viewer, kind)) throw forbidden();
	if (!isId(id)) throw notFound();
	return write(async (tx): Promise<Removal> => {
		const place = await PLACES[kind](tx, viewer, id);
		if (!place) throw notFound();
		const table = TABLES[kind];
		const [row] = await tx.select({ archivedAt: table.archivedAt }).from(table).where(eq(table.id, id));
		const page = state === 'removed' ? place.pageWithout : place.page;
		if ((row?.archivedAt ? 'removed' : 'present') === state) return { kind: 'settled', page, version: 0 };
		if (state === 'present' && !(await canComeBack(tx, kind, id))) return { kind: 'changed', page: place.pageWithout };
		const now = new Date();
		const written = await tx
			.update(table)
			.set({ archivedAt: state === 'removed' ? now : null, version: version + 1, updatedAt: now })
			.where(and(eq(table.id, id), eq(table.version, version)))
			.returning({ id: table.id });
		if (written.length === 0) return { kind: 'changed', page: row?.archivedAt ? place.pageWithout : place.page };
		await dropDraft(tx, viewer, { form: kind, recordId: id });
		const also = [...place.also, ...(state === 'present' ? await takeMark(tx, kind, id) : [])];
		const verb = state === 'removed' ? 'removed' : 'restored';
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: `${kind}.${verb}`, subject: { kind, id }, also });
		if (place.findable) await refreshFindable(tx, place.findable);
		return { kind: 'settled', page, version: version + 1 };
	});
}

/** A role that comes back takes its mark of the first to call along: answers the roles that lose it. */
async function takeMark(tx: Db, kind: RemovableKind, id: string) {
	if (kind !== 'contactRole') return [];
	const [role] = await tx.select().from(contactRoles).where(eq(contactRoles.id, id));
	return role?.isPrimary ? await unmarkPrimary(tx, role, id) : [];
}

/** Whether an entry removed can stand again beside what was written since. */
async function canComeBack(tx: Db, kind: RemovableKind, id: string): Promise<boolean> {
	if (kind !== 'ownership') return true;
	const [share] = await tx.select().from(ownerships).where(eq(ownerships.id, id));
	if (!share || share.toOn !== null) return true;
	const [present] = await tx
		.select({ id: ownerships.id })
		.from(ownerships)
		.where(and(eq(ownerships.propertyId, share.propertyId), eq(ownerships.landownerId, share.landownerId), ne(ownerships.id, id), ownedOn()))
		.limit(1);
	return !present;
}
