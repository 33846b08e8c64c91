import { and, eq, isNull, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { db } from '#db/client.server.ts';
import { companies, contactRoles, contacts, landowners, properties, sites } from '#db/schema/index.ts';
import type { RolePlace } from './contact.ts';

const COLUMNS = {
	roleId: contactRoles.id,
	roleVersion: contactRoles.version,
	contactId: contactRoles.contactId,
	title: contactRoles.title,
	isPrimary: contactRoles.isPrimary,
	fromOn: contactRoles.fromOn,
	toOn: contactRoles.toOn,
	siteId: contactRoles.siteId,
	landownerId: contactRoles.landownerId,
	propertyId: contactRoles.propertyId,
	/** The firm itself or the site's. */
	companyId: companies.id,
	companyName: companies.name,
	siteName: sites.name,
	siteAddress: sites.address,
	sitePostalCode: sites.postalCode,
	siteCity: sites.city,
	landownerName: landowners.name,
	ownerCompanyId: landowners.companyId,
	propertyName: properties.name,
	name: contacts.name,
	phone: contacts.phone,
	email: contacts.email,
};

/** Roles with the person and what each is with, those of archived people left out. */
export async function roleLines(viewer: Viewer, which: SQL | undefined, { limit = 300, archived = false } = {}) {
	const rows = await db
		.select(COLUMNS)
		.from(contactRoles)
		.innerJoin(contacts, eq(contacts.id, contactRoles.contactId))
		.leftJoin(sites, eq(sites.id, contactRoles.siteId))
		.leftJoin(companies, or(eq(companies.id, contactRoles.companyId), eq(companies.id, sites.companyId)))
		.leftJoin(landowners, eq(landowners.id, contactRoles.landownerId))
		.leftJoin(properties, eq(properties.id, contactRoles.propertyId))
		.where(and(which, within(viewer, 'contacts', { archived }), isNull(contactRoles.archivedAt)))
		.orderBy(contacts.sortName, contactRoles.id)
		.limit(limit);
	return rows.map(({ propertyId, propertyName, ...row }) => ({
		...row,
		place: placeOf(row),
		property: propertyId === null ? null : { id: propertyId, name: propertyName ?? '' },
	}));
}
export type RoleLine = Awaited<ReturnType<typeof roleLines>>[number];

/** Roles with the same firm (by itself or by a site) or the same owner: two of one person can be joined. */
export const isSameParty = (a: Pick<RoleLine, 'companyId' | 'landownerId'>, b: Pick<RoleLine, 'companyId' | 'landownerId'>): boolean =>
	(a.companyId !== null && a.companyId === b.companyId) || (a.landownerId !== null && a.landownerId === b.landownerId);

interface PlaceColumns {
	companyId: string | null;
	companyName: string | null;
	siteId: string | null;
	siteName: string | null;
	siteAddress: string | null;
	sitePostalCode: string | null;
	siteCity: string | null;
	landownerId: string | null;
	landownerName: string | null;
}

function placeOf(row: PlaceColumns): RolePlace {
	if (row.landownerId) return { kind: 'landowner', id: row.landownerId, name: row.landownerName ?? '' };
	if (!row.siteId) return { kind: 'company', id: row.companyId ?? '', name: row.companyName ?? '' };
	const address = placeLine({ address: row.siteAddress, postalCode: row.sitePostalCode, city: row.siteCity });
	// Most sites carry their firm's name; the address tells them apart.
	return { kind: 'site', id: row.siteId, name: [row.companyName, address || row.siteName].filter(Boolean).join(', ') };
}
