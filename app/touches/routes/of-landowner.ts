import type { LoaderFunctionArgs } from '@remix-run/node';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { dayAround, touchesOf } from '../queries.server.ts';
import { ofColleagues } from '../touches.ts';

/** Which colleagues were and will be with an owner, for the form that is about to log or plan; `?around=` names its day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'dialogue')) throw forbidden();
	const { id } = await landownerFor(viewer, params.landownerId);
	const touches = await touchesOf(viewer, { landownerId: id }, dayAround(request));
	// A response of its own: this address answers fetch, no page.
	return Response.json(ofColleagues(touches));
}
