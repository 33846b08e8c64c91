import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { textIn } from '#app/lists/list.ts';
import { propertyHits } from '../queries.server.ts';

/** Properties for a picker: `?q=` as typed so far. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const hits = await propertyHits(viewer, textIn(new URL(request.url).searchParams, 'q'));
	return Response.json({ hits: hits.map(({ id, name, detail }) => ({ id, label: name, detail })) });
}
