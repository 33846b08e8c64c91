import { and, isNotNull, isNull, like, or } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { users } from '#db/schema/index.ts';
import { PERSON_LIST, type PersonRow } from './list.tsx';
import { stateOf } from './people.ts';
import { membershipsOf } from './queries.server.ts';

/** The people who sign in, in the order of their names. */
export const personList = source({
	list: PERSON_LIST,
	may: (viewer) => can(viewer, 'see', 'person'),
	ask(_viewer, { q, is }) {
		const where = and(isNull(users.archivedAt), matching(q), inState(is.state));
		const { id, name, email, passwordHash, disabledAt } = users;
		return {
			read: (which, order, limit) =>
				db
					.select({ id, name, email, passwordHash, disabledAt, sortName: users.sortName })
					.from(users)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: { sortName: users.sortName, id } },
		};
	},
	async rows(_viewer, found): Promise<PersonRow[]> {
		const held = await membershipsOf(found.map(({ id }) => id));
		return found.map((row) => ({
			...{ id: row.id, name: row.name, email: row.email, state: stateOf(row) },
			memberships: held.filter(({ userId }) => userId === row.id),
		}));
	},
});

function matching(q: string) {
	const name = sortName(q);
	const email = q.toLowerCase().replace(/[%_\\\p{Cc}]/gu, '');
	if (!name && !email) return undefined;
	return or(name ? like(users.sortName, `%${name}%`) : undefined, email ? like(users.email, `%${email}%`) : undefined);
}

function inState(state: string | undefined) {
	if (state === 'disabled') return isNotNull(users.disabledAt);
	if (state === 'active') return and(isNull(users.disabledAt), isNotNull(users.passwordHash));
	if (state === 'invited') return and(isNull(users.disabledAt), isNull(users.passwordHash));
	return undefined;
}
