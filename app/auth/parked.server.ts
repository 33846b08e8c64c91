import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { textFieldsOf } from '#app/http/form.server.ts';
import { PARKED, PARKED_MS } from '#app/http/restored.server.ts';
import { write } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { parkedPosts } from '#db/schema/index.ts';
import { formerUserOf } from './session.server.ts';

const LONGEST_BODY = 64_000;
const MOST_PER_PERSON = 10;
/** Where passwords and links are typed, and where drafts go by themselves: nothing of these is kept. */
const NEVER = /^\/(sign-in|sign-out|first-run|invitations|account|drafts)(\/|\.|$)/;

/**
 * Keeps a form sent after its sign-in had ended (decision 28): for an hour, for the same person. Answers its id, or null
 * when there is nothing to keep: an unknown token, a sign-in that was ended on purpose, a form too long, a path with secrets.
 */
export async function parkPost(request: Request): Promise<string | null> {
	const { pathname, search } = new URL(request.url);
	if (NEVER.test(pathname)) return null;
	const userId = await formerUserOf(request);
	const body = userId ? await textFieldsOf(request, LONGEST_BODY) : null;
	if (!userId || !body || body.length === 0) return null;
	const id = newId();
	await write(async (tx) => {
		await tx.delete(parkedPosts).where(lt(parkedPosts.parkedAt, new Date(Date.now() - PARKED_MS)));
		await tx.insert(parkedPosts).values({ id, userId, path: `${pathname.replace(/\.data$/, '')}${search}`, body, parkedAt: new Date() });
		const surplus = await tx
			.select({ id: parkedPosts.id })
			.from(parkedPosts)
			.where(eq(parkedPosts.userId, userId))
			.orderBy(desc(parkedPosts.parkedAt), desc(parkedPosts.id))
			.limit(100)
			.offset(MOST_PER_PERSON);
		if (surplus.length > 0)
			await tx.delete(parkedPosts).where(
				inArray(
					parkedPosts.id,
					surplus.map((one) => one.id),
				),
			);
	});
	return id;
}

/** The form opened with a parked post is sent again: from now on its text is in this request, and the kept one is given back for good. */
export async function takeParked(request: Request, { id: userId }: { id: string }): Promise<void> {
	const id = new URL(request.url).searchParams.get(PARKED);
	if (!isId(id)) return;
	await write((tx) => tx.delete(parkedPosts).where(and(eq(parkedPosts.id, id), eq(parkedPosts.userId, userId))));
}
