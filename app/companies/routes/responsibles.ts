import type { ActionFunctionArgs } from '@remix-run/node';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, forbidden, methodNotAllowed } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { isId } from '#db/new-id.ts';
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
	const form = await formOf(request);
	const [unitId, userId] = [form.get('unitId'), form.get('userId')];
	if (!isId(unitId) || (userId !== '' && !isId(userId))) throw badRequest();
	const { before, name, unitName } = await assignResponsible(viewer, id, { unitId, userId: userId || null });
	const undo = { action: paths.companyResponsibles(id), fields: { unitId, userId: before ?? '' } };
	const flash = name ? { key: 'responsible_named' as const, params: { name, unit: unitName } } : { key: 'responsible_none' as const };
	return redirectWith(request, paths.company(id), before === (userId || null) ? flash : { ...flash, undo });
}
