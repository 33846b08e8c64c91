import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { methodNotAllowed } from '#app/http/errors.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { setFavourite } from '../favourites.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
	await requireViewer(request);
	throw methodNotAllowed();
}

/** Stars a record, or with `starred=0` takes the star away, and goes back to where the star was pressed. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const form = await formOf(request);
	const page = await setFavourite(viewer, params.kind, params.recordId, form.get('starred') !== '0');
	return redirect(safeRedirect(form.get('next'), page));
}
