import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { answerNaming } from '#app/companies/naming-answer.server.ts';
import { companyFor } from '#app/companies/queries.server.ts';
import { assignResponsible } from '#app/companies/responsibles.server.ts';
import { methodNotAllowed } from '#app/http/errors.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { landownerFor } from '../queries.server.ts';
import { nameResponsible } from '../responsibles.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Makes somebody of the viewer's own unit responsible for a firm or an owner, or nobody (`userId` empty); what it was before can be had back. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'assign', 'responsible');
	if (params.companyId) {
		const { id } = await companyFor(viewer, params.companyId);
		const here = { page: paths.company(id), action: paths.companyResponsibles(id) };
		return answerNaming(request, here, (who) => assignResponsible(viewer, id, who));
	}
	const { id } = await landownerFor(viewer, params.landownerId);
	const here = { page: paths.landowner(id), action: paths.landownerResponsibles(id) };
	return answerNaming(request, here, (who) => nameResponsible(viewer, id, who));
}
