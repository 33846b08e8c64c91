import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { invitationLink } from '#app/auth/invitations.server.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { invitePerson } from '../commands.server.ts';
import { InvitationLink } from '../components/invitation-link.tsx';
import { personFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_link()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name, state } = await personFor(viewer, params.userId);
	return { id, name, isDisabled: state === 'disabled' };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id } = await personFor(viewer, params.userId);
	await formOf(request);
	const answer = await invitePerson(viewer, id);
	if (answer === 'disabled') return data({ link: null }, { status: 409 });
	// Shown in this very answer and nowhere else: no cookie, address or table ever carries the link.
	return data({ link: invitationLink(answer.token) }, { status: 201 });
}

export default function PersonInvitation() {
	const { id, name, isDisabled } = useLoaderData<typeof loader>();
	const link = useActionData<typeof action>()?.link;
	return (
		<Page title={m.people_link()} back={{ to: paths.person(id), label: name }}>
			{isDisabled && <Notice tone="warning">{m.people_link_disabled({ name })}</Notice>}
			{!isDisabled && link && <InvitationLink link={link} name={name} />}
			{!isDisabled && !link && (
				<Form method="post">
					<p className="mb-4 max-w-prose">{m.people_link_explained({ name })}</p>
					<Button variant="primary">{m.people_new_link()}</Button>
				</Form>
			)}
		</Page>
	);
}
