import { can, type Noun, type Verb } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden } from '#app/http/errors.ts';

/** The person signed in, who may do this: for loaders and actions. Anybody else is sent to the sign-in page, or told no. */
export async function viewerWhoMay<N extends Noun>(request: Request, verb: Verb<N>, noun: N): Promise<Viewer> {
	const viewer = await requireViewer(request);
	demand(viewer, verb, noun);
	return viewer;
}

/** Refuses who may not do this: for queries and commands. */
export function demand<N extends Noun>(viewer: Viewer, verb: Verb<N>, noun: N): void {
	if (!can(viewer, verb, noun)) throw forbidden();
}
