import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { isId } from '#db/new-id.ts';
import { EditRoleForm } from '../components/edit-role-form.tsx';
import { EndRole, JoinRoles } from '../components/role-deeds.tsx';
import { hasEnded } from '../contact.ts';
import { roleForm } from '../contact-form.server.ts';
import { ROLE_EDIT } from '../contact-values.ts';
import { roleFor, rolesOf } from '../queries.server.ts';
import { endRole, joinRoles, reviseRole } from '../role-commands.server.ts';
import { isSameParty } from '../role-lines.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_edit_role_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const role = await roleFor(viewer, params.roleId);
	const [others, owned] = await Promise.all([rolesOf(viewer, role.contactId), role.landownerId ? propertiesOfOwner(viewer, role.landownerId) : []]);
	// A property sold since stays choosable: saving must not change what nobody touched.
	const sold = role.property && !owned.some(({ propertyId }) => propertyId === role.property?.id);
	return {
		...(await openEdit(request, viewer, ROLE_EDIT, { id: role.roleId, row: role, label: role.name, schema: roleForm() })),
		role: { contactId: role.contactId, name: role.name, place: role.place.name },
		properties: [
			...owned.map(({ propertyId, name }) => ({ propertyId, name })),
			...(sold && role.property ? [{ propertyId: role.property.id, name: role.property.name }] : []),
		],
		twins: others.filter((other) => other.roleId !== role.roleId && isSameParty(other, role)),
		mayEnd: !hasEnded(role, today()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const { roleId: id, contactId } = await roleFor(viewer, params.roleId);
	const page = paths.contact(contactId);
	const form = await formOf(request);
	switch (form.get('intent')) {
		case 'join': {
			const otherId = form.get('other');
			if (!isId(otherId)) throw badRequest();
			await joinRoles(viewer, { keepId: id, otherId });
			return redirectWith(request, page, { key: 'contact_roles_joined' });
		}
		case 'end':
			await endRole(viewer, id);
			return redirectWith(request, page, { key: 'contact_role_ended' });
		default:
			return saveEdit(request, viewer, ROLE_EDIT, {
				...{ id, form, page },
				read: () => roleFor(viewer, id),
				schema: roleForm(),
				save: (input) => reviseRole(viewer, input),
			});
	}
}

export const clientAction = keepWhenOffline;

export default function EditRole() {
	const { role, properties, twins, mayEnd, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_edit_role_title()} back={{ to: paths.contact(role.contactId), label: role.name }} meta={role.place}>
			<EditRoleForm {...opened} answer={answer} contactId={role.contactId} properties={properties} />
			{mayEnd && <EndRole />}
			{twins.length > 0 && <JoinRoles twins={twins} />}
			<RemoveEntry
				action={paths.removal('contactRole', opened.id)}
				version={opened.version}
				label={m.contacts_remove_role()}
				text={m.contacts_remove_role_text()}
			/>
		</Page>
	);
}
