import { and, count, countDistinct, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import { FIELD } from '#app/auth/policy.ts';
import { isAlive } from '#app/auth/session.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { invitations, memberships, sessions, units, users } from '#db/schema/index.ts';
import { stateOf } from './people.ts';

export function membershipsOf(userIds: string[]) {
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
	demand(viewer, 'see', 'person');
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
	demand(viewer, 'see', 'person');
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
