import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { isId } from '#db/new-id.ts';
import { restoreDialogue, withdrawDialogue } from '../withdrawal.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Takes a talk back, or with `restore=1` puts it back; each offers the other. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const form = await formOf(request);
	const { dialogueId } = params;
	if (!isId(dialogueId)) throw notFound();
	const action = paths.dialogueWithdrawal(dialogueId);
	if (form.get('restore') === '1') {
		await restoreDialogue(viewer, dialogueId);
		return redirectWith(request, paths.dialogue(dialogueId), { key: 'dialogue_restored', undo: { action, fields: {} } });
	}
	const { companyId } = await withdrawDialogue(viewer, dialogueId);
	const next = companyId ? paths.company(companyId) : paths.dialogues();
	return redirectWith(request, next, { key: 'dialogue_withdrawn', undo: { action, fields: { restore: '1' } } });
}
