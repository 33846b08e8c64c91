import { asc, type SQL } from 'drizzle-orm';
import type { Option } from '#app/ui/field.tsx';
import { db } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import { personWords } from './labels.ts';

const MOST = 200;

/** Colleagues of whom something is true, as the choices of a filter; those who are gone are marked. */
export async function peopleOptions(which: SQL): Promise<Option[]> {
	const people = await db
		.select({ id: users.id, name: users.name, disabledAt: users.disabledAt })
		.from(users)
		.where(which)
		.orderBy(asc(users.sortName), asc(users.id))
		.limit(MOST);
	return people.map((person) => ({ value: person.id, label: personWords(person) }));
}
