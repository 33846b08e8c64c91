import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import { cookieName, env } from '#app/env.server.ts';
import { inRequest } from '#app/http/request-id.server.ts';
import { type Db, db, write, writeIfIdle } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { memberships, sessions, units, users } from '#db/schema/index.ts';
import type { Viewer } from './viewer.ts';

const COOKIE = 'distrikt';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A working day with its breaks fits, a night does not: a telephone left on a train table is signed out by morning. */
export const IDLE_MS = 10 * HOUR;
/** Two weeks: long enough for the field, short enough that a forgotten device is not signed in for ever. */
export const ABSOLUTE_MS = 14 * DAY;
/** "Last seen" is written no oftener than this: a page view is a read, not a write. */
const SEEN_EVERY_MS = 5 * MINUTE;
/** Ended sign-ins stay this long, then their rows go at the person's next sign-in. */
const KEPT_AFTER_END_MS = DAY;

/** A secret of 256 random bits as it stands in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the tables keep of a token: a fast hash is enough for 256 random bits. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

interface Found {
	sessionId: string;
	viewer: Viewer;
}

/** The person signed in by the request's cookie; null for none, an unknown, an ended or an idle one, and for a disabled person. */
export async function viewerOfRequest(request: Request): Promise<Viewer | null> {
	return (await sessionOfRequest(request))?.viewer ?? null;
}

/** The id of the sign-in a request came with, for the list of one's own. */
export async function sessionIdOf(request: Request): Promise<string | null> {
	return (await sessionOfRequest(request))?.sessionId ?? null;
}

// Remix hands every loader a Request object of its own, so the look-up is kept with the HTTP request
// where the server opened one, and with the object elsewhere.
const known = new WeakMap<object, Promise<Found | null>>();

function sessionOfRequest(request: Request): Promise<Found | null> {
	const key = inRequest() ?? request;
	const promise = known.get(key) ?? lookUp(tokenOf(request));
	known.set(key, promise);
	return promise;
}

/** The session token of a request's cookie, if it looks like one. */
export function tokenOf(request: Request): string | undefined {
	for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
		const [name, value] = pair.trim().split('=');
		if (name === cookieName(COOKIE) && value && /^[\w-]{43}$/.test(value)) return value;
	}
	return undefined;
}

const VIEWER = {
	...{ id: users.id, name: users.name, email: users.email },
	...{ language: users.language, theme: users.theme, hasShortcuts: users.hasShortcuts },
};

async function lookUp(token: string | undefined): Promise<Found | null> {
	if (!token) return null;
	const now = new Date();
	const rows = await db
		.select({
			session: { id: sessions.id, lastSeenAt: sessions.lastSeenAt },
			user: VIEWER,
			...{ role: memberships.role, unitId: units.id, unitName: units.name },
		})
		.from(sessions)
		.innerJoin(users, eq(users.id, sessions.userId))
		.leftJoin(memberships, eq(memberships.userId, users.id))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(and(eq(sessions.tokenHash, hashOf(token)), isAlive(now), isNull(users.disabledAt), isNull(users.archivedAt)))
		.orderBy(units.name);
	const first = rows[0];
	if (!first) return null;
	if (now.getTime() - first.session.lastSeenAt.getTime() > SEEN_EVERY_MS) void noteSeen(first.session.id, now);
	const held = rows.flatMap(({ role, unitId, unitName }) => (role && unitId && unitName ? [{ role, unitId, unitName }] : []));
	return { sessionId: first.session.id, viewer: { ...first.user, memberships: held } };
}

/**
 * Whose sign-in a request came with, when that sign-in ended by itself (idle or too old) within the last day; null for one
 * that is alive, unknown, signed out or taken away, and for a person who may not come back.
 */
export async function formerUserOf(request: Request): Promise<string | null> {
	const token = tokenOf(request);
	if (!token) return null;
	const [found] = await db
		.select({ userId: sessions.userId, expiresAt: sessions.expiresAt, lastSeenAt: sessions.lastSeenAt })
		.from(sessions)
		.innerJoin(users, eq(users.id, sessions.userId))
		.where(and(eq(sessions.tokenHash, hashOf(token)), isNull(users.disabledAt), isNull(users.archivedAt)));
	if (!found) return null;
	const endedFor = Date.now() - Math.min(found.expiresAt.getTime(), found.lastSeenAt.getTime() + IDLE_MS);
	return endedFor >= 0 && endedFor <= KEPT_AFTER_END_MS ? found.userId : null;
}

/** Sign-ins that still count at this moment. */
export const isAlive = (now: Date) => and(gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - IDLE_MS)));

/** Nobody waits for it, and a missed one is made up by the next page: a busy database is no reason to fail a page. */
async function noteSeen(id: string, now: Date) {
	await writeIfIdle((tx) => tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id))).catch(() => undefined);
}

/**
 * A new sign-in under a token of its own; what the browser sent before never becomes it.
 * `device` is `deviceOf(userAgent)`. Answers the Set-Cookie header.
 */
export async function startSession(userId: string, device: string | null): Promise<{ cookie: string }> {
	return write((tx) => openSession(tx, userId, { device }));
}

/** `startSession` inside a unit of work that does more than that. `from.token`: the sign-in the browser had, whoever's, which ends. */
export async function openSession(tx: Db, userId: string, from: { device: string | null; token?: string | undefined }): Promise<{ cookie: string }> {
	const token = newToken();
	const { device } = from;
	if (from.token) await tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(from.token)));
	const now = new Date();
	const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
	await tx.delete(sessions).where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, new Date(now.getTime() - KEPT_AFTER_END_MS))));
	await tx.insert(sessions).values({ id: newId(), tokenHash: hashOf(token), userId, createdAt: now, lastSeenAt: now, expiresAt, device });
	return { cookie: cookieWith(token, ABSOLUTE_MS / 1000) };
}

/** Ends the sign-in the request came with, if any; answers the Set-Cookie header that clears it. */
export async function endSession(request: Request): Promise<{ cookie: string }> {
	const token = tokenOf(request);
	if (token) await write((tx) => tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(token))));
	known.delete(inRequest() ?? request);
	return { cookie: cookieWith('', 0) };
}

/** Ends a person's sign-ins at once, all or all but one. To be called in the write that disables the person or changes the password. */
export async function endSessionsOf(tx: Db, userId: string, exceptId?: string | null): Promise<void> {
	await tx.delete(sessions).where(and(eq(sessions.userId, userId), exceptId ? ne(sessions.id, exceptId) : undefined));
}

/** A sign-in without a password, for tests and tools. */
export const createSessionFor = (userId: string): Promise<{ cookie: string }> => startSession(userId, null);

function cookieWith(token: string, maxAge: number): string {
	return `${cookieName(COOKIE)}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${env().isSecure ? '; Secure' : ''}`;
}
