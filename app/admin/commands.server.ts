import { and, eq, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { type Admission, admit, checkUnits, inWords, join, type PersonGiven } from '#app/auth/admission.server.ts';
import { issueInvitation } from '#app/auth/invitations.server.ts';
import { endSessionsOf } from '#app/auth/session.server.ts';
import { mailKey } from '#app/auth/sign-in.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Revised, revise } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { invitations, memberships, users } from '#db/schema/index.ts';
import { GIVE, heirsOf, SLICE } from './holdings.server.ts';
import { HOLDINGS, type Holding } from './holdings.ts';

const actor = (viewer: Viewer) => ({ kind: 'user' as const, id: viewer.id });

/**
 * Admits a person and makes the one-time link for the first password; nothing is mailed.
 * The same id again is the same person: `known`, without a second link.
 */
export async function admitPerson(viewer: Viewer, given: PersonGiven & { id: string }): Promise<Admission> {
	demand(viewer, 'invite', 'person');
	return admit(given, actor(viewer));
}

class LastAdministrator extends Error {}

/** Runs a change of a person's rights and undoes it when nobody would be left to administer. */
async function keepingAnAdministrator<T>(work: (tx: Db) => Promise<T>): Promise<T | 'last_administrator'> {
	try {
		return await write(work);
	} catch (error) {
		if (error instanceof LastAdministrator) return 'last_administrator';
		throw error;
	}
}

/**
 * Somebody must be left who administers and can sign in; a colleague invited but not yet come cannot, the viewer is in.
 * To be called after the activity line: its lock makes two administrators who remove each other at once wait for one another.
 */
async function checkAdministrators(tx: Db, viewer: Viewer) {
	const [left] = await tx
		.select({ id: users.id })
		.from(memberships)
		.innerJoin(users, eq(users.id, memberships.userId))
		.where(
			and(
				...[eq(memberships.role, 'administrator'), isNull(users.disabledAt), isNull(users.archivedAt)],
				or(isNotNull(users.passwordHash), eq(users.id, viewer.id)),
			),
		)
		.limit(1);
	if (!left) throw new LastAdministrator();
}

type Revision = Revised | 'email_taken' | 'last_administrator';

/** Changes name, e-mail and roles; rights change with the person's next page. */
export async function revisePerson(viewer: Viewer, id: string, given: PersonGiven & { version: number }): Promise<Revision> {
	demand(viewer, 'revise', 'person');
	const email = mailKey(given.email);
	const { name, version } = given;
	return keepingAnAdministrator(async (tx) => {
		const before = await personIn(tx, id);
		const held = await tx.select({ unitId: memberships.unitId, role: memberships.role }).from(memberships).where(eq(memberships.userId, id));
		const [other] = await tx
			.select({ id: users.id })
			.from(users)
			.where(and(eq(users.email, email), ne(users.id, id)))
			.limit(1);
		if (other) return 'email_taken' as const;
		await checkUnits(tx, given.memberships);
		const [was, is] = [inWords(held), inWords(given.memberships)];
		const answer = await revise(
			tx,
			viewer,
			{ kind: 'user', id },
			{
				...{ before, version, wanted: { name, email }, derived: { sortName: sortName(name) } },
				beside: String(was) === String(is) ? {} : { memberships: [was, is] },
				after: async () => {
					await tx.delete(memberships).where(eq(memberships.userId, id));
					await join(tx, id, given.memberships);
				},
			},
		);
		if (answer.kind === 'saved') await checkAdministrators(tx, viewer);
		return answer;
	});
}

/** Makes a one-time link to set a password: the first, or a new one for who forgot it. Earlier links of that person die. */
export async function invitePerson(viewer: Viewer, id: string): Promise<{ token: string } | 'disabled'> {
	demand(viewer, 'invite', 'person');
	return write(async (tx) => {
		const person = await personIn(tx, id);
		if (person.disabledAt) return 'disabled' as const;
		const token = await issueInvitation(tx, id, viewer.id);
		const verb = person.passwordHash ? 'user.password_reset_offered' : 'user.invited';
		await recordActivity(tx, actor(viewer), { verb, subject: { kind: 'user', id } });
		return { token };
	});
}

/** Shuts a person out: every sign-in and open link ends in the same moment. Never oneself, never the last administrator. */
export async function disablePerson(viewer: Viewer, id: string): Promise<'saved' | 'self' | 'last_administrator'> {
	demand(viewer, 'disable', 'person');
	if (id === viewer.id) return 'self';
	return keepingAnAdministrator(async (tx) => {
		const person = await personIn(tx, id);
		if (person.disabledAt) return 'saved' as const;
		const now = new Date();
		await tx.update(users).set({ disabledAt: now, updatedAt: now }).where(eq(users.id, id));
		await endSessionsOf(tx, id);
		await tx.delete(invitations).where(and(eq(invitations.userId, id), isNull(invitations.usedAt)));
		await recordActivity(tx, actor(viewer), { verb: 'user.disabled', subject: { kind: 'user', id } });
		await checkAdministrators(tx, viewer);
		return 'saved' as const;
	});
}

/**
 * Hands over what a person holds, kind by kind to the colleague chosen, in slices; what no colleague of the unit can take
 * stays. Broken off between two slices it goes on where it stopped when it is asked for again.
 */
export async function handOver(viewer: Viewer, from: string, heirs: Partial<Record<Holding, string>>): Promise<void> {
	demand(viewer, 'disable', 'person');
	for (const kind of HOLDINGS) {
		const to = heirs[kind];
		if (!to) continue;
		let given = SLICE;
		while (given === SLICE)
			given = await write(async (tx) => {
				const heir = (await heirsOf(viewer, from, tx)).find(({ id }) => id === to);
				// Nothing left of theirs in the unit: nobody takes it.
				if (!heir?.takes.includes(kind)) return 0;
				return GIVE[kind](tx, viewer, from, to);
			});
	}
}

/** Lets a disabled person in again, with the password and roles of before. */
export async function enablePerson(viewer: Viewer, id: string): Promise<'saved'> {
	demand(viewer, 'disable', 'person');
	return write(async (tx) => {
		const person = await personIn(tx, id);
		if (!person.disabledAt) return 'saved' as const;
		await tx.update(users).set({ disabledAt: null, updatedAt: new Date() }).where(eq(users.id, id));
		await recordActivity(tx, actor(viewer), { verb: 'user.enabled', subject: { kind: 'user', id } });
		return 'saved' as const;
	});
}

async function personIn(tx: Db, id: string) {
	const [row] = isId(id)
		? await tx
				.select()
				.from(users)
				.where(and(eq(users.id, id), isNull(users.archivedAt)))
				.limit(1)
		: [];
	if (!row) throw notFound();
	return row;
}
