import { and, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { contactRoles, contacts, landowners, sites } from '#db/schema/index.ts';
import { refusalsOf } from './consents.server.ts';
import { type ContactLine, inOrder, withOneFirst } from './contact.ts';
import { namedLike } from './named-like.server.ts';
import { type RoleLine, roleLines } from './role-lines.server.ts';

/** The person of a page, put away or not. 404 for unknown ids. */
export async function contactFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [contact] = await db
		.select({
			id: contacts.id,
			version: contacts.version,
			name: contacts.name,
			phone: contacts.phone,
			email: contacts.email,
			archivedAt: contacts.archivedAt,
		})
		.from(contacts)
		.where(and(eq(contacts.id, id), within(viewer, 'contacts', { archived: true })));
	if (!contact) throw notFound();
	return contact;
}

/** One role with its person and place. 404 for unknown ids. */
export async function roleFor(viewer: Viewer, id: string | undefined): Promise<RoleLine> {
	if (!isId(id)) throw notFound();
	const [role] = await roleLines(viewer, eq(contactRoles.id, id), { limit: 1, archived: true });
	if (!role) throw notFound();
	return role;
}

/** Everything a person is or was to whom, current roles first. */
export const rolesOf = async (viewer: Viewer, contactId: string): Promise<RoleLine[]> =>
	inOrder(await roleLines(viewer, eq(contactRoles.contactId, contactId), { archived: true }), today());

/** Whose contacts are asked for; a firm's are those of its sites too. */
export type ContactScope = { companyId: string } | { siteId: string } | { landownerId: string };

/**
 * The people of a firm, a site or an owner in their current roles, the first to call first. `others`: roles to come and
 * former ones too, after the current ones.
 */
export async function contactsOf(viewer: Viewer, scope: ContactScope, { others: more = false }: { others?: boolean } = {}): Promise<ContactLine[]> {
	return described(await roleLines(viewer, and(rolesIn(scope), more ? undefined : lasting())));
}

/** Roles with a firm (its sites included), a site or an owner. */
function rolesIn(scope: ContactScope): SQL | undefined {
	if ('siteId' in scope) return eq(contactRoles.siteId, scope.siteId);
	if ('landownerId' in scope) return eq(contactRoles.landownerId, scope.landownerId);
	return withFirms([scope.companyId]);
}

export const withFirms = (companyIds: readonly string[]): SQL | undefined =>
	or(
		inArray(contactRoles.companyId, [...companyIds]),
		inArray(
			contactRoles.siteId,
			db
				.select({ id: sites.id })
				.from(sites)
				.where(inArray(sites.companyId, [...companyIds])),
		),
	);

/** Roles that have begun and not ended. */
export const lasting = (): SQL | undefined =>
	and(or(isNull(contactRoles.fromOn), lte(contactRoles.fromOn, today())), or(isNull(contactRoles.toOn), gt(contactRoles.toOn, today())));

async function described(roles: readonly RoleLine[]): Promise<ContactLine[]> {
	const refusals = await refusalsOf([...new Set(roles.map(({ contactId }) => contactId))]);
	return withOneFirst(inOrder(roles, today()), today()).map(
		({ contactId, roleId, name, title, phone, email, isPrimary, fromOn, toOn, place, property }) => ({
			...{ contactId, roleId, name, title, phone, email, isPrimary, fromOn, toOn, place, property },
			refuses: refusals.get(contactId) ?? [],
		}),
	);
}

/** A person as the talk form offers whom one met. */
export interface ContactHit {
	contactId: string;
	/** The role they would be met in; null for somebody without a current one. */
	roleId: string | null;
	name: string;
	title: string | null;
	place: string | null;
	phone: string | null;
}

const SHOWN = 12;

/**
 * Up to twelve people for what is typed into "who was met" (a name, a number, an e-mail address): those of the chosen firms
 * and owners first, then others. With nothing typed: those of the chosen ones.
 */
export async function contactHits(
	viewer: Viewer,
	typed: string,
	{ companyIds = [], landownerIds = [] }: { companyIds?: readonly string[]; landownerIds?: readonly string[] } = {},
): Promise<ContactHit[]> {
	const named = await namedLike(typed);
	if (typed.trim() && !named) return [];
	const near = withSubjects(companyIds.filter(isId), landownerIds.filter(isId));
	const own = near ? await roleLines(viewer, and(near, lasting(), named ?? undefined)) : [];
	const hits = new Map<string, ContactHit>();
	for (const role of inOrder(own, today())) if (!hits.has(role.contactId)) hits.set(role.contactId, hitOf(role));
	if (named && hits.size < SHOWN) for (const hit of await others(viewer, named)) if (!hits.has(hit.contactId)) hits.set(hit.contactId, hit);
	return [...hits.values()].slice(0, SHOWN);
}

/** Roles with these firms, with these owners, and with the firms these owners are. */
function withSubjects(companyIds: readonly string[], landownerIds: readonly string[]): SQL | undefined {
	const firmsOfOwners = db
		.select({ id: landowners.companyId })
		.from(landowners)
		.where(inArray(landowners.id, [...landownerIds]));
	return or(
		companyIds.length > 0 ? withFirms(companyIds) : undefined,
		landownerIds.length > 0 ? inArray(contactRoles.landownerId, [...landownerIds]) : undefined,
		landownerIds.length > 0 ? inArray(contactRoles.companyId, firmsOfOwners) : undefined,
	);
}

async function others(viewer: Viewer, named: SQL): Promise<ContactHit[]> {
	const people = await db
		.select({ id: contacts.id, name: contacts.name, phone: contacts.phone })
		.from(contacts)
		.where(and(named, within(viewer, 'contacts')))
		.orderBy(contacts.sortName, contacts.id)
		.limit(SHOWN);
	const roles = await currentRolesOf(
		viewer,
		people.map(({ id }) => id),
	);
	return people.map(({ id, name, phone }) => {
		const role = roles.get(id)?.[0];
		return role ? hitOf(role) : { contactId: id, roleId: null, name, title: null, place: null, phone };
	});
}

/** The current roles of several people, the first to call first. */
export async function currentRolesOf(viewer: Viewer, contactIds: readonly string[]): Promise<ReadonlyMap<string, RoleLine[]>> {
	if (contactIds.length === 0) return new Map();
	const roles = inOrder(await roleLines(viewer, and(inArray(contactRoles.contactId, [...contactIds]), lasting()), { limit: 500 }), today());
	return new Map(contactIds.map((id) => [id, roles.filter(({ contactId }) => contactId === id)]));
}

const hitOf = ({ contactId, roleId, name, title, place, phone }: RoleLine): ContactHit => ({
	...{ contactId, roleId, name, title, phone },
	place: place.name,
});
