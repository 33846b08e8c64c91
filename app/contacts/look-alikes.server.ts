import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { phoneKeys } from '#app/contact-details/phones.server.ts';
import { db } from '#db/client.server.ts';
import { entriesBeginning, entriesContaining } from '#db/full-text.server.ts';
import { arePeopleAlike, blocksOf } from '#db/likeness.ts';
import { contacts } from '#db/schema/index.ts';
import { CONTACT_DRAWER } from './findable.server.ts';
import { currentRolesOf } from './queries.server.ts';
import { contactColumns, type Reach } from './rows.server.ts';

const SHOWN = 5;
/** People compared for each way of looking. */
const BLOCK_SIZE = 300;

/** A person who may be the one being typed, and why: what both have in common. */
export interface LookAlike {
	id: string;
	name: string;
	phone: string | null;
	email: string | null;
	archivedAt: Date | null;
	roles: Array<{ title: string | null; place: string }>;
	shares: Array<'name' | 'phone' | 'email'>;
}

/**
 * People whose name may be the typed one's, spelling, middle names and initials aside, or that have one of its telephone
 * numbers or its e-mail address; who shares most comes first, at most five. Archived ones too.
 */
export async function lookAlikesOf(viewer: Viewer, typed: Reach, exceptId: string): Promise<LookAlike[]> {
	const { email } = contactColumns(typed);
	const numbers = phoneKeys(typed.phone);
	const ids = await comparable(typed, numbers);
	ids.delete(exceptId);
	if (ids.size === 0) return [];
	const rows = await db
		.select({ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email, archivedAt: contacts.archivedAt })
		.from(contacts)
		.where(and(inArray(contacts.id, [...ids]), within(viewer, 'contacts', { archived: true })))
		.orderBy(asc(contacts.sortName), asc(contacts.id));
	const found = rows
		.map((row) => ({
			...row,
			shares: [
				...(arePeopleAlike(row.name, typed.name) ? ['name' as const] : []),
				...(phoneKeys(row.phone).some((number) => numbers.includes(number)) ? ['phone' as const] : []),
				...(row.email !== null && row.email === email ? ['email' as const] : []),
			],
		}))
		.filter(({ shares }) => shares.length > 0)
		.sort((a, b) => b.shares.length - a.shares.length)
		.slice(0, SHOWN);
	const roles = await currentRolesOf(
		viewer,
		found.map(({ id }) => id),
	);
	return found.map((person) => ({ ...person, roles: (roles.get(person.id) ?? []).map(({ title, place }) => ({ title, place: place.name })) }));
}

/** The ids worth a look: of the same key, address or number, or with a word that begins or ends alike. */
async function comparable(typed: Reach, numbers: readonly string[]): Promise<Set<string>> {
	const { nameKey, email } = contactColumns(typed);
	const { beginnings, insides } = blocksOf(typed.name);
	const wanted = { kind: CONTACT_DRAWER, audiences: ['all'], first: '', limit: BLOCK_SIZE };
	const lists = [...beginnings, ...numbers].map((word) => [word]);
	const [equal, near, ...inside] = await Promise.all([
		db
			.select({ id: contacts.id })
			.from(contacts)
			.where(
				or(
					nameKey ? eq(contacts.nameKey, nameKey) : undefined,
					numbers.length > 0 ? inArray(contacts.phoneKey, [...numbers]) : undefined,
					email ? eq(contacts.email, email) : undefined,
				),
			)
			.limit(50),
		lists.length > 0 ? entriesBeginning(lists, [wanted]) : new Map<string, Set<string>>(),
		...insides.map((letters) => entriesContaining([letters], [wanted])),
	]);
	return new Set([...equal.map(({ id }) => id), ...[near, ...inside].flatMap((answers) => [...(answers.get(CONTACT_DRAWER.kind) ?? [])])]);
}
