import { and, eq, exists, inArray, isNull, not, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { companiesByIds, firmsBeginning } from '#app/companies/queries.server.ts';
import { archivedIn } from '#app/lists/archived.ts';
import { counted } from '#app/lists/keyset.server.ts';
import type { ListState } from '#app/lists/list.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { contactRoles, contacts } from '#db/schema/index.ts';
import { CONTACT_LIST, type ContactRow } from './list.tsx';
import { namedLike, spelledLike } from './named-like.server.ts';
import { currentRolesOf, lasting, withFirms } from './queries.server.ts';

/** Firms looked at for a word of a name. */
const MOST_FIRMS = 500;
const BY_NAME = { sortName: contacts.sortName, id: contacts.id };

/** The people the viewer may know, by name. */
export const contactList = source({
	list: CONTACT_LIST,
	isAny: hasContacts,
	choices: {
		company: async (viewer, id) => (id ? await companiesByIds(viewer, [id]) : []).map(({ id: value, name }) => ({ value, label: name })),
	},
	async ask(viewer, state) {
		const where = await conditionOf(viewer, state);
		return (
			where && {
				read: (which, order, limit) =>
					db
						.select({ ...BY_NAME, name: contacts.name, phone: contacts.phone, email: contacts.email })
						.from(contacts)
						.where(and(where, which))
						.orderBy(...order)
						.limit(limit),
				order: { by: BY_NAME },
				count: () => counted(contacts, where),
			}
		);
	},
	async rows(viewer, found): Promise<ContactRow[]> {
		const roles = await currentRolesOf(
			viewer,
			found.map(({ id }) => id),
		);
		return found.map(({ id, name, phone, email }) => ({
			...{ id, name, phone: phone ?? undefined, email: email ?? undefined },
			roles: distinct((roles.get(id) ?? []).map(({ title, place }) => ({ title, place: place.name }))),
		}));
	},
});

/** A firm that owns its land names its director twice: as firm and as owner. */
const distinct = (roles: ContactRow['roles']): ContactRow['roles'] =>
	roles.filter(({ title, place }, at) => roles.findIndex((one) => one.title === title && one.place === place) === at);

/** The filters as one condition; null = nobody can match. */
async function conditionOf(viewer: Viewer, { q, is }: ListState<keyof typeof CONTACT_LIST.filters>): Promise<SQL | null> {
	const named = q ? await (is.archived ? spelledLike(q) : namedLike(q)) : undefined;
	const firmIds = is.company ? [is.company] : is.firm ? await firmsNamed(is.firm) : undefined;
	if (named === null || firmIds?.length === 0) return null;
	return (
		and(
			within(viewer, 'contacts', archivedIn(is)),
			named,
			// Of few firms come few people: read by their ids, not looked for along the list.
			firmIds &&
				inArray(
					contacts.id,
					db
						.select({ id: contactRoles.contactId })
						.from(contactRoles)
						.where(and(withFirms(firmIds), lasting(), isNull(contactRoles.archivedAt))),
				),
			is.role ? not(exists(currentRoles())) : undefined,
		) ?? null
	);
}

const currentRoles = () =>
	db
		.select({ id: contactRoles.id })
		.from(contactRoles)
		.where(and(eq(contactRoles.contactId, contacts.id), isNull(contactRoles.archivedAt), lasting()));

async function firmsNamed(typed: string): Promise<string[]> {
	const rows = await firmsBeginning(typed).limit(MOST_FIRMS);
	return [...new Set(rows.map(({ id }) => id))];
}

/** True while nobody at all is registered: the list then teaches instead of saying "no hits". */
async function hasContacts(viewer: Viewer): Promise<boolean> {
	return (await db.select({ id: contacts.id }).from(contacts).where(within(viewer, 'contacts')).limit(1)).length > 0;
}
