import type { ActionFunctionArgs } from '@remix-run/node';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden, methodNotAllowed } from '#app/http/errors.ts';
import { paths } from '#app/paths.ts';
import { answerNaming } from '../naming-answer.server.ts';
import { companyFor } from '../queries.server.ts';
import { assignResponsible } from '../responsibles.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Makes somebody of the viewer's own unit responsible for the firm, or nobody (`userId` empty); what it was before can be had back. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'assign', 'responsible')) throw forbidden();
	const { id } = await companyFor(viewer, params.companyId);
	const here = { page: paths.company(id), action: paths.companyResponsibles(id) };
	return answerNaming(request, here, (who) => assignResponsible(viewer, id, who));
}
