import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, methodNotAllowed, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { isId } from '#db/new-id.ts';
import { FOLLOW_UP_STATES } from '#db/vocabulary.ts';
import { settleFollowUp } from '../commands.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

const FLASH = { done: 'follow_up_done', dropped: 'follow_up_dropped', open: 'follow_up_open', broken: 'follow_up_broken' } as const;

/** Says of a follow-up that it is done, dropped, broken or open again, and leads back to the page it was pressed on (`back`). */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'settle', 'followUp');
	const form = await formOf(request);
	const { followUpId } = params;
	if (!isId(followUpId)) throw notFound();
	const state = FOLLOW_UP_STATES.find((known) => known === form.get('state'));
	if (!state) throw badRequest();
	const former = await settleFollowUp(viewer, followUpId, state);
	const back = safeRedirect(form.get('back'), paths.myDay());
	const undo = { action: paths.followUpSettlement(followUpId), fields: { state: former, back } };
	return redirectWith(request, back, { key: FLASH[state], ...(former !== state && { undo }) });
}
