import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { WORK } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { contacts, dialogueColleagues, dialogueContacts, memberships, units, users } from '#db/schema/index.ts';

// Who sat at the table. It belongs to a talk's heading: every work role reads it, also of a confidential talk.

/** Colleagues a form offers at most. */
const MOST_COLLEAGUES = 60;

/** Somebody the talk was with, as they were that day. */
export interface PersonMet {
	id: string;
	name: string;
	/** Their title of that day. */
	title: string | null;
	/** False once they were put away: their page is gone, the talk keeps them. */
	isPresent: boolean;
}

export async function peopleMet(viewer: Viewer, dialogueId: string): Promise<PersonMet[]> {
	const rows = await db
		.select({ id: contacts.id, name: contacts.name, title: dialogueContacts.thenTitle, archivedAt: contacts.archivedAt })
		.from(dialogueContacts)
		.innerJoin(contacts, eq(contacts.id, dialogueContacts.contactId))
		.where(and(eq(dialogueContacts.dialogueId, dialogueId), within(viewer, 'contacts', { archived: true })))
		.orderBy(asc(contacts.sortName), asc(contacts.id));
	return rows.map(({ archivedAt, ...person }) => ({ ...person, isPresent: archivedAt === null }));
}

/** People by their ids, as a form that opens with earlier text ticks them. */
export async function peopleByIds(viewer: Viewer, ids: readonly string[]): Promise<PersonMet[]> {
	const known = ids.filter(isId).slice(0, MOST_COLLEAGUES);
	if (known.length === 0) return [];
	const rows = await db
		.select({ id: contacts.id, name: contacts.name })
		.from(contacts)
		.where(and(inArray(contacts.id, known), within(viewer, 'contacts')));
	return rows.map((person) => ({ ...person, title: null, isPresent: true }));
}

/** Colleagues who took part, the author aside. */
export const colleaguesOf = (dialogueId: string): Promise<Array<{ id: string; name: string }>> =>
	db
		.select({ id: users.id, name: users.name })
		.from(dialogueColleagues)
		.innerJoin(users, eq(users.id, dialogueColleagues.userId))
		.where(eq(dialogueColleagues.dialogueId, dialogueId))
		.orderBy(asc(users.sortName), asc(users.id));

export interface ColleagueChoice {
	id: string;
	name: string;
	unitName: string;
}

/** Colleagues who talk with firms and owners, the viewer's own units first; the viewer aside. */
export async function colleagueChoices(viewer: Viewer): Promise<ColleagueChoice[]> {
	const rows = await db
		.select({ id: users.id, name: users.name, unitId: units.id, unitName: units.name })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.innerJoin(units, eq(units.id, memberships.unitId))
		.where(and(inArray(memberships.role, [...WORK]), ne(users.id, viewer.id), isNull(users.disabledAt)))
		.orderBy(asc(users.sortName), asc(users.id))
		.limit(2 * MOST_COLLEAGUES);
	const own = new Set(viewer.memberships.map(({ unitId }) => unitId));
	const sorted = rows.toSorted((a, b) => Number(own.has(b.unitId)) - Number(own.has(a.unitId)));
	const choices = new Map<string, ColleagueChoice>();
	for (const { id, name, unitName } of sorted) if (!choices.has(id)) choices.set(id, { id, name, unitName });
	return [...choices.values()].slice(0, MOST_COLLEAGUES);
}
