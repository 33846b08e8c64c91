import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { differences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { type Actor, recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { type Db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { contactRoles, contacts } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import type { ContactInput, NewContactInput } from './contact-form.server.ts';
import { type LookAlike, lookAlikesOf } from './look-alikes.server.ts';
import { contactColumns, placeColumns, type Reach, type RolePlaceColumns, type RoleWith, unmarkPrimary } from './rows.server.ts';

export const actorOf = (viewer: Viewer): Actor => ({ kind: 'user', id: viewer.id });

/** What became of a person as typed. `differs`: the same form was sent before, with other words in it. */
export type Created = { kind: 'created'; id: string } | { kind: 'look-alikes'; people: LookAlike[] } | { kind: 'differs'; id: string };

/**
 * Creates a person, with a first role where one is named. Somebody of the same name, number or e-mail address creates nothing
 * unless the viewer has confirmed it. The same id again is the same person.
 */
export async function createContact(viewer: Viewer, input: NewContactInput): Promise<Created> {
	if (!can(viewer, 'create', 'contact')) throw forbidden();
	const twins = input.confirm ? [] : await lookAlikesOf(viewer, input, input.id);
	const attempt = () =>
		write(async (tx): Promise<Created> => {
			const place = await placeColumns(tx, viewer, input);
			const settled = await settledBefore(tx, input, place);
			if (settled) return settled;
			if (twins.length > 0) return { kind: 'look-alikes', people: twins };
			await insertContact(tx, viewer, input, place);
			await dropDraft(tx, viewer, { form: 'contact', recordId: input.id });
			return { kind: 'created', id: input.id };
		});
	// On PostgreSQL two equal posts can pass the look before either has written: the second look finds the row.
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

/** The person an earlier try of the same form made: as typed now, or with other words. */
async function settledBefore(tx: Db, input: NewContactInput, place: RolePlaceColumns | null): Promise<Created | null> {
	const [same] = await tx.select().from(contacts).where(eq(contacts.id, input.id));
	if (!same) return null;
	const [role] = await tx.select().from(contactRoles).where(eq(contactRoles.contactId, same.id)).orderBy(contactRoles.id).limit(1);
	const further = { ...differences(same, contactColumns(input)), ...(role && place ? differences(role, { ...place, title: input.title }) : {}) };
	return { kind: Object.keys(further).length > 0 || Boolean(role) !== Boolean(place) ? 'differs' : 'created', id: same.id };
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
	if (!can(viewer, 'create', 'contact')) throw forbidden();
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
		if (input.isPrimary) unmarked = await unmarkPrimary(tx, place, roleId);
		const role = { title: input.title, isPrimary: input.isPrimary ?? false, fromOn: input.fromOn ?? null };
		await tx.insert(contactRoles).values({ ...place, ...role, id: roleId, contactId: input.id, createdAt: now, updatedAt: now });
	}
	const { name, phone, email } = contactColumns(input);
	await recordActivity(tx, actorOf(viewer), {
		verb: 'contact.created',
		subject: { kind: 'contact', id: input.id },
		also: place ? [...recordsOf(place), { kind: 'contactRole', id: roleId ?? '' }, ...unmarked] : [],
		changes: { name: [null, name], phone: [null, phone], email: [null, email] },
	});
	await refreshFindable(tx, { kind: 'contact', id: input.id });
	return roleId;
}

/** The records a role is with, as the audit chain names them. */
export const recordsOf = ({ companyId, siteId, landownerId, propertyId }: RolePlaceColumns): Array<{ kind: string; id: string }> => [
	...(companyId ? [{ kind: 'company', id: companyId }] : []),
	...(siteId ? [{ kind: 'site', id: siteId }] : []),
	...(landownerId ? [{ kind: 'landowner', id: landownerId }] : []),
	...(propertyId ? [{ kind: 'property', id: propertyId }] : []),
];

export type Revised = { kind: 'revised' } | Conflict;

/**
 * Changes what a person is called and reached by. `conflict`: somebody else saved since the form was opened; nothing is
 * written. What stands as typed already is no conflict.
 */
export async function reviseContact(viewer: Viewer, input: ContactInput): Promise<Revised> {
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	return write(async (tx): Promise<Revised> => {
		const [before] = await tx
			.select()
			.from(contacts)
			.where(and(eq(contacts.id, input.id), within(viewer, 'contacts', { archived: true })));
		if (!before) throw notFound();
		const columns = contactColumns(input);
		const changes = differences(before, { name: columns.name, phone: columns.phone, email: columns.email });
		if (Object.keys(changes).length === 0) {
			await dropDraft(tx, viewer, { form: 'contact', recordId: input.id });
			return { kind: 'revised' };
		}
		const changed = await tx
			.update(contacts)
			.set({ ...columns, version: input.version + 1, updatedAt: new Date() })
			.where(and(eq(contacts.id, input.id), eq(contacts.version, input.version)))
			.returning({ id: contacts.id });
		if (changed.length === 0) return conflictWith(tx, { kind: 'contact', id: input.id });
		await dropDraft(tx, viewer, { form: 'contact', recordId: input.id });
		await recordActivity(tx, actorOf(viewer), { verb: 'contact.revised', subject: { kind: 'contact', id: input.id }, changes });
		await refreshFindable(tx, { kind: 'contact', id: input.id });
		return { kind: 'revised' };
	});
}
