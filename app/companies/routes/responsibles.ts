import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed } from '#app/http/errors.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { answerNaming } from '../naming-answer.server.ts';
import { companyFor } from '../queries.server.ts';
import { assignResponsible } from '../responsibles.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Makes somebody of the viewer's own unit responsible for the firm, or nobody (`userId` empty); what it was before can be had back. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'assign', 'responsible');
	const { id } = await companyFor(viewer, params.companyId);
	const here = { page: paths.company(id), action: paths.companyResponsibles(id) };
	return answerNaming(request, here, (who) => assignResponsible(viewer, id, who));
}
