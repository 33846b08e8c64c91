import { redirect } from '@remix-run/node';
import { PARKED } from '#app/http/restored.server.ts';
import { paths } from '#app/paths.ts';
import { parkPost, takeParked } from './parked.server.ts';
import { viewerOfRequest } from './session.server.ts';
import type { Viewer } from './viewer.ts';

/** The person signed in, or null. */
export const optionalViewer = (request: Request): Promise<Viewer | null> => viewerOfRequest(request);

/**
 * The person signed in; anybody else is sent to the sign-in page and comes back afterwards. A form whose sign-in ended
 * while it was written is parked first, and the page it comes back to opens with it. Every loader and action of a page calls it.
 */
export async function requireViewer(request: Request): Promise<Viewer> {
	const viewer = await viewerOfRequest(request);
	if (viewer) {
		if (request.method === 'POST') await takeParked(request, viewer);
		return viewer;
	}
	const parked = request.method === 'POST' ? await parkPost(request) : null;
	const here = new URL(request.url);
	here.searchParams.delete(PARKED);
	if (parked) here.searchParams.set(PARKED, parked);
	const pathname = here.pathname.replace(/^\/_root\.data$|\.data$/, '') || '/';
	const next = `${pathname}${here.search}`;
	throw redirect(paths.signIn(next === '/' ? undefined : next));
}
