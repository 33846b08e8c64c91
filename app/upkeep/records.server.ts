import { and, eq } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { kindNamed, kindOf } from '#app/record/declared.server.ts';
import { demand } from '#app/record/guard.server.ts';
import type { Opened, Ref, Upkeep } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { trash } from '#db/schema/index.ts';
import '#app/records/records.server.ts';

/** What every record with a page of its own has in common. */
export interface UpkeepRecord extends Opened, Ref {
	/** It is put away by its own version; where not, it is only taken back. */
	isArchivable: boolean;
}

/** How a kind is kept; throws for one that has no page of its own. */
export function upkeepOf(kind: string): Upkeep {
	const { upkeep } = kindOf(kind);
	if (!upkeep) throw new Error(`${kind} has no page of its own`);
	return upkeep;
}

/**
 * The record an address names, archived ones included. 403 when nothing of its kind is the viewer's to see, 404 when there
 * is none. Who may read its history, put it away and take changes back stands with it.
 */
export async function recordFor(viewer: Viewer, word: string | undefined, id: string | undefined): Promise<UpkeepRecord> {
	const kind = kindNamed(word);
	if (!kind?.upkeep) throw notFound();
	demand(viewer, 'see', kind.noun);
	if (!isId(id)) throw notFound();
	const record = await kind.upkeep.open(viewer, id);
	if (!record) throw notFound();
	return { ...record, kind: kind.kind, id, isArchivable: !kind.upkeep.settle };
}

/** When and by whom a record was thrown away; null when it only is archived, or neither. */
export async function trashedLine(tx: Db, { kind, id }: Ref) {
	const [row] = await tx
		.select({ at: trash.trashedAt, byId: trash.trashedById })
		.from(trash)
		.where(and(eq(trash.kind, kind), eq(trash.recordId, id)));
	return row ?? null;
}
