import type { LoaderFunctionArgs } from '@remix-run/node';
import { companyFor } from '#app/companies/queries.server.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { dayAround, touchesOf } from '../queries.server.ts';
import { ofColleagues } from '../touches.ts';

/** Which colleagues were and will be with a firm or an owner, for the form that is about to log or plan; `?around=` names its day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'dialogue');
	const scope = params.companyId
		? { companyId: (await companyFor(viewer, params.companyId)).id }
		: { landownerId: (await landownerFor(viewer, params.landownerId)).id };
	// A response of its own: this address answers fetch, no page.
	return Response.json(ofColleagues(await touchesOf(viewer, scope, dayAround(request))));
}
