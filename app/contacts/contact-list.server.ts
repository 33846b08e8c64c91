import { and, asc, count, desc, eq, exists, inArray, isNull, not, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { companyTerms, contactRoles, contacts } from '#db/schema/index.ts';
import { beyond, startsWith } from '#db/sql.server.ts';
import type { ContactRow } from './components/contact-table.tsx';
import type { ContactFilters, Place } from './list-filters.ts';
import { namedLike } from './named-like.server.ts';
import { currentRolesOf, lasting, withFirms } from './queries.server.ts';

const PAGE_SIZE = 50;
/** Counting stops here and says "1.000+". */
const COUNT_CAP = 1_000;
/** Firms looked at for a word of a name. */
const MOST_FIRMS = 500;

/** One page of the people the viewer may know, by name and key; `next` and `previous` are places to go on from. */
export async function contactsPage(viewer: Viewer, filters: ContactFilters) {
	const where = await conditionOf(viewer, filters);
	const nothing = { rows: [], total: 0, isCapped: false, previous: null, next: null };
	if (!where) return nothing;
	const isBackwards = filters.before !== null;
	const from = filters.before ?? filters.after;
	const order = [contacts.sortName, contacts.id];
	const direction = isBackwards ? desc : asc;
	const [found, counted] = await Promise.all([
		db
			.select({ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email, sortName: contacts.sortName })
			.from(contacts)
			.where(and(where, from ? beyond(order, from, isBackwards ? 'desc' : 'asc') : undefined))
			.orderBy(...order.map((column) => direction(column)))
			.limit(PAGE_SIZE + 1),
		db.select({ n: count() }).from(
			db
				.select({ id: contacts.id })
				.from(contacts)
				.where(where)
				.limit(COUNT_CAP + 1)
				.as('capped'),
		),
	]);
	const hasMore = found.length > PAGE_SIZE;
	const page = isBackwards ? found.slice(0, PAGE_SIZE).reverse() : found.slice(0, PAGE_SIZE);
	const [first, last] = [page[0], page.at(-1)];
	const total = counted[0]?.n ?? 0;
	const roles = await currentRolesOf(
		viewer,
		page.map(({ id }) => id),
	);
	return {
		rows: page.map(
			({ sortName: _sort, ...row }): ContactRow => ({
				...row,
				roles: distinct((roles.get(row.id) ?? []).map(({ title, place }) => ({ title, place: place.name }))),
			}),
		),
		total: Math.min(total, COUNT_CAP),
		isCapped: total > COUNT_CAP,
		previous: first && (isBackwards ? hasMore : filters.after !== null) ? placeOf(first) : null,
		next: last && (isBackwards || hasMore) ? placeOf(last) : null,
	};
}

/** A firm that owns its land names its director twice: as firm and as owner. */
const distinct = (roles: ContactRow['roles']): ContactRow['roles'] =>
	roles.filter(({ title, place }, at) => roles.findIndex((one) => one.title === title && one.place === place) === at);

const placeOf = ({ sortName, id }: { sortName: string; id: string }): Place => [sortName, id];

/** The filters as one condition; null = nobody can match. */
async function conditionOf(viewer: Viewer, { q, firm, companyId, isWithoutRole }: ContactFilters): Promise<SQL | null> {
	const named = q ? namedLike(q) : undefined;
	const firmIds = companyId ? [companyId] : firm ? await firmsNamed(firm) : undefined;
	if (named === null || firmIds?.length === 0) return null;
	return (
		and(
			within(viewer, 'contacts'),
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
			isWithoutRole ? not(exists(currentRoles())) : undefined,
		) ?? null
	);
}

const currentRoles = () =>
	db
		.select({ id: contactRoles.id })
		.from(contactRoles)
		.where(and(eq(contactRoles.contactId, contacts.id), isNull(contactRoles.archivedAt), lasting()));

async function firmsNamed(typed: string): Promise<string[]> {
	const word = fold(typed).slice(0, 60).trim();
	if (!word) return [];
	const rows = await db
		.selectDistinct({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(startsWith(companyTerms.term, word))
		.limit(MOST_FIRMS);
	return rows.map(({ id }) => id);
}

/** True while nobody at all is registered: the list then teaches instead of saying "no hits". */
export async function hasContacts(viewer: Viewer): Promise<boolean> {
	return (await db.select({ id: contacts.id }).from(contacts).where(within(viewer, 'contacts')).limit(1)).length > 0;
}
