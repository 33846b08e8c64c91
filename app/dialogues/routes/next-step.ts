import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { isId } from '#db/new-id.ts';
import { endWithoutNextStep } from '../next-step.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Says that nothing follows from a talk, or with `open=1` that something may; leads back to where it was pressed (`back`). */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'dialogue');
	const form = await formOf(request);
	const { dialogueId } = params;
	if (!isId(dialogueId)) throw notFound();
	const isOpen = form.get('open') === '1';
	await endWithoutNextStep(viewer, dialogueId, !isOpen);
	const back = safeRedirect(form.get('back'), paths.dialogue(dialogueId));
	const undo = { action: paths.dialogueNextStep(dialogueId), fields: { back, ...(isOpen ? {} : { open: '1' }) } };
	return redirectWith(request, back, { key: isOpen ? 'next_step_open' : 'next_step_none', undo });
}
