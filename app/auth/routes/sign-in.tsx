import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { env } from '#app/env.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { signInForm } from '../account-form.server.ts';
import { arrivalOf } from '../arrival.server.ts';
import { AuthLayout } from '../components/auth-layout.tsx';
import { DemoPeople } from '../components/demo-people.tsx';
import { lockedText } from '../labels.ts';
import { languageCookie } from '../language-cookie.server.ts';
import { demoPeople } from '../queries.server.ts';
import { isFirstRun } from '../setup-code.server.ts';
import { signIn } from '../sign-in.server.ts';
import { optionalViewer } from '../viewer.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_sign_in()} · ${m.shell_product()}` }];
/** A document takes no header of an action by itself: Retry-After would be lost. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url);
	const next = safeRedirect(searchParams.get('next'), paths.myDay());
	if (await optionalViewer(request)) throw redirect(safeRedirect(next));
	if (await isFirstRun()) throw redirect(paths.firstRun());
	const demo = env().hasDemo ? await demoPeople() : [];
	return { next, email: searchParams.get('email')?.slice(0, 254) ?? '', demo, constraint: constraintOf(signInForm()) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const submission = submitted(await formOf(request), signInForm());
	const hideFields = ['password'];
	if (submission.status !== 'success') return data({ result: submission.reply({ hideFields }) }, { status: 400 });
	const answer = await signIn(submission.value, arrivalOf(request, context));
	if ('cookie' in answer) {
		const headers = new Headers({ 'Set-Cookie': answer.cookie });
		headers.append('Set-Cookie', languageCookie(answer.language));
		return redirect(safeRedirect(submission.value.next, paths.myDay()), { headers });
	}
	if (answer.refused === 'wrong') return data({ result: submission.reply({ formErrors: [m.auth_sign_in_wrong()], hideFields }) }, { status: 400 });
	const result = submission.reply({ formErrors: [lockedText(answer.retryAfter)], hideFields });
	return data({ result }, { status: 429, headers: { 'Retry-After': String(answer.retryAfter) } });
}

export default function SignIn() {
	const { next, email, demo, constraint } = useLoaderData<typeof loader>();
	const lastResult = useActionData<typeof action>()?.result;
	// The address chosen from the demo list is another form: React must not keep what stood in the old one.
	const [form, fields] = useForm<{ email: string; password: string }>({
		id: `sign-in${email && `-${email}`}`,
		lastResult,
		constraint,
		defaultValue: { email },
	});
	return (
		<AuthLayout title={m.auth_sign_in()} foot={demo.length > 0 && <DemoPeople people={demo} next={next} />}>
			<ErrorSummary form={form} />
			{/* A whole new page: language, colours and everything else of the account begin with it. */}
			<Form method="post" id={form.id} onSubmit={form.onSubmit} reloadDocument noValidate={form.noValidate}>
				<input type="hidden" name="next" value={next} />
				<TextField label={m.auth_email()} meta={fields.email} type="email" autoComplete="username" autoFocus={!email} />
				<TextField label={m.auth_password()} meta={fields.password} type="password" autoComplete="current-password" autoFocus={Boolean(email)} />
				<Button variant="primary" className="mt-2 w-full">
					{m.auth_sign_in()}
				</Button>
			</Form>
			<p className="mt-4 text-muted text-sm">{m.auth_forgotten()}</p>
		</AuthLayout>
	);
}
