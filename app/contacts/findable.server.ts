import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { firmsIn } from '#app/companies/findable.server.ts';
import { phoneKeys } from '#app/contact-details/phones.server.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { ownersIn } from '#app/landowners/findable.server.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Drawer, Entry } from '#db/full-text.server.ts';
import { contactRoles, contacts, sites } from '#db/schema/index.ts';
import { currentRolesOf } from './queries.server.ts';

export const CONTACT_DRAWER: Drawer = { kind: 'contact', drawer: 2 };

/** A contact, by the titles of all roles: "værkføreren hos Demolund" may have been so last year. */
export async function contactEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email })
		.from(contacts)
		.where(and(inArray(contacts.id, ids), isNull(contacts.archivedAt)))
		.orderBy(asc(contacts.id));
	const titles = await tx
		.select({ contactId: contactRoles.contactId, title: contactRoles.title })
		.from(contactRoles)
		.where(and(inArray(contactRoles.contactId, ids), isNull(contactRoles.archivedAt)))
		.orderBy(asc(contactRoles.id));
	return rows.map(({ id, name, phone, email }) => {
		const own = titles.filter(({ contactId }) => contactId === id).map(({ title }) => title);
		return nameEntry('contact', id, null, [name], [...phoneKeys(phone), email, ...own]);
	});
}

export const contactCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: contacts.id, name: contacts.name, phoneKey: contacts.phoneKey })
		.from(contacts)
		.where(and(inArray(contacts.id, ids), within(viewer, 'contacts')));
	const roles = await currentRolesOf(
		viewer,
		rows.map(({ id }) => id),
	);
	return rows.map(({ id, name, phoneKey }) => {
		const role = roles.get(id)?.[0];
		return {
			...{ kind: 'contact', id, title: name, to: paths.contact(id), talk: paths.newDialogue({ contact: id }) },
			detail: detailLine(role?.title, role?.place.name),
			numbers: [phoneKey],
		};
	});
};

/** People by where they work. */
export function peopleIn(districtId: string) {
	const there = db
		.select({ id: sites.id })
		.from(sites)
		.where(and(eq(sites.districtId, districtId), isNull(sites.archivedAt)));
	return db
		.select({ id: contactRoles.contactId })
		.from(contactRoles)
		.where(
			and(
				isNull(contactRoles.archivedAt),
				or(
					inArray(contactRoles.companyId, firmsIn(districtId)),
					inArray(contactRoles.siteId, there),
					inArray(contactRoles.landownerId, ownersIn(districtId)),
				),
			),
		);
}
