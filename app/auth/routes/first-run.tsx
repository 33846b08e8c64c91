import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/http/errors.ts';
import { formOf } from '#app/http/form.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { getLocale } from '#app/i18n/paraglide/runtime.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { firstRunForm } from '../account-form.server.ts';
import { arrivalOf } from '../arrival.server.ts';
import { AuthLayout } from '../components/auth-layout.tsx';
import { lockedText } from '../labels.ts';
import { languageCookie } from '../language-cookie.server.ts';
import { isFirstRun, openTheHouse } from '../setup-code.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_first_run()} · ${m.shell_product()}` }];
/** A document takes no header of an action by itself: Retry-After would be lost. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
	if (!(await isFirstRun())) throw notFound();
	// The server prints the link with the code in it.
	const code = new URL(request.url).searchParams.get('code')?.slice(0, 100) ?? '';
	return { code, constraint: constraintOf(firstRunForm()) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	if (!(await isFirstRun())) throw notFound();
	const submission = submitted(await formOf(request), firstRunForm());
	const hideFields = ['password', 'repeat'];
	if (submission.status !== 'success') return data({ result: submission.reply({ hideFields }) }, { status: 400 });
	const from = arrivalOf(request, context);
	const answer = await openTheHouse({ ...submission.value, language: getLocale() }, from);
	if ('cookie' in answer) {
		const headers = new Headers({ 'Set-Cookie': answer.cookie });
		headers.append('Set-Cookie', languageCookie(answer.language));
		return redirect(paths.myDay(), { headers });
	}
	if (answer.refused === 'over') throw notFound();
	if (answer.refused === 'code')
		return data({ result: submission.reply({ fieldErrors: { code: [m.auth_code_wrong()] }, hideFields }) }, { status: 400 });
	const result = submission.reply({ formErrors: [lockedText(answer.retryAfter)], hideFields });
	return data({ result }, { status: 429, headers: { 'Retry-After': String(answer.retryAfter) } });
}

interface FirstRunFields {
	code: string;
	name: string;
	email: string;
	unit: string;
	password: string;
	repeat: string;
}

export default function FirstRun() {
	const { code, constraint } = useLoaderData<typeof loader>();
	const lastResult = useActionData<typeof action>()?.result;
	const [form, fields] = useForm<FirstRunFields>({ id: 'first-run', lastResult, constraint, defaultValue: { code } });
	return (
		<AuthLayout title={m.auth_first_run()} lead={m.auth_first_run_text()}>
			<ErrorSummary form={form} />
			<Form method="post" id={form.id} onSubmit={form.onSubmit} reloadDocument noValidate={form.noValidate}>
				<TextField
					label={m.auth_code()}
					hint={m.auth_code_hint()}
					meta={fields.code}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					autoFocus={!code}
				/>
				<TextField label={m.auth_name()} meta={fields.name} autoComplete="name" autoFocus={Boolean(code)} />
				<TextField label={m.auth_email()} meta={fields.email} type="email" autoComplete="username" />
				<TextField label={m.auth_unit()} hint={m.auth_unit_hint()} meta={fields.unit} autoComplete="off" />
				<TextField label={m.auth_password_new()} hint={m.auth_password_hint()} meta={fields.password} type="password" autoComplete="new-password" />
				<TextField label={m.auth_repeat()} meta={fields.repeat} type="password" autoComplete="new-password" />
				<Button variant="primary" className="mt-2 w-full">
					{m.auth_first_run_do()}
				</Button>
			</Form>
		</AuthLayout>
	);
}
