import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, methodNotAllowed } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { versionIn } from '#app/http/version-field.server.ts';
import { paths } from '#app/paths.ts';
import { isRemovalState, removableFor, settleEntry } from '../removal.server.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Removes an entry written by mistake, or has it back; the page after it offers what undoes that. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { entryId = '' } = params;
	const { kind: entry, removable } = removableFor(viewer, params.entry);
	const form = await formOf(request);
	const state = form.get('state');
	if (!isRemovalState(state)) throw badRequest();
	const answer = await settleEntry(viewer, entry, entryId, state, versionIn(form));
	if (answer.kind === 'changed') return redirectWith(request, answer.page, { key: 'entry_changed' });
	const before = state === 'removed' ? 'present' : 'removed';
	const undo = { action: paths.removal(entry, entryId), fields: { state: before, version: String(answer.version) } };
	const key = state === 'removed' ? 'entry_removed' : 'entry_restored';
	return redirectWith(request, answer.page, { key, params: { what: removable.called() }, ...(answer.version > 0 && { undo }) });
}
