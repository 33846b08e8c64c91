import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { optionsFor } from '../options.server.ts';

/** Lines of the palette: `?q=` as typed so far. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const q = new URL(request.url).searchParams.get('q') ?? '';
	// A response of its own: this address answers fetch as well as pages.
	return Response.json({ options: await optionsFor(viewer, q.slice(0, 100).replaceAll('\0', '')) });
}
