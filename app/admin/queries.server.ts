import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, isNull, like, lt, max, or } from 'drizzle-orm';
import { can, FIELD } from '#app/auth/policy.ts';
import { isAlive } from '#app/auth/session.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { invitations, memberships, sessions, units, users } from '#db/schema/index.ts';
import { type MembershipRow, type PersonState, stateOf } from './people.ts';

const PAGE = 50;

interface PersonRow {
	id: string;
	name: string;
	email: string;
	state: PersonState;
	memberships: MembershipRow[];
}

export interface PeopleAsked {
	q?: string;
	state?: PersonState;
	/** Id of the row the page follows, or ends before. */
	after?: string;
	before?: string;
}

/** A page of the people who sign in, in the order of their names, with the ids to page on by. */
export async function people(viewer: Viewer, asked: PeopleAsked) {
	if (!can(viewer, 'see', 'person')) throw forbidden();
	const backwards = asked.before !== undefined;
	const edge = await edgeOf(asked.before ?? asked.after);
	const rows = await db
		.select({ id: users.id, name: users.name, email: users.email, passwordHash: users.passwordHash, disabledAt: users.disabledAt })
		.from(users)
		.where(and(isNull(users.archivedAt), matching(asked.q), inState(asked.state), beyond(edge, backwards)))
		.orderBy(backwards ? desc(users.sortName) : asc(users.sortName), backwards ? desc(users.id) : asc(users.id))
		.limit(PAGE + 1);
	const hasMore = rows.length > PAGE;
	const page = rows.slice(0, PAGE);
	if (backwards) page.reverse();
	const held = await membershipsOf(page.map(({ id }) => id));
	const found: PersonRow[] = page.map((row) => ({
		id: row.id,
		name: row.name,
		email: row.email,
		state: stateOf(row),
		memberships: held.filter(({ userId }) => userId === row.id),
	}));
	const [first, last] = [page[0]?.id ?? null, page.at(-1)?.id ?? null];
	return {
		rows: found,
		before: (backwards ? hasMore : edge !== undefined) ? first : null,
		after: (backwards ? edge !== undefined : hasMore) ? last : null,
	};
}

async function edgeOf(id: string | undefined) {
	if (!isId(id)) return undefined;
	const [row] = await db.select({ id: users.id, sortName: users.sortName }).from(users).where(eq(users.id, id)).limit(1);
	return row;
}

function beyond(edge: { id: string; sortName: string } | undefined, backwards: boolean) {
	if (!edge) return undefined;
	const past = backwards ? lt : gt;
	return or(past(users.sortName, edge.sortName), and(eq(users.sortName, edge.sortName), past(users.id, edge.id)));
}

function matching(q: string | undefined) {
	const name = sortName(q ?? '');
	const email = (q ?? '')
		.trim()
		.toLowerCase()
		.replace(/[%_\\\p{Cc}]/gu, '');
	if (!name && !email) return undefined;
	return or(name ? like(users.sortName, `%${name}%`) : undefined, email ? like(users.email, `%${email}%`) : undefined);
}

function inState(state: PersonState | undefined) {
	if (state === 'disabled') return isNotNull(users.disabledAt);
	if (state === 'active') return and(isNull(users.disabledAt), isNotNull(users.passwordHash));
	if (state === 'invited') return and(isNull(users.disabledAt), isNull(users.passwordHash));
	return undefined;
}

function membershipsOf(userIds: string[]) {
	if (userIds.length === 0) return Promise.resolve([]);
	return db
		.select({ userId: memberships.userId, unitId: units.id, unitName: units.name, role: memberships.role })
		.from(memberships)
		.innerJoin(units, eq(units.id, memberships.unitId))
		.where(inArray(memberships.userId, userIds))
		.orderBy(units.name, units.id);
}

/** One person with roles, open link and last visit; not found for an unknown or malformed id. */
export async function personFor(viewer: Viewer, id: string | undefined) {
	if (!can(viewer, 'see', 'person')) throw forbidden();
	if (!isId(id)) throw notFound();
	const [row] = await db
		.select()
		.from(users)
		.where(and(eq(users.id, id), isNull(users.archivedAt)))
		.limit(1);
	if (!row) throw notFound();
	const now = new Date();
	const [[seen], [link], held] = await Promise.all([
		db
			.select({ signIns: count(), lastSeenAt: max(sessions.lastSeenAt) })
			.from(sessions)
			.where(and(eq(sessions.userId, id), isAlive(now))),
		db
			.select({ expiresAt: invitations.expiresAt })
			.from(invitations)
			.where(and(eq(invitations.userId, id), isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
			.limit(1),
		membershipsOf([id]),
	]);
	const { name, email, version, createdAt } = row;
	const signedIn = { signIns: seen?.signIns ?? 0, lastSeenAt: seen?.lastSeenAt ?? null };
	return { id, name, email, version, createdAt, state: stateOf(row), linkUntil: link?.expiresAt ?? null, ...signedIn, memberships: held };
}

/** People who hold a business and an employment role at once: allowed, and listed because the two tasks see different things of a firm. */
export async function peopleWithBothTasks(viewer: Viewer) {
	if (!can(viewer, 'see', 'person')) throw forbidden();
	return db
		.select({ id: users.id, name: users.name })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.where(and(inArray(memberships.role, [...FIELD]), isNull(users.disabledAt), isNull(users.archivedAt)))
		.groupBy(users.id, users.name, users.sortName)
		.having(eq(countDistinct(memberships.role), 2))
		.orderBy(users.sortName, users.id)
		.limit(200);
}
