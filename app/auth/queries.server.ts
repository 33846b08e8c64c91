import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { memberships, sessions, users } from '#db/schema/index.ts';
import type { Role } from '#db/vocabulary.ts';
import { isAlive } from './session.server.ts';
import type { Viewer } from './viewer.ts';

export interface SignInRow {
	id: string;
	device: string | null;
	createdAt: Date;
	lastSeenAt: Date;
}

/** The viewer's own sign-ins that still count, last used first; the 50 latest. */
export function ownSignIns(viewer: Viewer): Promise<SignInRow[]> {
	return db
		.select({ id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
		.from(sessions)
		.where(and(eq(sessions.userId, viewer.id), isAlive(new Date())))
		.orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
		.limit(50);
}

/** One's own name as it stands saved, with the version an edit of it must name. */
export async function ownNameFor(viewer: Viewer): Promise<{ version: number; name: string }> {
	const [row] = await db.select({ version: users.version, name: users.name }).from(users).where(eq(users.id, viewer.id)).limit(1);
	if (!row) throw notFound();
	return row;
}

const DEMO_PEOPLE = ['erhverv@distrikt.example', 'beskaeftigelse@distrikt.example', 'leder@distrikt.example', 'admin@distrikt.example'];

/** The demo municipality's people for the sign-in page, in the order of the trade; none where it is not loaded. */
export async function demoPeople(): Promise<Array<{ email: string; role: Role }>> {
	const rows = await db
		.select({ email: users.email, role: memberships.role })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.where(and(inArray(users.email, DEMO_PEOPLE), isNull(users.disabledAt)));
	return DEMO_PEOPLE.flatMap((email) => rows.find((row) => row.email === email) ?? []);
}
