import { and, desc, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { dialogueContacts, dialogues, units, users } from '#db/schema/index.ts';

/** Talks looked through for who of the municipality knows a person. */
const LOOKED_THROUGH = 200;

/** A unit of the municipality that has met a person: who last, when, how often. */
interface MetBy {
	unitId: string;
	unit: string;
	person: string;
	lastOn: string;
	times: number;
}

/** Which units have talked with a person, the latest first: from the talks' headings, which every work role may read. */
export async function metBy(viewer: Viewer, contactId: string): Promise<MetBy[]> {
	const talks = await db
		.select({ unitId: units.id, unit: units.name, person: users.name, heldOn: dialogues.heldOn })
		.from(dialogueContacts)
		.innerJoin(dialogues, eq(dialogues.id, dialogueContacts.dialogueId))
		.innerJoin(units, eq(units.id, dialogues.unitId))
		.innerJoin(users, eq(users.id, dialogues.authorId))
		.where(and(eq(dialogueContacts.contactId, contactId), within(viewer, 'dialogues')))
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(LOOKED_THROUGH);
	const found = new Map<string, MetBy>();
	for (const { unitId, unit, person, heldOn } of talks) {
		const known = found.get(unitId);
		if (known) known.times++;
		else found.set(unitId, { unitId, unit, person, lastOn: heldOn, times: 1 });
	}
	return [...found.values()];
}
