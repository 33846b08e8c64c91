import { and, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Page, type Position, pageByKey } from '#app/lists/keyset.server.ts';
import { allKinds, rowTable } from '#app/record/declared.server.ts';
import type { Kind, Ref, Upkeep } from '#app/record/kind.server.ts';
import { db } from '#db/client.server.ts';
import '#app/records/records.server.ts';

/** A record put away, as the archive shows it. */
export interface Archived extends Ref {
	name: string;
	path: string;
	version: number;
	at: Date;
	mayRestore: boolean;
}

export interface ArchivedOfKind extends Page<Archived> {
	kind: string;
}

/** Shown of each kind among all, and of one alone. */
const AMONG_ALL = 5;
const PAGE = 20;

type Archivable = Kind & { upkeep: Upkeep & { named: NonNullable<Upkeep['named']> } };

/** Kinds that are put away by themselves, in the order in which search shows them. */
const archivable = (): Archivable[] => allKinds().filter((kind): kind is Archivable => kind.upkeep?.named !== undefined);

/**
 * What was put away and not thrown away, kind by kind, the latest first: whatever there is, or with `q` what is called so.
 * `only`: one kind, page by page. Who may see a record may see that it was put away.
 */
export async function archivedFor(
	viewer: Viewer,
	{ q, only, ...position }: { q: string; only: string | null } & Position,
): Promise<ArchivedOfKind[]> {
	const kinds = archivable().filter(({ kind }) => only === null || kind === only);
	const groups = await Promise.all(
		kinds.map(async (kind) => ({ kind: kind.kind, ...(await archivedOf(viewer, kind, q, only ? position : {}, only ? PAGE : AMONG_ALL)) })),
	);
	return groups.filter(({ rows }) => rows.length > 0);
}

async function archivedOf(viewer: Viewer, kind: Archivable, q: string, position: Position, size: number): Promise<Page<Archived>> {
	const named = q ? kind.upkeep.named(q) : undefined;
	if (q && !named) return { rows: [], previous: null, next: null };
	const table = rowTable(kind.kind);
	const read = (which: SQL | undefined, order: SQL[], limit: number) =>
		db
			.select({ id: table.id, at: table.archivedAt })
			.from(table)
			.where(and(within(viewer, { noun: kind.noun, table }, { archived: 'only' }), kind.upkeep.apart?.(), named, which))
			.orderBy(...order)
			.limit(limit);
	const page = await pageByKey(read, { by: { at: table.archivedAt, id: table.id }, isDescending: true }, position, size);
	const names = new Map((await kind.upkeep.names(page.rows.map(({ id }) => id))).map((row) => [row.id, row]));
	// Who may put one away may fetch it back: the rights of these kinds go by the kind alone.
	const mayRestore = kind.upkeep.trash(viewer) === true;
	const rows = page.rows.flatMap(({ id, at }) => {
		const record = names.get(id);
		return record && at ? [{ kind: kind.kind, mayRestore, at, ...record }] : [];
	});
	return { ...page, rows };
}
