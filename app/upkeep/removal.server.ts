import { and, eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { kindNamed, rowTable } from '#app/record/declared.server.ts';
import type { Kind, Removable } from '#app/record/kind.server.ts';
import { write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import '#app/records/records.server.ts';

/** A kind of entries that can be removed by themselves; 404 for any other word, 403 for who may not write such entries. */
export function removableFor(viewer: Viewer, word: string | undefined): Kind & { removable: Removable } {
	const kind = kindNamed(word);
	if (!kind?.removable) throw notFound();
	if (!kind.removable.may(viewer)) throw forbidden();
	return { ...kind, removable: kind.removable };
}

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
	word: string | undefined,
	id: string | undefined,
	state: RemovalState,
	version: number,
): Promise<Removal> {
	const { kind, removable } = removableFor(viewer, word);
	const table = rowTable(kind);
	if (!isId(id)) throw notFound();
	return write(async (tx): Promise<Removal> => {
		const place = await removable.place(tx, viewer, id);
		if (!place) throw notFound();
		const [row] = await tx.select({ archivedAt: table.archivedAt }).from(table).where(eq(table.id, id));
		const page = state === 'removed' ? place.pageWithout : place.page;
		if ((row?.archivedAt ? 'removed' : 'present') === state) return { kind: 'settled', page, version: 0 };
		if (state === 'present' && (await removable.canComeBack?.(tx, id)) === false) return { kind: 'changed', page: place.pageWithout };
		const now = new Date();
		const written = await tx
			.update(table)
			.set({ archivedAt: state === 'removed' ? now : null, version: version + 1, updatedAt: now })
			.where(and(eq(table.id, id), eq(table.version, version)))
			.returning({ id: table.id });
		if (written.length === 0) return { kind: 'changed', page: row?.archivedAt ? place.pageWithout : place.page };
		await dropDraft(tx, viewer, { form: kind, recordId: id });
		const also = [...place.also, ...((state === 'present' && (await removable.comeBack?.(tx, id))) || [])];
		const verb = state === 'removed' ? 'removed' : 'restored';
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: `${kind}.${verb}`, subject: { kind, id }, also });
		if (place.findable) await refreshFindable(tx, place.findable);
		return { kind: 'settled', page, version: version + 1 };
	});
}
