import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { disablementForm } from '../admin-form.server.ts';
import { disablePerson, enablePerson } from '../commands.server.ts';
import { personFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_disable()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name, state } = await personFor(viewer, params.userId);
	return { id, name, isDisabled: state === 'disabled' };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name } = await personFor(viewer, params.userId);
	const submission = submitted(await formOf(request), disablementForm());
	if (submission.status !== 'success') throw badRequest();
	const isOut = submission.value.state === 'disabled';
	const answer = isOut ? await disablePerson(viewer, id) : await enablePerson(viewer, id);
	if (answer !== 'saved') return data({ fault: answer }, { status: 409 });
	return redirectWith(request, paths.person(id), { key: isOut ? 'person_disabled' : 'person_enabled', params: { name } });
}

export default function PersonDisablement() {
	const { id, name, isDisabled } = useLoaderData<typeof loader>();
	const fault = useActionData<typeof action>()?.fault;
	return (
		<Page title={isDisabled ? m.people_enable_ask({ name }) : m.people_disable_ask({ name })} back={{ to: paths.person(id), label: name }}>
			{fault && (
				<Notice tone="danger" role="alert">
					{fault === 'self' ? m.people_disable_self() : m.people_last_administrator()}
				</Notice>
			)}
			<Form method="post" className="mt-3">
				<p className="mb-4 max-w-prose">{isDisabled ? m.people_enable_text() : m.people_disable_text()}</p>
				<FormActions>
					<Button name="state" value={isDisabled ? 'enabled' : 'disabled'} variant={isDisabled ? 'primary' : 'danger'}>
						{isDisabled ? m.people_enable() : m.people_disable()}
					</Button>
					<ButtonLink to={paths.person(id)} variant="quiet">
						{m.shell_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</Page>
	);
}
