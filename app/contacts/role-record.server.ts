import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { type Kind, type Ref, refsOf } from '#app/record/kind.server.ts';
import type { Db } from '#db/client.server.ts';
import { contactRoles, contacts, dialogueContacts } from '#db/schema/index.ts';
import { recordsOf } from './commands.server.ts';
import { CONTACT_ROLE } from './record.ts';
import { unmarkPrimary } from './rows.server.ts';

export const contactRoleKind: Kind = {
	...CONTACT_ROLE,
	table: contactRoles,
	eraseAll: eraseRoles,
	deeds: {
		'contactRole.added': () => m.upkeep_deed_role_added(),
		'contactRole.removed': () => m.upkeep_deed_role_removed(),
		'contactRole.restored': () => m.upkeep_deed_role_restored(),
	},
	removable: {
		may: (viewer) => can(viewer, 'revise', 'contact'),
		called: () => m.upkeep_entry_role(),
		async place(tx, viewer, id) {
			const [row] = await tx
				.select({ role: contactRoles })
				.from(contactRoles)
				.innerJoin(contacts, eq(contacts.id, contactRoles.contactId))
				.where(and(eq(contactRoles.id, id), within(viewer, 'contacts')));
			if (!row) return null;
			const contact = { kind: 'contact', id: row.role.contactId };
			const page = paths.contact(contact.id);
			return { also: [contact, ...recordsOf(row.role)], findable: contact, page, pageWithout: page };
		},
		// A role that comes back takes its mark of the first to call along.
		async comeBack(tx, id) {
			const [role] = await tx.select().from(contactRoles).where(eq(contactRoles.id, id));
			return role?.isPrimary ? await unmarkPrimary(tx, role, id) : [];
		},
	},
};

/**
 * Roles go with whom they are with. A talk held in one keeps the person and the title of its day: it is about another
 * record, and the role hangs on nothing it says.
 */
async function eraseRoles(tx: Db, which: SQL | undefined): Promise<Ref[]> {
	const roles = await tx.select({ id: contactRoles.id, contactId: contactRoles.contactId }).from(contactRoles).where(which);
	const ids = roles.map(({ id }) => id);
	await tx.update(dialogueContacts).set({ contactRoleId: null }).where(inArray(dialogueContacts.contactRoleId, ids));
	await tx.delete(contactRoles).where(inArray(contactRoles.id, ids));
	// A person is found by the titles of their roles.
	await refreshFindables(tx, 'contact', [...new Set(roles.map(({ contactId }) => contactId))]);
	return refsOf('contactRole', roles);
}
