import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/http/errors.ts';
import { formOf } from '#app/http/form.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { newPasswordForm } from '../account-form.server.ts';
import { arrivalOf } from '../arrival.server.ts';
import { AuthLayout } from '../components/auth-layout.tsx';
import { acceptInvitation, invitationOf } from '../invitations.server.ts';
import { languageCookie } from '../language-cookie.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_invitation()} · ${m.shell_product()}` }];

const SPENT = 410;

export async function loader({ params }: LoaderFunctionArgs) {
	const invitation = await invitationOf(params.token ?? '');
	if (invitation.state === 'unknown') throw notFound();
	if (invitation.state === 'spent') return data({ open: null, constraint: undefined }, { status: SPENT });
	const { name, email, isReset } = invitation;
	return data({ open: { name, email, isReset }, constraint: constraintOf(newPasswordForm(email)) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const invitation = await invitationOf(params.token ?? '');
	if (invitation.state === 'unknown') throw notFound();
	if (invitation.state === 'spent') return data({ result: null }, { status: SPENT });
	const submission = submitted(await formOf(request), newPasswordForm(invitation.email));
	if (submission.status !== 'success') return data({ result: submission.reply({ hideFields: ['password', 'repeat'] }) }, { status: 400 });
	const answer = await acceptInvitation(invitation, submission.value.password, arrivalOf(request, context));
	if (!answer) return data({ result: null }, { status: SPENT });
	const headers = new Headers({ 'Set-Cookie': answer.cookie });
	headers.append('Set-Cookie', languageCookie(answer.language));
	return redirect(paths.myDay(), { headers });
}

export default function Invitation() {
	const { open, constraint } = useLoaderData<typeof loader>();
	const [form, fields] = useForm<{ password: string; repeat: string }>({
		id: 'invitation',
		lastResult: useActionData<typeof action>()?.result,
		constraint,
	});
	if (!open)
		return (
			<AuthLayout title={m.auth_invitation_spent()} lead={m.auth_invitation_spent_text()}>
				<ButtonLink to={paths.signIn()}>{m.auth_to_sign_in()}</ButtonLink>
			</AuthLayout>
		);
	return (
		<AuthLayout
			title={open.isReset ? m.auth_invitation_reset() : m.auth_invitation_welcome({ name: open.name })}
			lead={m.auth_invitation_text({ email: open.email })}
		>
			<ErrorSummary form={form} />
			<Form method="post" id={form.id} onSubmit={form.onSubmit} reloadDocument noValidate={form.noValidate}>
				{/* Password managers keep the new password under this address. */}
				<input type="hidden" autoComplete="username" value={open.email} readOnly />
				<TextField
					label={m.auth_password_new()}
					hint={m.auth_password_hint()}
					meta={fields.password}
					type="password"
					autoComplete="new-password"
					autoFocus
				/>
				<TextField label={m.auth_repeat()} meta={fields.repeat} type="password" autoComplete="new-password" />
				<Button variant="primary" className="mt-2 w-full">
					{m.auth_invitation_do()}
				</Button>
			</Form>
		</AuthLayout>
	);
}
