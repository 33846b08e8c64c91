import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { memberships, settings, units, users } from '#db/schema/index.ts';
import type { Language } from '#db/vocabulary.ts';
import type { Arrival } from './arrival.server.ts';
import { hashPassword } from './password.server.ts';
import { hashOf, openSession } from './session.server.ts';
import { mailKey } from './sign-in.server.ts';
import { beginTry } from './throttle.server.ts';

const KEY = 'setup_code';
/** Without the letters and digits that are mixed up when read aloud or copied by hand. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** True as long as nobody can sign in because nobody exists. */
export async function isFirstRun(from: Db = db): Promise<boolean> {
	const [anybody] = await from.select({ id: users.id }).from(users).limit(1);
	return anybody === undefined;
}

/**
 * A set-up code for the first administrator, for the server to print: new at every start, since only its hash is kept.
 * Null once there is a person.
 */
export async function ensureSetupCode(): Promise<string | null> {
	const code = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');
	return write(async (tx) => {
		if (!(await isFirstRun(tx))) return null;
		await tx.delete(settings).where(eq(settings.key, KEY));
		await tx.insert(settings).values({ key: KEY, value: hashOf(plain(code)), updatedAt: new Date() });
		return code;
	});
}

const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

export interface FirstAdministrator {
	code: string;
	name: string;
	email: string;
	unit: string;
	password: string;
	language: Language;
}

export type FirstRun = { cookie: string; language: Language } | { refused: 'code' } | { refused: 'over' } | { refused: 'locked'; retryAfter: number };

/** Creates the first unit and the first administrator, and signs in. The code works once; `over` when somebody was quicker. */
export async function openTheHouse(given: FirstAdministrator, from: Arrival): Promise<FirstRun> {
	// The code is looked at first: its hundred random bits cannot be guessed, and nobody else's tries keep its owner out.
	if (!(await isCode(db, given.code))) {
		const { retryAfter } = await beginTry(`setup ${from.address}`, from.address);
		return retryAfter === null ? { refused: 'code' } : { refused: 'locked', retryAfter };
	}
	const passwordHash = await hashPassword(given.password);
	const { name, language } = given;
	return write(async (tx) => {
		if (!(await isFirstRun(tx)) || !(await isCode(tx, given.code))) return { refused: 'over' as const };
		const now = new Date();
		const [id, unitId] = [newId(), newId()];
		const dates = { createdAt: now, updatedAt: now };
		await tx.insert(units).values({ id: unitId, name: given.unit, ...dates });
		await tx.insert(users).values({ id, name, sortName: sortName(name), email: mailKey(given.email), language, passwordHash, ...dates });
		await tx.insert(memberships).values({ id: newId(), userId: id, unitId, role: 'administrator' });
		await tx.delete(settings).where(eq(settings.key, KEY));
		const deed = { verb: 'user.house_opened' as const, subject: { kind: 'user', id }, also: [{ kind: 'unit', id: unitId }] };
		await recordActivity(tx, { kind: 'user', id }, deed);
		const { cookie } = await openSession(tx, id, from);
		return { cookie, language };
	});
}

async function isCode(from: Db, code: string): Promise<boolean> {
	const [kept] = await from.select({ value: settings.value }).from(settings).where(eq(settings.key, KEY)).limit(1);
	return kept !== undefined && kept.value === hashOf(plain(code));
}
