import type { LoaderFunctionArgs } from '@remix-run/node';
import { companyFor } from '#app/companies/queries.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { dayAround, touchesOf } from '../queries.server.ts';
import { ofColleagues } from '../touches.ts';

/** Which colleagues were and will be with a firm, for the form that is about to log or plan; `?around=` names its day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'dialogue');
	const { id } = await companyFor(viewer, params.companyId);
	const touches = await touchesOf(viewer, { companyId: id }, dayAround(request));
	// A response of its own: this address answers fetch, no page.
	return Response.json(ofColleagues(touches));
}
