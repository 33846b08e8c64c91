import { kindOf } from '#app/record/declared.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { hangingOn, isKept } from './hanging.server.ts';
import { upkeepOf } from './records.server.ts';

/** Deletes a record's row with its parts and answers which parts those were; null when something hangs on it, and it stays. */
export async function erase(tx: Db, { kind, id }: Ref): Promise<Ref[] | null> {
	if (isKept(await hangingOn(tx, kind, id))) return null;
	return upkeepOf(kind).erase(tx, id, async (part, which) => {
		const { eraseAll } = kindOf(part);
		if (!eraseAll) throw new Error(`${part} goes with nothing`);
		return eraseAll(tx, which);
	});
}
