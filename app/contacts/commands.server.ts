import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import type { Actor } from '#app/activity/record.server.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { contactRoles, contacts } from '#db/schema/index.ts';
import type { ContactInput, NewContactInput } from './contact-form.server.ts';
import { type LookAlike, lookAlikesOf } from './look-alikes.server.ts';
import { contactColumns, placeColumns, type Reach, type RolePlaceColumns, type RoleWith, unmarkPrimary } from './rows.server.ts';

export const actorOf = (viewer: Viewer): Actor => ({ kind: 'user', id: viewer.id });

/** What became of a person as typed. */
export type ContactCreated = Created | { kind: 'look-alikes'; people: LookAlike[] };

/**
 * Creates a person, with a first role where one is named. Somebody of the same name, number or e-mail address creates nothing
 * unless the viewer has confirmed it. The same id again is the same person.
 */
export async function createContact(viewer: Viewer, input: NewContactInput): Promise<ContactCreated> {
	demand(viewer, 'create', 'contact');
	const twins = input.confirm ? [] : await lookAlikesOf(viewer, input, input.id);
	return writeOnce(async (tx): Promise<ContactCreated> => {
		const place = await placeColumns(tx, viewer, input);
		const earlier = await earlierTry(tx, viewer, input, place);
		if (earlier) return earlier;
		if (twins.length > 0) return { kind: 'look-alikes', people: twins };
		await insertContact(tx, viewer, input, place);
		return { kind: 'saved', id: input.id };
	});
}

async function earlierTry(tx: Db, viewer: Viewer, input: NewContactInput, place: RolePlaceColumns | null): Promise<Created | null> {
	const [same] = await tx.select().from(contacts).where(eq(contacts.id, input.id));
	if (!same) return null;
	const [role] = await tx.select().from(contactRoles).where(eq(contactRoles.contactId, same.id)).orderBy(contactRoles.id).limit(1);
	const isRoleAsTyped = role && place ? !hasDifferences(role, { ...place, title: input.title }) : !role && !place;
	return madeBefore(tx, viewer, { kind: 'contact', id: same.id }, isRoleAsTyped && !hasDifferences(same, contactColumns(input)));
}

/**
 * Creates a person on the way, inside the write of another deed (a talk names whom it was with). Somebody of that name who
 * has a current role with the very same firm, site or owner is that person: nobody is created twice by sending twice.
 */
export async function createContactIn(
	tx: Db,
	viewer: Viewer,
	input: { id?: string; name: string; title?: string | null; phone?: string | null; email?: string | null } & RoleWith,
): Promise<{ contactId: string; roleId: string | null; title: string | null }> {
	demand(viewer, 'create', 'contact');
	const place = await placeColumns(tx, viewer, input);
	const reach = { name: input.name, phone: input.phone ?? null, email: input.email ?? null };
	const known = place && (await knownAt(tx, viewer, reach, place));
	if (known) return known;
	const id = input.id ?? newId();
	const title = input.title ?? null;
	return { contactId: id, roleId: await insertContact(tx, viewer, { ...reach, id, title }, place), title };
}

async function knownAt(tx: Db, viewer: Viewer, reach: Reach, { companyId, siteId, landownerId }: RolePlaceColumns) {
	const same = companyId
		? eq(contactRoles.companyId, companyId)
		: siteId
			? eq(contactRoles.siteId, siteId)
			: eq(contactRoles.landownerId, landownerId ?? '');
	const [known] = await tx
		.select({ contactId: contacts.id, roleId: contactRoles.id, title: contactRoles.title })
		.from(contacts)
		.innerJoin(contactRoles, eq(contactRoles.contactId, contacts.id))
		.where(
			and(
				eq(contacts.nameKey, contactColumns(reach).nameKey),
				within(viewer, 'contacts'),
				same,
				or(isNull(contactRoles.toOn), gt(contactRoles.toOn, today())),
				isNull(contactRoles.archivedAt),
			),
		)
		.limit(1);
	return known ?? null;
}

/** Writes the person and the first role; answers the role's id. */
async function insertContact(
	tx: Db,
	viewer: Viewer,
	input: Reach & { id: string; title: string | null; isPrimary?: boolean; fromOn?: string | null },
	place: RolePlaceColumns | null,
): Promise<string | null> {
	const now = new Date();
	await tx.insert(contacts).values({ ...contactColumns(input), id: input.id, createdAt: now, updatedAt: now });
	const roleId = place ? newId() : null;
	let unmarked: Array<{ kind: string; id: string }> = [];
	if (place && roleId) {
		if (input.isPrimary) unmarked = await unmarkPrimary(tx, { ...place, fromOn: input.fromOn ?? null }, roleId);
		const role = { title: input.title, isPrimary: input.isPrimary ?? false, fromOn: input.fromOn ?? null };
		await tx.insert(contactRoles).values({ ...place, ...role, id: roleId, contactId: input.id, createdAt: now, updatedAt: now });
	}
	const { name, phone, email } = contactColumns(input);
	await recordDeed(tx, viewer, {
		verb: 'contact.created',
		subject: { kind: 'contact', id: input.id },
		also: place ? [...recordsOf(place), { kind: 'contactRole', id: roleId ?? '' }, ...unmarked] : [],
		changes: { name: [null, name], phone: [null, phone], email: [null, email] },
	});
	return roleId;
}

/** The records a role is with, as the audit chain names them. */
export const recordsOf = ({ companyId, siteId, landownerId, propertyId }: RolePlaceColumns): Array<{ kind: string; id: string }> => [
	...(companyId ? [{ kind: 'company', id: companyId }] : []),
	...(siteId ? [{ kind: 'site', id: siteId }] : []),
	...(landownerId ? [{ kind: 'landowner', id: landownerId }] : []),
	...(propertyId ? [{ kind: 'property', id: propertyId }] : []),
];

/** Changes what a person is called and reached by. */
export async function reviseContact(viewer: Viewer, input: ContactInput): Promise<Revised> {
	demand(viewer, 'revise', 'contact');
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(contacts)
			.where(and(eq(contacts.id, input.id), within(viewer, 'contacts', { archived: true })));
		if (!before) throw notFound();
		const { name, phone, email, ...derived } = contactColumns(input);
		return revise(tx, viewer, { kind: 'contact', id: input.id }, { before, version: input.version, wanted: { name, phone, email }, derived });
	});
}
