import { and, asc, eq, ne, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { contacts } from '#db/schema/index.ts';
import { currentRolesOf } from './queries.server.ts';
import { contactColumns, type Reach } from './rows.server.ts';

const SHOWN = 5;

/** A person who may be the one being typed, and why: what both have in common. */
export interface LookAlike {
	id: string;
	name: string;
	phone: string | null;
	email: string | null;
	roles: Array<{ title: string | null; place: string }>;
	shares: Array<'name' | 'phone' | 'email'>;
}

/**
 * People with the same name (spelling of æ, ø, å and marks aside), the same telephone number or the same e-mail address; who
 * shares most comes first, at most five.
 */
export async function lookAlikesOf(viewer: Viewer, typed: Reach, exceptId: string): Promise<LookAlike[]> {
	const { nameKey, phoneKey, email } = contactColumns(typed);
	const rows = await db
		.select({
			id: contacts.id,
			name: contacts.name,
			phone: contacts.phone,
			email: contacts.email,
			nameKey: contacts.nameKey,
			phoneKey: contacts.phoneKey,
		})
		.from(contacts)
		.where(
			and(
				or(eq(contacts.nameKey, nameKey), phoneKey ? eq(contacts.phoneKey, phoneKey) : undefined, email ? eq(contacts.email, email) : undefined),
				ne(contacts.id, exceptId),
				within(viewer, 'contacts'),
			),
		)
		.orderBy(asc(contacts.sortName), asc(contacts.id))
		.limit(50);
	const found = rows
		.map(({ nameKey: name, phoneKey: phone, ...row }) => ({
			...row,
			shares: [
				...(name === nameKey ? ['name' as const] : []),
				...(phone !== null && phone === phoneKey ? ['phone' as const] : []),
				...(row.email !== null && row.email === email ? ['email' as const] : []),
			],
		}))
		.sort((a, b) => b.shares.length - a.shares.length)
		.slice(0, SHOWN);
	const roles = await currentRolesOf(
		viewer,
		found.map(({ id }) => id),
	);
	return found.map((person) => ({ ...person, roles: (roles.get(person.id) ?? []).map(({ title, place }) => ({ title, place: place.name })) }));
}
