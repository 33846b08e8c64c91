import { isNull } from 'drizzle-orm';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { write } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { units } from '#db/schema/index.ts';

/** The id of the unit in use with this name, however it is spelled; made when there is none. For the command line. */
export async function unitNamed(name: string): Promise<string> {
	return write(async (tx) => {
		const present = await tx.select({ id: units.id, name: units.name }).from(units).where(isNull(units.archivedAt));
		const known = present.find((unit) => fold(unit.name) === fold(name));
		if (known) return known.id;
		const id = newId();
		const now = new Date();
		await tx.insert(units).values({ id, name, createdAt: now, updatedAt: now });
		await recordActivity(tx, SYSTEM, { verb: 'unit.created', subject: { kind: 'unit', id }, changes: { name: [null, name] } });
		return id;
	});
}
