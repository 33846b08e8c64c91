import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { drawingOf } from '../outline.ts';
import { districtFor, pointsIn } from '../queries.server.ts';

/** The sites in a district's drawing with their names, for the mouse that comes near it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, boundary } = await districtFor(viewer, params.slug);
	return { points: boundary ? drawingOf(boundary, [], await pointsIn(viewer, id)).points : [] };
}
