import { eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { db, write } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import type { Language } from '#db/vocabulary.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import { openSession } from './session.server.ts';
import { beginTry } from './throttle.server.ts';

export type SignIn = { cookie: string; language: Language } | { refused: 'wrong' } | { refused: 'locked'; retryAfter: number };

/** E-mail addresses are stored and compared in this form; PostgreSQL would fail on a NUL in a comparison. */
export const mailKey = (email: string): string =>
	email
		.normalize('NFC')
		.replace(/\p{Cc}/gu, '')
		.trim()
		.toLowerCase();

/**
 * Signs a person in under a new token. Unknown, disabled, invited and wrong are one answer, in words and in time.
 * `locked` after too many tries of this account or address: then even the right password is not looked at.
 */
export async function signIn(given: { email: string; password: string }, from: { address: string; device: string | null }): Promise<SignIn> {
	const email = mailKey(given.email);
	const attempt = await beginTry(email, from.address);
	if (attempt.retryAfter !== null) return { refused: 'locked', retryAfter: attempt.retryAfter };
	const [user] = await db.select().from(users).where(eq(users.email, email)).limit(1);
	const verdict = await verifyPassword(user?.passwordHash, given.password);
	if (!user || !verdict.isRight || user.disabledAt || user.archivedAt) return { refused: 'wrong' };
	await attempt.worked();
	const fresh = verdict.isOutdated ? await hashPassword(given.password) : null;
	const { cookie } = await write(async (tx) => {
		if (fresh) await tx.update(users).set({ passwordHash: fresh }).where(eq(users.id, user.id));
		await recordActivity(tx, { kind: 'user', id: user.id }, { verb: 'user.signed_in', subject: { kind: 'user', id: user.id } });
		return openSession(tx, user.id, from.device);
	});
	return { cookie, language: user.language };
}
