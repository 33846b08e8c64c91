import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { isId } from '#db/new-id.ts';
import { attachmentFor, takeOff } from '../commands.server.ts';
import { isImage } from '../file-kinds.ts';
import { bytesOf } from '../file-store.server.ts';

/** The bytes of a file, for those who may read its talk's note. Whatever it holds, the browser runs nothing of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const file = await attachmentFor(viewer, params.attachmentId);
	const bytes = await bytesOf(file.id);
	if (!bytes) throw notFound();
	const kind = isImage(file) ? 'inline' : 'attachment';
	return new Response(bytes, {
		headers: {
			'Content-Type': file.contentType,
			'Content-Disposition': `${kind}; filename="fil.${file.name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'X-Content-Type-Options': 'nosniff',
		},
	});
}

/** Takes a file off its talk (`state=off`), or puts it back (`on`). */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'dialogue');
	const form = await formOf(request);
	const { attachmentId } = params;
	if (!isId(attachmentId)) throw notFound();
	const state = form.get('state');
	if (state !== 'off' && state !== 'on') throw badRequest();
	const { dialogueId, isTalkSaved } = await takeOff(viewer, attachmentId, state === 'off');
	if (request.headers.get('accept') === 'application/json') return Response.json({ state });
	const undo = { action: paths.attachment(attachmentId), fields: { state: state === 'off' ? 'on' : 'off' } };
	const back = isTalkSaved ? `${paths.dialogue(dialogueId)}#files` : paths.myDay();
	return redirectWith(request, back, { key: state === 'off' ? 'file_taken_off' : 'undone', undo });
}
