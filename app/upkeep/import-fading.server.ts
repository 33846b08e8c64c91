import { and, inArray, isNotNull, lt } from 'drizzle-orm';
import { db, write } from '#db/client.server.ts';
import { importChanges, importRows, imports } from '#db/schema/index.ts';

/** Rows erased in one transaction. */
const AT_ONCE = 500;

/**
 * Erases the rows of files taken in before this, and what they changed records to, which histories have shown until now.
 * Answers how many rows went. Undoing such an import goes by what stood before it, and still can be.
 */
export async function eraseImported(before: Date): Promise<number> {
	const old = db.select({ id: imports.id }).from(imports).where(lt(imports.startedAt, before));
	const shown = and(inArray(importChanges.importId, old), isNotNull(importChanges.after));
	await bySome(
		() => db.select({ id: importChanges.id }).from(importChanges).where(shown).limit(AT_ONCE),
		(ids) => write(async (tx) => void (await tx.update(importChanges).set({ after: null }).where(inArray(importChanges.id, ids)))),
	);
	return bySome(
		() => db.select({ id: importRows.id }).from(importRows).where(inArray(importRows.importId, old)).limit(AT_ONCE),
		(ids) => write(async (tx) => void (await tx.delete(importRows).where(inArray(importRows.id, ids)))),
	);
}

/** Asks for some and does away with them, until there are none; answers how many there were. */
async function bySome(some: () => Promise<Array<{ id: string }>>, erase: (ids: string[]) => Promise<void>): Promise<number> {
	for (let erased = 0; ; ) {
		const ids = (await some()).map(({ id }) => id);
		if (ids.length === 0) return erased;
		await erase(ids);
		erased += ids.length;
	}
}
