import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { env } from '#app/env.server.ts';
import { log } from '#app/serve/log.server.ts';
import { users } from '#db/schema/index.ts';
import type { Language } from '#db/vocabulary.ts';
import type { Arrival } from './arrival.server.ts';
import { withProof } from './proof.server.ts';
import { openSession } from './session.server.ts';
import { beginTry } from './throttle.server.ts';

const NOTHING_ELSE = async () => undefined;

type Refusal = { refused: 'wrong' } | { refused: 'locked'; retryAfter: number };
export type SignIn = { cookie: string; language: Language } | Refusal;

/** E-mail addresses are stored and compared in this form; PostgreSQL would fail on a NUL in a comparison. */
export const mailKey = (email: string): string =>
	email
		.normalize('NFC')
		.replace(/\p{Cc}/gu, '')
		.trim()
		.toLowerCase();

/**
 * Signs a person in under a new token; the sign-in the browser came with ends. Unknown, disabled, invited and wrong are one
 * answer, in words and in time. `locked` after too many tries of this account (then even the right password is not looked
 * at) or, with a wrong password, of this address.
 */
export async function signIn(given: { email: string; password: string }, from: Arrival): Promise<SignIn> {
	const email = mailKey(given.email);
	const attempt = await beginTry(email, from.address);
	if (attempt.retryAfter !== null) return refused(email, from, { refused: 'locked', retryAfter: attempt.retryAfter });
	const proven = await attempt.check(() =>
		withProof(eq(users.email, email), given.password, NOTHING_ELSE, async (tx, { id, language }) => {
			await recordActivity(tx, { kind: 'user', id }, { verb: 'user.signed_in', subject: { kind: 'user', id } });
			return { ...(await openSession(tx, id, from)), language };
		}),
	);
	if (proven) {
		await attempt.worked();
		return proven.done;
	}
	const { retryAfterWrong } = attempt;
	return refused(email, from, retryAfterWrong === null ? { refused: 'wrong' } : { refused: 'locked', retryAfter: retryAfterWrong });
}

/** Says in the log that somebody was turned away: the account by a hash, which tells two tries at one account from tries at two. */
function refused(email: string, { address }: Arrival, answer: Refusal): Refusal {
	const account = createHmac('sha256', env().sessionSecret).update(email).digest('base64url').slice(0, 16);
	log().warn({ account, address, why: answer.refused }, 'sign-in refused');
	return answer;
}
