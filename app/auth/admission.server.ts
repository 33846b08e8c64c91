import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Actor, recordActivity } from '#app/activity/record.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { isId, newId } from '#db/new-id.ts';
import { memberships, units, users } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import type { Role } from '#db/vocabulary.ts';
import { issueInvitation } from './invitations.server.ts';
import { mailKey } from './sign-in.server.ts';

export interface PersonGiven {
	name: string;
	email: string;
	memberships: ReadonlyArray<{ unitId: string; role: Role }>;
}

/** The link's token, or why there is none: this id is in already, as given or with other words, or the address is somebody's. */
export type Admission = { token: string } | 'known' | 'differs' | 'email_taken';

/** Memberships as the activity keeps them: unit and role, in a fixed order. */
export const inWords = (held: PersonGiven['memberships']) => held.map(({ unitId, role }) => `${unitId} ${role}`).sort();

/**
 * Takes a person in and makes the one-time link for the first password: what the administrator's page and the
 * command line share. The same id again is the same person, without a second link. Units must exist and be in use.
 */
export async function admit(given: PersonGiven & { id: string }, by: Actor): Promise<Admission> {
	if (!isId(given.id)) throw badRequest();
	const { id, name } = given;
	const email = mailKey(given.email);
	try {
		return await write(async (tx) => {
			const present = await presentAs(tx, given);
			if (present) return present;
			await checkUnits(tx, given.memberships);
			const now = new Date();
			await tx.insert(users).values({ id, name, sortName: sortName(name), email, createdAt: now, updatedAt: now });
			await join(tx, id, given.memberships);
			const token = await issueInvitation(tx, id, by.kind === 'user' ? by.id : null);
			const changes = { name: [null, name], email: [null, email], memberships: [null, inWords(given.memberships)] } as const;
			await recordActivity(tx, by, { verb: 'user.invited', subject: { kind: 'user', id }, changes });
			return { token };
		});
	} catch (error) {
		// Where two writers run side by side the second one learns it from the index.
		const present = isDuplicate(error) ? await presentAs(db, given) : null;
		if (present) return present;
		throw error;
	}
}

async function presentAs(from: Db, given: PersonGiven & { id: string }): Promise<'known' | 'differs' | 'email_taken' | null> {
	const email = mailKey(given.email);
	const [same] = await from.select({ email: users.email, name: users.name }).from(users).where(eq(users.id, given.id)).limit(1);
	if (same) {
		const held = await from.select({ unitId: memberships.unitId, role: memberships.role }).from(memberships).where(eq(memberships.userId, given.id));
		const isSame = same.email === email && same.name === given.name && String(inWords(held)) === String(inWords(given.memberships));
		return isSame ? 'known' : 'differs';
	}
	const [other] = await from.select({ id: users.id }).from(users).where(eq(users.email, email)).limit(1);
	return other ? 'email_taken' : null;
}

/** Refuses units that are not there, put away or named twice, and a person in none. */
export async function checkUnits(tx: Db, held: PersonGiven['memberships']) {
	const ids = [...new Set(held.map(({ unitId }) => unitId))];
	if (ids.length === 0 || ids.length !== held.length || !ids.every(isId)) throw badRequest();
	const present = await tx
		.select({ id: units.id })
		.from(units)
		.where(and(inArray(units.id, ids), isNull(units.archivedAt)));
	if (present.length !== ids.length) throw badRequest();
}

export async function join(tx: Db, userId: string, held: PersonGiven['memberships']) {
	await tx.insert(memberships).values(held.map(({ unitId, role }) => ({ id: newId(), userId, unitId, role })));
}
