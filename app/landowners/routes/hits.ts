import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { textIn } from '#app/lists/list.ts';
import { ownerChoices } from '../owner-typed.server.ts';

/** Owners, and firms that could become one, for a picker: `?q=` as typed so far. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	// A response of its own: this address answers fetch as well as pages.
	return Response.json({ hits: await ownerChoices(viewer, textIn(new URL(request.url).searchParams, 'q')) });
}
