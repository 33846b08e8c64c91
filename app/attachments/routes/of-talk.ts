import type { ActionFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed, notFound } from '#app/http/errors.ts';
import { filesOf } from '#app/http/files.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { isId } from '#db/new-id.ts';
import { attachFiles } from '../commands.server.ts';
import { FILES_PER_TALK } from '../file-kinds.ts';
import { fileRefusalText } from '../labels.ts';

export async function loader({ request }: ActionFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Takes files for a talk. A form is led back to the talk; the talk form asks for JSON and stays where it is. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'log', 'dialogue');
	const { dialogueId } = params;
	if (!isId(dialogueId)) throw notFound();
	const answers = await attachFiles(viewer, dialogueId, await filesOf(request, 'files', FILES_PER_TALK));
	const refused = answers.flatMap((answer) => ('refused' in answer ? [fileRefusalText(answer.refused, answer.name)] : []));
	const kept = answers.flatMap((answer) => ('kept' in answer ? [answer.kept] : []));
	if (request.headers.get('accept') === 'application/json') return Response.json({ kept, refused }, { status: refused.length > 0 ? 422 : 200 });
	const key = refused.length > 0 ? 'files_refused' : kept.length > 0 ? 'files_kept' : 'files_none';
	return redirectWith(request, `${paths.dialogue(dialogueId)}#files`, {
		key,
		params: { refused: refused.slice(0, 3).join(' '), count: String(kept.length) },
	});
}
