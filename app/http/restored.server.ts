import { parse, type SubmissionResult } from '@conform-to/react';
import { and, eq, gt } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { parkedPosts } from '#db/schema/index.ts';

type Body = ReadonlyArray<readonly [string, string]>;

/** How long a form sent after its sign-in had ended waits for its writer. */
export const PARKED_MS = 3_600_000;
/** In the address of a form: the parked post to fill it with. */
export const PARKED = 'parked';

/** A form's earlier text, for `useForm`'s `lastResult`. */
export type Restored = SubmissionResult<string[]> & { restored: { from: 'parked' | 'draft'; at: Date } };

/**
 * What was typed into the form at this address earlier and is not saved: a post parked when the sign-in had ended
 * (`?parked=<id>`), else the draft given. For every form's loader; its component says
 * `lastResult={answer?.result ?? restored}`. Only ever the viewer's own.
 */
export async function restoredResult(
	request: Request,
	viewer: { id: string },
	draft?: { body: Body; updatedAt: Date } | null,
): Promise<Restored | undefined> {
	const parked = await parkedFor(new URL(request.url), viewer);
	if (parked) return restoredFrom(parked.body, { from: 'parked', at: parked.parkedAt });
	return draft ? restoredFrom(draft.body, { from: 'draft', at: draft.updatedAt }) : undefined;
}

async function parkedFor({ pathname, searchParams }: URL, viewer: { id: string }) {
	const id = searchParams.get(PARKED);
	if (!isId(id)) return null;
	const [parked] = await db
		.select()
		.from(parkedPosts)
		.where(
			and(
				eq(parkedPosts.id, id),
				eq(parkedPosts.userId, viewer.id),
				eq(parkedPosts.state, 'parked'),
				gt(parkedPosts.parkedAt, new Date(Date.now() - PARKED_MS)),
			),
		);
	const isHere = parked && new URL(parked.path, 'http://here.invalid').pathname === pathname.replace(/\.data$/, '');
	return isHere ? parked : null;
}

function restoredFrom(body: Body, restored: Restored['restored']): Restored {
	const fields = new URLSearchParams(body.map(([name, value]) => [name, value]));
	// conform's own commands have no place in a form that opens.
	fields.delete('__intent__');
	fields.delete('__state__');
	const { initialValue } = parse(fields, { resolve: () => ({ error: {} }) }).reply();
	return { initialValue, restored };
}

/** The id a restored new record goes under: the one its form was sent or drafted with. */
export const restoredId = (restored: Restored | undefined, otherwise: string): string => {
	const id = restored?.initialValue?.id;
	return typeof id === 'string' && isId(id) ? id : otherwise;
};
