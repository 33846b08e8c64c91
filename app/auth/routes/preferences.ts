import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { submitted } from '#app/http/submission.server.ts';
import { paths } from '#app/paths.ts';
import { preferencesForm } from '../account-form.server.ts';
import { choosePreferences } from '../commands.server.ts';
import { languageCookie } from '../language-cookie.server.ts';
import { requireViewer } from '../viewer.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
	await requireViewer(request);
	return redirect(paths.account());
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const submission = submitted(await formOf(request), preferencesForm());
	// Only buttons and chips feed it: a value that is none of theirs was not chosen on our pages.
	if (submission.status !== 'success') throw badRequest();
	const { language, theme, shortcuts, next } = submission.value;
	await choosePreferences(viewer, { language, theme, hasShortcuts: shortcuts && shortcuts === 'on' });
	// A colour chosen in the menu is seen at once; only the account page's form says that it saved.
	const answer = next ? redirect(safeRedirect(next, paths.account())) : await redirectWith(request, paths.account(), { key: 'saved' });
	if (language) answer.headers.append('Set-Cookie', languageCookie(language));
	return answer;
}
