import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { placeHits } from '../places.server.ts';

/** Firms, sites and owners for a role's field, as JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const typed = (new URL(request.url).searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100);
	return Response.json({ hits: await placeHits(viewer, typed) }, { headers: { 'Cache-Control': 'no-store' } });
}
