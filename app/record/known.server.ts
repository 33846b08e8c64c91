import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { Db } from '#db/client.server.ts';
import { companies, contacts, districts, landowners, properties, sites } from '#db/schema/index.ts';

const TABLES = { companies, contacts, districts, landowners, properties, sites };

interface Named {
	id: string;
	name: string;
}

/** The record of this id, by name, where the viewer may know of it; else null. Archived ones where they are asked for. */
export async function known(
	tx: Db,
	viewer: Viewer,
	rows: keyof typeof TABLES,
	id: string,
	asked?: Parameters<typeof within>[2],
): Promise<Named | null> {
	const table = TABLES[rows];
	const [row] = await tx
		.select({ id: table.id, name: table.name })
		.from(table)
		.where(and(eq(table.id, id), within(viewer, rows, asked)));
	return row ?? null;
}
