import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { viewerOfRequest } from './session.server.ts';
import type { Viewer } from './viewer.ts';

/** The person signed in, or null. */
export const optionalViewer = (request: Request): Promise<Viewer | null> => viewerOfRequest(request);

/** The person signed in; anybody else is sent to the sign-in page and comes back afterwards. Every loader and action of a page calls it. */
export async function requireViewer(request: Request): Promise<Viewer> {
	const viewer = await viewerOfRequest(request);
	if (viewer) return viewer;
	const { pathname, search } = new URL(request.url);
	throw redirect(paths.signIn(pathname === '/' ? undefined : `${pathname.replace(/\.data$/, '')}${search}`));
}
