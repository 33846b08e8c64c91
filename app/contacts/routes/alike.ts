import type { LoaderFunctionArgs } from '@remix-run/node';
import { textIn } from '#app/lists/list.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { lookAlikesOf } from '../look-alikes.server.ts';

/** Letters of a name before others are compared with it. */
const FEWEST_LETTERS = 3;

/** People who may be the one being typed: `?name=&phone=&email=`. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'contact');
	const search = new URL(request.url).searchParams;
	const [name, phone, email] = [textIn(search, 'name'), textIn(search, 'phone'), textIn(search, 'email')];
	const typed = { name: name.length < FEWEST_LETTERS ? '' : name, phone: phone || null, email: email || null };
	// A response of its own: this address answers fetch as well as pages.
	return Response.json({ alike: await lookAlikesOf(viewer, typed, textIn(search, 'except')) });
}
