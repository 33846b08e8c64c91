import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { type Db, db, write } from '#db/client.server.ts';
import { memberships, users } from '#db/schema/index.ts';
import { hashPassword, verifyPassword } from './password.server.ts';

/** A hash renewed by a sign-in beside this one is the only change that leaves the password right; more rounds than that are an attack. */
const MOST_ROUNDS = 3;

type Person = typeof users.$inferSelect;

/**
 * Runs `work` in one write for the person found by `who`, once they proved this password. Checking takes long: password,
 * state and roles are looked at again inside the write, and what changed meanwhile is checked anew. Null = not proven;
 * unknown, disabled, invited and wrong take the same time. `prepare` runs after the proof and before the write.
 */
export async function withProof<T, P>(
	who: SQL,
	password: string,
	prepare: () => Promise<P>,
	work: (tx: Db, person: Person, prepared: P) => Promise<T>,
): Promise<{ done: T } | null> {
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const [seen] = await db.select().from(users).where(who).limit(1);
		const verdict = await verifyPassword(seen?.passwordHash, password);
		if (!seen || !verdict.isRight || seen.disabledAt || seen.archivedAt) return null;
		const fresh = verdict.isOutdated ? await hashPassword(password) : null;
		const prepared = await prepare();
		const answer = await write(async (tx) => {
			const person = await stillThere(tx, seen);
			if (!person) return null;
			if (fresh) await tx.update(users).set({ passwordHash: fresh }).where(eq(users.id, person.id));
			return { done: await work(tx, person, prepared) };
		});
		if (answer) return answer;
	}
	return null;
}

/** The person as they stand now, if the password that was checked is still theirs, and they may come in with some role. */
async function stillThere(tx: Db, { id, passwordHash }: Person): Promise<Person | undefined> {
	if (!passwordHash) return undefined;
	const [row] = await tx
		.select({ person: users })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.where(and(eq(users.id, id), eq(users.passwordHash, passwordHash), isNull(users.disabledAt), isNull(users.archivedAt)))
		.limit(1);
	return row?.person;
}
