import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Page } from '#app/ui/page.tsx';
import { passwordChangeForm } from '../account-form.server.ts';
import { arrivalOf } from '../arrival.server.ts';
import { changePassword } from '../commands.server.ts';
import { lockedText } from '../labels.ts';
import { sessionIdOf } from '../session.server.ts';
import { requireViewer } from '../viewer.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_change_password()} · ${m.shell_product()}` }];
/** A document takes no header of an action by itself: Retry-After would be lost. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { email: viewer.email, constraint: constraintOf(passwordChangeForm(viewer.email)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const submission = submitted(await formOf(request), passwordChangeForm(viewer.email));
	const hideFields = ['current', 'password', 'repeat'];
	if (submission.status !== 'success') return data({ result: submission.reply({ hideFields }) }, { status: 400 });
	const at = { sessionId: await sessionIdOf(request), address: arrivalOf(request, context).address };
	const answer = await changePassword(viewer, submission.value, at);
	if (answer === 'changed') return redirectWith(request, paths.account(), { key: 'password_changed' });
	if (answer === 'wrong')
		return data({ result: submission.reply({ fieldErrors: { current: [m.auth_current_wrong()] }, hideFields }) }, { status: 400 });
	const result = submission.reply({ formErrors: [lockedText(answer.retryAfter)], hideFields });
	return data({ result }, { status: 429, headers: { 'Retry-After': String(answer.retryAfter) } });
}

export default function AccountPassword() {
	const { email, constraint } = useLoaderData<typeof loader>();
	const [form, fields] = useForm<{ current: string; password: string; repeat: string }>({
		id: 'password',
		lastResult: useActionData<typeof action>()?.result,
		constraint,
	});
	return (
		<Page title={m.auth_change_password()} back={{ to: paths.account(), label: m.auth_account() }}>
			<ErrorSummary form={form} />
			<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="max-w-md">
				<input type="hidden" autoComplete="username" value={email} readOnly />
				<TextField label={m.auth_password_current()} meta={fields.current} type="password" autoComplete="current-password" autoFocus />
				<TextField label={m.auth_password_new()} hint={m.auth_password_hint()} meta={fields.password} type="password" autoComplete="new-password" />
				<TextField label={m.auth_repeat()} meta={fields.repeat} type="password" autoComplete="new-password" />
				<p className="mb-3 text-muted text-sm">{m.auth_change_password_text()}</p>
				<FormActions>
					<Button variant="primary">{m.auth_change_password()}</Button>
					<ButtonLink to={paths.account()} variant="quiet">
						{m.auth_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</Page>
	);
}
