import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { endOtherSignIns, endOwnSignIn } from '../commands.server.ts';
import { sessionIdOf } from '../session.server.ts';
import { requireViewer } from '../viewer.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
	await requireViewer(request);
	return redirect(paths.account());
}

/** Ends one of the viewer's own sign-ins, or with `others` all but this one. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	await formOf(request);
	if (params.sessionId === 'others') await endOtherSignIns(viewer, await sessionIdOf(request));
	else await endOwnSignIn(viewer, params.sessionId ?? '');
	return redirectWith(request, paths.account(), { key: 'signed_out_there' });
}
