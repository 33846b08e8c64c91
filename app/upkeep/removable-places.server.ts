import { and, eq, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { recordsOf as recordsOfRole } from '#app/contacts/commands.server.ts';
import { paths } from '#app/paths.ts';
import { recordsOf as recordsOfOwnership } from '#app/properties/ownerships.server.ts';
import type { Db } from '#db/client.server.ts';
import { companies, companyCommitments, contactRoles, contacts, issues, ownerships, properties } from '#db/schema/index.ts';
import type { EntryKind } from '#db/vocabulary.ts';
import type { RemovableKind } from './removable.ts';

/** Where an entry hangs: what its activity line touches, what search finds of it, and the page that shows it. */
export interface Place {
	also: Array<{ kind: string; id: string }>;
	findable: { kind: EntryKind; id: string } | null;
	page: string;
	/** Where one goes on once it is gone. */
	pageWithout: string;
}

type PlaceOf = (tx: Db, viewer: Viewer, id: string) => Promise<Place | null>;

/** An entry the viewer may know of, removed ones included; null for any other. */
export const PLACES: Record<RemovableKind, PlaceOf> = {
	ownership: async (tx, viewer, id) => {
		const [row] = await tx
			.select({ id: ownerships.id, propertyId: ownerships.propertyId, landownerId: ownerships.landownerId })
			.from(ownerships)
			.innerJoin(properties, eq(properties.id, ownerships.propertyId))
			.where(and(eq(ownerships.id, id), within(viewer, 'properties', { archived: true })));
		if (!row) return null;
		const page = paths.property(row.propertyId);
		return { also: recordsOfOwnership(row).also, findable: { kind: 'property', id: row.propertyId }, page, pageWithout: page };
	},
	contactRole: async (tx, viewer, id) => {
		const [row] = await tx
			.select({ role: contactRoles })
			.from(contactRoles)
			.innerJoin(contacts, eq(contacts.id, contactRoles.contactId))
			.where(and(eq(contactRoles.id, id), within(viewer, 'contacts')));
		if (!row) return null;
		const contact = { kind: 'contact' as const, id: row.role.contactId };
		const page = paths.contact(contact.id);
		return { also: [contact, ...recordsOfRole(row.role)], findable: contact, page, pageWithout: page };
	},
	commitment: async (tx, viewer, id) => {
		const [row] = await tx
			.select({ companyId: companyCommitments.companyId })
			.from(companyCommitments)
			.innerJoin(companies, eq(companies.id, companyCommitments.companyId))
			.where(and(eq(companyCommitments.id, id), within(viewer, 'companies', { archived: true })));
		if (!row) return null;
		const page = paths.company(row.companyId);
		return { also: [{ kind: 'company', id: row.companyId }], findable: null, page, pageWithout: page };
	},
	// Raised in a talk it is the talk's own: it is taken out there.
	issue: async (tx, viewer, id) => {
		const [row] = await tx
			.select({ companyId: issues.companyId, landownerId: issues.landownerId, districtId: issues.districtId })
			.from(issues)
			.where(and(eq(issues.id, id), isNull(issues.raisedInId), within(viewer, 'issues', { archived: true })));
		if (!row) return null;
		const also = [
			...(row.companyId ? [{ kind: 'company', id: row.companyId }] : []),
			...(row.landownerId ? [{ kind: 'landowner', id: row.landownerId }] : []),
			...(row.districtId ? [{ kind: 'district', id: row.districtId }] : []),
		];
		return { also, findable: { kind: 'issue', id }, page: paths.issue(id), pageWithout: paths.issues() };
	},
};
