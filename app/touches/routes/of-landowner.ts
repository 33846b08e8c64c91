import type { LoaderFunctionArgs } from '@remix-run/node';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { dayAround, touchesOf } from '../queries.server.ts';
import { ofColleagues } from '../touches.ts';

/** Which colleagues were and will be with an owner, for the form that is about to log or plan; `?around=` names its day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'dialogue');
	const { id } = await landownerFor(viewer, params.landownerId);
	const touches = await touchesOf(viewer, { landownerId: id }, dayAround(request));
	// A response of its own: this address answers fetch, no page.
	return Response.json(ofColleagues(touches));
}
