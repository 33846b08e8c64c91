import type { SerializeFrom } from '@remix-run/node';
import { type ClientActionFunctionArgs, isRouteErrorResponse, useActionData } from '@remix-run/react';
import { useState } from 'react';

/** What stands in for the server's answer when none came. */
interface Unsent {
	/**
	 * `offline`: the server was not reached. `unanswered`: it was, but its answer got lost or says that it failed. `forbidden`: the
	 * right to save was taken while the form was open.
	 */
	why: 'offline' | 'unanswered' | 'forbidden';
	/** Tells two tries apart. */
	unsentAt: number;
}

/**
 * A route's `clientAction` that keeps its form when the network is gone or the server fails: without it an error page
 * replaces the form, and what was typed with it; the same where its writer may not save any more. Redirects and refusals pass as they are. Sending again is safe: a new
 * record carries the id made with its form, an edit the version it saw.
 */
export async function keepWhenOffline({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
	try {
		return await serverAction();
	} catch (error) {
		if (isRouteErrorResponse(error) && error.status === 403) return unsent('forbidden', 403);
		if (!(error instanceof Error)) throw error;
		// A browser that cannot reach the server rejects `fetch` with a TypeError; an answer cut off or in other words than Remix's is another error.
		return unsent(error instanceof TypeError ? 'offline' : 'unanswered', 503);
	}
}

// A whole response with an error status: anything less lets Remix load the page anew, which fails too and takes the form away.
const unsent = (why: Unsent['why'], status: number) => Response.json({ why, unsentAt: Date.now() } satisfies Unsent, { status });

const isUnsent = (answer: unknown): answer is Unsent => typeof answer === 'object' && answer !== null && 'unsentAt' in answer;

/** How the form's last try failed to get an answer; null when the server has answered or nothing was sent. */
export function useUnsent(): Unsent | null {
	const answer = useActionData<unknown>();
	return isUnsent(answer) ? answer : null;
}

/** `useActionData` of a route that keeps its form when offline: the last answer the server gave, whatever failed since. */
export function useAnswer<Action>(): SerializeFrom<Action> | undefined {
	const answer = useActionData<Action>();
	const [last, setLast] = useState(() => answer);
	if (isUnsent(answer)) return last;
	if (answer !== last) setLast(() => answer);
	return answer;
}
