import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { paths } from '#app/paths.ts';
import { draftFrom, draftKey } from '../draft-form.server.ts';
import { discardDraft, draftFor, undiscardDraft } from '../drafts.server.ts';
import { DISCARD, type DraftAnswer } from '../forms.ts';
import { type DraftKept, saveDraft } from '../saving.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/**
 * Keeps a draft, sent by the form's script, and answers it in JSON; throws one away (`_draft.discard`) or takes it back,
 * sent by a button, and leads on to where the button says.
 */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const key = draftKey(params);
	const form = await formOf(request);
	const deed = form.get(DISCARD);
	if (deed === null) return answerTo(await saveDraft(viewer, draftFrom(form, key)));
	if (deed === 'undo') {
		await undiscardDraft(viewer, key);
		return redirectWith(request, paths.drafts(), { key: 'undone' });
	}
	// Thrown away in its form: the form opens anew. Thrown away in the list: the list.
	const draft = await draftFor(viewer, key);
	await discardDraft(viewer, key);
	const next = deed === 'reopen' && draft ? safeRedirect(draft.path, paths.drafts()) : paths.drafts();
	if (!draft) return redirect(next);
	return redirectWith(request, next, {
		key: 'draft_discarded',
		undo: { action: paths.draft(key.form, key.recordId), fields: { [DISCARD]: 'undo' } },
	});
}

const STATUS: Record<DraftKept['kind'], number> = { kept: 200, newer: 409, saved: 409, exists: 409, too_large: 413, too_many: 409 };

function answerTo(answer: DraftKept): Response {
	const body: DraftAnswer = 'updatedAt' in answer ? { state: answer.kind, at: answer.updatedAt.toISOString() } : { state: answer.kind };
	return Response.json(body, { status: STATUS[answer.kind] });
}
