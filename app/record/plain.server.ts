import { and, eq, inArray } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import type { Column, RowTable } from '#db/tables.ts';
import type { Face } from './face.ts';
import type { Upkeep } from './kind.server.ts';

type NamedTable = RowTable & { name: Column<string, true>; slug?: Column<string, true> };

interface Rights {
	/** Its own page; `slug` where its rows have one. */
	page: (id: string, slug: string | null) => string;
	/** Who revises a record puts it away too. */
	mayRevise: (viewer: Viewer) => boolean;
	mayArchive?: (viewer: Viewer) => boolean;
}

/** The upkeep of rows that have a name, and rights that go by the kind alone. */
export function plainUpkeep(
	{ noun }: Face,
	table: NamedTable,
	{ page, mayRevise, mayArchive = mayRevise }: Rights,
): Pick<Upkeep, 'open' | 'names' | 'trash' | 'current'> {
	return {
		async open(viewer, id) {
			const [row] = await db
				.select({ name: table.name, version: table.version, archivedAt: table.archivedAt, slug: table.slug ?? table.id })
				.from(table)
				.where(and(eq(table.id, id), within(viewer, { noun, table }, { archived: true })));
			if (!row) return null;
			const slug = table.slug ? row.slug : null;
			return { ...row, slug, path: page(id, slug), mayReadHistory: true, mayRevert: mayRevise(viewer), mayArchive: mayArchive(viewer) };
		},
		async names(ids) {
			const rows = await db
				.select({ id: table.id, name: table.name, version: table.version, slug: table.slug ?? table.id })
				.from(table)
				.where(inArray(table.id, ids));
			return rows.map(({ slug, ...row }) => ({ ...row, path: page(row.id, table.slug ? slug : null) }));
		},
		trash: mayArchive,
		async current(id) {
			const [row] = await db.select().from(table).where(eq(table.id, id));
			return { ...row };
		},
	};
}
