import { and, eq, gt, isNull } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { env } from '#app/env.server.ts';
import { paths } from '#app/paths.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { invitations, users } from '#db/schema/index.ts';
import type { Language } from '#db/vocabulary.ts';
import type { Arrival } from './arrival.server.ts';
import { hashPassword } from './password.server.ts';
import { endSessionsOf, hashOf, newToken, openSession } from './session.server.ts';

/** A week: a holiday fits in, a forgotten letter does not stay a key. */
const VALID_MS = 7 * 24 * 3_600_000;

/**
 * A one-time link's token by which the person sets a password; any earlier link of that person is dead from now on.
 * The token is told once, the table keeps its hash. `inviter` null = made on the server.
 */
export async function issueInvitation(tx: Db, userId: string, inviter: string | null): Promise<string> {
	const token = newToken();
	const now = new Date();
	await tx.delete(invitations).where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)));
	const expiresAt = new Date(now.getTime() + VALID_MS);
	await tx.insert(invitations).values({ id: newId(), tokenHash: hashOf(token), userId, createdAt: now, expiresAt, invitedBy: inviter });
	return token;
}

/** The link to hand over, under the address the installation is known by. */
export const invitationLink = (token: string): string => env().appUrl + paths.invitation(token);

export type Invitation =
	| { state: 'unknown' }
	| { state: 'spent' }
	| { state: 'open'; id: string; userId: string; name: string; email: string; isReset: boolean };

/** What a link's token is worth: `spent` = used, expired, or its person is disabled. */
export async function invitationOf(token: string): Promise<Invitation> {
	if (!/^[\w-]{43}$/.test(token)) return { state: 'unknown' };
	const [row] = await db
		.select({ invitation: invitations, user: users })
		.from(invitations)
		.innerJoin(users, eq(users.id, invitations.userId))
		.where(eq(invitations.tokenHash, hashOf(token)))
		.limit(1);
	if (!row) return { state: 'unknown' };
	const { invitation, user } = row;
	if (invitation.usedAt || invitation.expiresAt <= new Date() || user.disabledAt || user.archivedAt) return { state: 'spent' };
	return { state: 'open', id: invitation.id, userId: user.id, name: user.name, email: user.email, isReset: user.passwordHash !== null };
}

/**
 * Sets the password of an open invitation, ends the person's other sign-ins and signs in.
 * Null when somebody else used the link in the meantime.
 */
export async function acceptInvitation(
	open: Extract<Invitation, { state: 'open' }>,
	password: string,
	from: Arrival,
): Promise<{ cookie: string; language: Language } | null> {
	const passwordHash = await hashPassword(password);
	return write(async (tx) => {
		const now = new Date();
		const used = await tx
			.update(invitations)
			.set({ usedAt: now })
			.where(and(eq(invitations.id, open.id), isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
			.returning({ id: invitations.id });
		if (used.length === 0) return null;
		const [user] = await tx
			.update(users)
			.set({ passwordHash, updatedAt: now })
			.where(and(eq(users.id, open.userId), isNull(users.disabledAt), isNull(users.archivedAt)))
			.returning({ language: users.language });
		if (!user) return null;
		await endSessionsOf(tx, open.userId);
		await recordActivity(tx, { kind: 'user', id: open.userId }, { verb: 'user.invitation_accepted', subject: { kind: 'user', id: open.userId } });
		const { cookie } = await openSession(tx, open.userId, from);
		return { cookie, language: user.language };
	});
}
