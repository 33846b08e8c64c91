import { and, asc, eq, exists, inArray, isNull } from 'drizzle-orm';
import { can, FIELD } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { notFound } from '#app/http/errors.ts';
import { known } from '#app/record/known.server.ts';
import { touchesOf } from '#app/touches/queries.server.ts';
import { nearOnes, ofColleagues, type Touches } from '#app/touches/touches.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { memberships, users } from '#db/schema/index.ts';

interface Named {
	id: string;
	name: string;
}

/** What a follow-up hangs on, as its form shows it. */
export interface Place {
	company: Named | null;
	landowner: Named | null;
	dialogueId: string | null;
}

export const isPlaced = ({ company, landowner }: Place): boolean => Boolean(company || landowner);

/** The firm of this id, one put away too: a form opened before is refused with a sentence, not with a page in its place. 404 for one the viewer may not know of, null where none is asked for. */
export const firmNamed = (viewer: Viewer, id: string | null | undefined) => placeNamed(viewer, 'companies', id);
export const ownerNamed = (viewer: Viewer, id: string | null | undefined) => placeNamed(viewer, 'landowners', id);

async function placeNamed(viewer: Viewer, rows: 'companies' | 'landowners', id: string | null | undefined): Promise<Named | null> {
	if (!id) return null;
	const place = isId(id) && (await known(db, viewer, rows, id, { archived: true }));
	if (!place) throw notFound();
	return place;
}

/** Whom a follow-up can be for: everybody with field work who may sign in. `also` is who has it now, whatever became of them. */
export async function fieldPeople(viewer: Viewer, also?: Named): Promise<Named[]> {
	if (!can(viewer, 'agree', 'followUp')) return [];
	const membership = db
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(eq(memberships.userId, users.id), inArray(memberships.role, [...FIELD])));
	const people = await db
		.select({ id: users.id, name: users.name })
		.from(users)
		.where(and(isNull(users.disabledAt), exists(membership)))
		.orderBy(asc(users.sortName), asc(users.id))
		.limit(200);
	return also && !people.some(({ id }) => id === also.id) ? [also, ...people] : people;
}

/** People of the firm and the owner, each once, to promise something to or to meet. */
export async function peopleThere(viewer: Viewer, { company, landowner }: Place, also?: Named | null): Promise<Named[]> {
	const lines = (
		await Promise.all([
			company ? contactsOf(viewer, { companyId: company.id }) : [],
			landowner ? contactsOf(viewer, { landownerId: landowner.id }) : [],
		])
	).flat();
	const people = new Map(also ? [[also.id, also.name]] : []);
	for (const { contactId, name, title } of lines) people.set(contactId, title ? `${name}, ${title}` : name);
	return [...people].map(([id, name]) => ({ id, name }));
}

/** The contacts of colleagues, where some lie so near to the day that going there as well asks for a reason; else null. */
export async function colleaguesNear(
	viewer: Viewer,
	place: Pick<Place, 'company' | 'landowner'>,
	day: string,
	without?: string,
): Promise<Touches | null> {
	const touches = await touchesThere(viewer, place, day, without);
	return touches && nearOnes(touches).length > 0 ? touches : null;
}

/** Colleagues who were or will be there round a day; nothing for a follow-up that hangs on nobody. */
export async function touchesThere(
	viewer: Viewer,
	{ company, landowner }: Pick<Place, 'company' | 'landowner'>,
	around?: string,
	without?: string,
): Promise<Touches | null> {
	if (!company && !landowner) return null;
	const scope = company ? { companyId: company.id } : { landownerId: landowner?.id ?? '' };
	return ofColleagues(await touchesOf(viewer, scope, around), without);
}
