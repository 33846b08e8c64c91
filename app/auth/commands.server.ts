import { and, eq } from 'drizzle-orm';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { notFound } from '#app/http/errors.ts';
import { write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { sessions, users } from '#db/schema/index.ts';
import type { Language, Theme } from '#db/vocabulary.ts';
import { hashPassword } from './password.server.ts';
import { withProof } from './proof.server.ts';
import { endSessionsOf } from './session.server.ts';
import { beginTry } from './throttle.server.ts';
import type { Viewer } from './viewer.ts';

const self = (viewer: Viewer) => ({ kind: 'user' as const, id: viewer.id });

/** Changes the viewer's own name; `conflict` when the account was changed since the form was opened. The name one has already changes nothing. */
export async function renameSelf(viewer: Viewer, given: { name: string; version: number }): Promise<'saved' | Conflict> {
	const { name, version } = given;
	return write(async (tx) => {
		const [before] = await tx.select({ name: users.name }).from(users).where(eq(users.id, viewer.id));
		if (before?.name === name) return 'saved' as const;
		const changed = await tx
			.update(users)
			.set({ name, sortName: sortName(name), version: version + 1, updatedAt: new Date() })
			.where(and(eq(users.id, viewer.id), eq(users.version, version)))
			.returning({ id: users.id });
		if (changed.length === 0) return conflictWith(tx, self(viewer));
		await recordActivity(tx, self(viewer), { verb: 'user.revised', subject: self(viewer), changes: { name: [before?.name ?? null, name] } });
		return 'saved' as const;
	});
}

export interface Preferences {
	language?: Language;
	theme?: Theme;
	hasShortcuts?: boolean;
}

/** Keeps the viewer's own settings of the screen; what is not given stays. The last one wins: nobody else edits them. */
export async function choosePreferences(viewer: Viewer, given: Preferences): Promise<void> {
	const before: Required<Preferences> = viewer;
	const changes: Record<string, [unknown, unknown]> = {};
	if (given.language && given.language !== before.language) changes.language = [before.language, given.language];
	if (given.theme && given.theme !== before.theme) changes.theme = [before.theme, given.theme];
	if (given.hasShortcuts !== undefined && given.hasShortcuts !== before.hasShortcuts)
		changes.hasShortcuts = [before.hasShortcuts, given.hasShortcuts];
	if (Object.keys(changes).length === 0) return;
	await write(async (tx) => {
		await tx.update(users).set(given).where(eq(users.id, viewer.id));
		await recordActivity(tx, self(viewer), { verb: 'user.preferences_chosen', subject: self(viewer), changes });
	});
}

export type PasswordChange = 'changed' | 'wrong' | { retryAfter: number };

/** Changes the viewer's own password and ends every other sign-in. Tries at the current one are counted like sign-ins. */
export async function changePassword(
	viewer: Viewer,
	given: { current: string; password: string },
	at: { sessionId: string | null; address: string },
): Promise<PasswordChange> {
	const attempt = await beginTry(viewer.email, at.address);
	if (attempt.retryAfter !== null) return { retryAfter: attempt.retryAfter };
	const proven = await attempt.check(() =>
		withProof(
			eq(users.id, viewer.id),
			given.current,
			() => hashPassword(given.password),
			async (tx, { id }, passwordHash) => {
				await tx.update(users).set({ passwordHash, updatedAt: new Date() }).where(eq(users.id, id));
				await endSessionsOf(tx, id, at.sessionId);
				await recordActivity(tx, self(viewer), { verb: 'user.password_changed', subject: self(viewer) });
			},
		),
	);
	if (!proven) return attempt.retryAfterWrong === null ? 'wrong' : { retryAfter: attempt.retryAfterWrong };
	await attempt.worked();
	return 'changed';
}

/** Ends one of the viewer's own sign-ins; somebody else's, or one that is gone, is not found. */
export async function endOwnSignIn(viewer: Viewer, sessionId: string): Promise<void> {
	if (!isId(sessionId)) throw notFound();
	await write(async (tx) => {
		const ended = await tx
			.delete(sessions)
			.where(and(eq(sessions.id, sessionId), eq(sessions.userId, viewer.id)))
			.returning({ id: sessions.id });
		if (ended.length === 0) throw notFound();
		await recordActivity(tx, self(viewer), { verb: 'user.signed_out', subject: self(viewer) });
	});
}

/** Ends all the viewer's sign-ins but the one in use. */
export async function endOtherSignIns(viewer: Viewer, current: string | null): Promise<void> {
	await write(async (tx) => {
		await endSessionsOf(tx, viewer.id, current);
		await recordActivity(tx, self(viewer), { verb: 'user.signed_out_elsewhere', subject: self(viewer) });
	});
}
