import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Viewer } from '#app/auth/viewer.ts';
import { meanwhile } from '#app/http/meanwhile.ts';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Db } from '#db/client.server.ts';
import { type goals, type topics, users } from '#db/schema/index.ts';
import { known } from './known.server.ts';

/** The record a form names at `field`, by name; thrown out of the command with a sentence for that field where it is no longer there. */
export async function present(tx: Db, viewer: Viewer, rows: Parameters<typeof known>[2], id: string, field: string) {
	const there = await known(tx, viewer, rows, id);
	if (there) return there;
	const archived = await known(tx, viewer, rows, id, { archived: true });
	throw meanwhile(field, archived ? m.shell_meanwhile_archived({ name: archived.name }) : m.shell_meanwhile_gone());
}

type Named = SQLiteTable & { id: SQLiteColumn; name: SQLiteColumn };

/** Of ids a form named, the first that is not among those found present. */
const missing = (ids: readonly string[], present: ReadonlyArray<{ id: string }>): string =>
	ids.find((id) => !present.some((one) => one.id === id)) ?? '';

async function nameIn(tx: Db, table: Named, id: string): Promise<string | null> {
	const [row] = await tx.select({ name: table.name }).from(table).where(eq(table.id, id));
	return typeof row?.name === 'string' ? row.name : null;
}

/** A record the form named at `field` was put away meanwhile; by its name, which whoever had it on the page knows. */
export async function archivedMeanwhile(tx: Db, field: string, table: Named, ids: readonly string[], present: ReadonlyArray<{ id: string }> = []) {
	const name = await nameIn(tx, table, missing(ids, present));
	return meanwhile(field, name === null ? m.shell_meanwhile_gone() : m.shell_meanwhile_archived({ name }));
}

/** A colleague the form named at `field` can no longer sign in, or has other work now. */
export async function colleagueGone(tx: Db, field: string, ids: readonly string[], present: ReadonlyArray<{ id: string }> = []) {
	const name = await nameIn(tx, users, missing(ids, present));
	return meanwhile(field, name === null ? m.shell_meanwhile_gone() : m.shell_meanwhile_colleague({ name }));
}

/** A topic or goal the form named at `field` is no longer in use. */
export async function closedMeanwhile(
	tx: Db,
	field: string,
	table: typeof topics | typeof goals,
	ids: readonly string[],
	present: ReadonlyArray<{ id: string }> = [],
) {
	const [row] = await tx
		.select({ nameDa: table.nameDa, nameEn: table.nameEn })
		.from(table)
		.where(eq(table.id, missing(ids, present)));
	return meanwhile(field, row ? m.shell_meanwhile_closed({ name: named(row) }) : m.shell_meanwhile_gone());
}
