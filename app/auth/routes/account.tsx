import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Facts, Page, Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { VersionField } from '#app/ui/version-field.tsx';
import { ownNameForm } from '../account-form.server.ts';
import { renameSelf } from '../commands.server.ts';
import { Preferences } from '../components/preferences.tsx';
import { SignIns } from '../components/sign-ins.tsx';
import { ownSignIns, ownVersionFor } from '../queries.server.ts';
import { roleLabel } from '../role-label.ts';
import { sessionIdOf } from '../session.server.ts';
import { requireViewer } from '../viewer.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_account()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const [version, signIns, current] = await Promise.all([ownVersionFor(viewer), ownSignIns(viewer), sessionIdOf(request)]);
	return { viewer, version, signIns, current, constraint: constraintOf(ownNameForm()) };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const submission = submitted(await formOf(request), ownNameForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
	const answer = await renameSelf(viewer, submission.value);
	if (answer !== 'saved') return data({ result: submission.reply(), conflict: answer.edition }, { status: 409 });
	return redirectWith(request, paths.account(), { key: 'saved' });
}

export const clientAction = keepWhenOffline;

export default function Account() {
	const { viewer, version, signIns, current, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const lastResult = answer?.result;
	const [form, fields] = useForm<{ name: string }>({ id: 'account', lastResult, constraint, defaultValue: { name: viewer.name } });
	return (
		<Page title={m.auth_account()}>
			<Section title={m.auth_account_you()}>
				<ErrorSummary form={form} />
				<UnsentNotice />
				<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="mb-4 flex flex-wrap items-start gap-x-3">
					<VersionField version={version} lastResult={lastResult} conflict={answer?.conflict} saved={paths.account()} />
					<TextField label={m.auth_name()} meta={fields.name} autoComplete="name" className="min-w-56 max-w-md flex-1" />
					<Button className="mt-6">{m.auth_save_name()}</Button>
				</Form>
				<Facts
					items={[
						{ label: m.auth_email(), value: viewer.email },
						{ label: m.auth_your_roles(), value: viewer.memberships.map(({ unitName, role }) => `${roleLabel(role)}, ${unitName}`).join(' · ') },
					]}
				/>
			</Section>
			<Section title={m.auth_preferences()}>
				<Preferences viewer={viewer} />
			</Section>
			<Section title={m.auth_password()}>
				<p className="mb-3 text-muted">{m.auth_change_password_text()}</p>
				<ButtonLink to={paths.accountPassword()}>{m.auth_change_password()}</ButtonLink>
			</Section>
			<Section title={m.auth_sign_ins()}>
				<SignIns signIns={signIns} current={current} />
			</Section>
		</Page>
	);
}
