import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { RoleForm } from '../components/role-form.tsx';
import { hasEnded } from '../contact.ts';
import { newRoleForm } from '../contact-form.server.ts';
import { type PlaceHit, placeMeant, placeOfAddress, roleWith } from '../places.server.ts';
import { contactFor, rolesOf } from '../queries.server.ts';
import { addRole } from '../role-commands.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_new_role_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const contact = await contactFor(viewer, params.contactId);
	const search = new URL(request.url).searchParams;
	const place = await placeOfAddress(viewer, search);
	const roles = await rolesOf(viewer, contact.id);
	return {
		...(await openNew(request, viewer, 'contactRole', { label: contact.name, schema: newRoleForm() })),
		values: { where: place?.name, picked: place?.key, title: (search.get('title') ?? '').slice(0, 120) },
		contact: { id: contact.id, name: contact.name },
		place,
		properties: place?.kind === 'landowner' ? await propertiesOfOwner(viewer, place.id) : [],
		open: roles
			.filter((role) => !hasEnded(role, today()))
			.map((role) => ({
				roleId: role.roleId,
				label: [role.title, role.place.name, role.landownerId && m.contacts_owner()].filter(Boolean).join(', '),
			})),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const contact = await contactFor(viewer, params.contactId);
	return saveNew(request, newRoleForm(), async ({ where, picked, chosen, ...typed }) => {
		const read = await placeMeant(viewer, { where, picked, chosen });
		if (read.kind !== 'one') {
			const text = { several: m.contacts_error_where_several, unknown: m.contacts_error_where_unknown, blank: m.contacts_error_where_blank }[
				read.kind
			];
			return refused<{ choices: PlaceHit[] }>({ where: text() }, { choices: read.kind === 'several' ? read.places : [] }, 400);
		}
		// A property belongs to the owner the page was opened with; somebody else typed meanwhile has none of it.
		const propertyId = read.place.kind === 'landowner' ? typed.propertyId : null;
		const { kind } = await addRole(viewer, { ...typed, contactId: contact.id, ...roleWith(read.place), propertyId });
		return { kind, to: paths.contact(contact.id), flash: { key: 'contact_role_added' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewRole() {
	const { contact, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_new_role_title()} back={{ to: paths.contact(contact.id), label: contact.name }}>
			<RoleForm {...opened} answer={answer} contactId={contact.id} choices={answer?.choices ?? []} />
		</Page>
	);
}
