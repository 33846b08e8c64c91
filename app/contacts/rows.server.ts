import { and, eq, isNull, ne } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { firstPhoneKey } from '#app/contact-details/phones.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { archivedMeanwhile, present } from '#app/record/meanwhile.server.ts';
import type { Db } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { contactRoles, ownerships, properties } from '#db/schema/index.ts';

/** What a person is called and reached by. */
export interface Reach {
	name: string;
	phone: string | null;
	email: string | null;
}

/** A person's columns with the keys they are found by. */
export const contactColumns = ({ name, phone, email }: Reach) => ({
	name,
	phone,
	email: email?.toLowerCase() ?? null,
	sortName: sortName(name),
	nameKey: fold(name),
	phoneKey: firstPhoneKey(phone),
});

/** Whom a role is with: a firm, a site, or an owner with one property or all of them. */
export interface RoleWith {
	companyId?: string | null | undefined;
	siteId?: string | null | undefined;
	landownerId?: string | null | undefined;
	propertyId?: string | null | undefined;
}
export type RolePlaceColumns = { [Key in keyof Required<RoleWith>]: string | null };

/**
 * The columns of whom a role is with, seen to be there for this viewer; null when nobody is named. 400 for two at once, for
 * a place that is not there, and for a property the owner has no share in.
 */
export async function placeColumns(tx: Db, viewer: Viewer, given: RoleWith): Promise<RolePlaceColumns | null> {
	const place = {
		companyId: given.companyId || null,
		siteId: given.siteId || null,
		landownerId: given.landownerId || null,
		propertyId: given.propertyId || null,
	};
	const named = [place.companyId, place.siteId, place.landownerId].filter((id) => id !== null);
	if (named.length === 0 && place.propertyId === null) return null;
	if (named.length !== 1 || !named.every(isId)) throw badRequest();
	if (place.companyId) await present(tx, viewer, 'companies', place.companyId, 'where');
	if (place.siteId) await present(tx, viewer, 'sites', place.siteId, 'where');
	if (place.landownerId) await present(tx, viewer, 'landowners', place.landownerId, 'where');
	if (place.propertyId && !(place.landownerId && (await isOwnedBy(tx, viewer, place.propertyId, place.landownerId))))
		throw await archivedMeanwhile(tx, 'propertyId', properties, [place.propertyId]);
	return place;
}

const isOwnedBy = async (tx: Db, viewer: Viewer, propertyId: string, landownerId: string) =>
	(
		await tx
			.select({ id: ownerships.id })
			.from(ownerships)
			.innerJoin(properties, eq(properties.id, ownerships.propertyId))
			.where(
				and(
					eq(ownerships.propertyId, propertyId),
					eq(ownerships.landownerId, landownerId),
					isNull(ownerships.archivedAt),
					within(viewer, 'properties'),
				),
			)
			.limit(1)
	).length > 0;

/**
 * Takes the mark of the first to call, unless the role is still to come, from the others than `keepId` at the same firm, site or owner: it is one person's.
 * To be called once the deed stands, which names the roles that lost it, answered here, in its line of the audit chain.
 */
export async function unmarkPrimary(
	tx: Db,
	{ companyId, siteId, landownerId, fromOn }: Omit<RolePlaceColumns, 'propertyId'> & { fromOn?: string | null | undefined },
	keepId: string,
): Promise<Array<{ kind: 'contactRole'; id: string }>> {
	if (fromOn && fromOn > today()) return [];
	const same = companyId
		? eq(contactRoles.companyId, companyId)
		: siteId
			? eq(contactRoles.siteId, siteId)
			: eq(contactRoles.landownerId, landownerId ?? '');
	const unmarked = await tx
		.update(contactRoles)
		.set({ isPrimary: false })
		.where(and(same, eq(contactRoles.isPrimary, true), isNull(contactRoles.archivedAt), ne(contactRoles.id, keepId)))
		.returning({ id: contactRoles.id });
	return unmarked.map(({ id }) => ({ kind: 'contactRole', id }));
}
