import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { formOf } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { endSession } from '../session.server.ts';

/** Opening the address does nothing: a link, or a page fetched in advance, must sign nobody out. */
export async function loader() {
	return redirect(paths.myDay());
}

export async function action({ request }: ActionFunctionArgs) {
	await formOf(request);
	const { cookie } = await endSession(request);
	// The next person at this machine must not find the pages with the back button.
	return redirect(paths.signIn(), { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' } });
}
