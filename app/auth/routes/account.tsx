import { useForm } from '@conform-to/react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { shownAs } from '#app/http/merge.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Facts, Page, Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { ownNameForm } from '../account-form.server.ts';
import { renameSelf } from '../commands.server.ts';
import { Preferences } from '../components/preferences.tsx';
import { SignIns } from '../components/sign-ins.tsx';
import { roleLabel } from '../labels.ts';
import { ownNameFor, ownSignIns } from '../queries.server.ts';
import { sessionIdOf } from '../session.server.ts';
import { requireViewer } from '../viewer.server.ts';
import type { Viewer } from '../viewer.ts';

export const meta: MetaFunction = () => [{ title: `${m.auth_account()} · ${m.shell_product()}` }];

/** What the form shows of the account, for the merge with what another tab or an administrator saved. */
async function accountAsShown(viewer: Viewer) {
	const { version, name } = await ownNameFor(viewer);
	return shownAs(version, { name });
}

const clashLabels = () => ({ name: { label: m.auth_name() } });

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const [shown, signIns, current] = await Promise.all([accountAsShown(viewer), ownSignIns(viewer), sessionIdOf(request)]);
	return { viewer, base: baseOf(shown), signIns, current, constraint: constraintOf(ownNameForm()) };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const subject = { kind: 'user', id: viewer.id } as const;
	return mergeAndSave(
		await formOf(request),
		() => accountAsShown(viewer),
		async (edit) => {
			const submission = submitted(edit.form, ownNameForm());
			if (edit.clashes.length > 0) return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if ((await renameSelf(viewer, submission.value)) !== 'saved') return null;
			return redirectWith(request, paths.account(), await togetherFlash(viewer, subject, edit.takenOver, () => m.auth_name()));
		},
	);
}

export const clientAction = keepWhenOffline;

export default function Account() {
	const { viewer, base, signIns, current, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const lastResult = answer?.result;
	const [form, fields] = useForm<{ name: string }>({ id: 'account', lastResult, constraint, defaultValue: { name: viewer.name } });
	return (
		<Page title={m.auth_account()}>
			<Section title={m.auth_account_you()}>
				<ErrorSummary form={form} />
				<UnsentNotice />
				<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="mb-4">
					<BaseField base={base} lastResult={lastResult} />
					<ConflictPanel conflict={answer?.conflict} labels={clashLabels()} formId={form.id} />
					<div className="flex flex-wrap items-start gap-x-3">
						<TextField label={m.auth_name()} meta={fields.name} autoComplete="name" className="min-w-56 max-w-md flex-1" />
						<Button className="mt-6">{m.auth_save_name()}</Button>
					</div>
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
