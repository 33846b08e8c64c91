import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { clashesOf, togetherFlash } from '#app/activity/editors.server.ts';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { baseOf, mergeAndSave } from '#app/http/edit.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { isId } from '#db/new-id.ts';
import { EditRoleForm } from '../components/edit-role-form.tsx';
import { EndRole, JoinRoles } from '../components/role-deeds.tsx';
import { isCurrent } from '../contact.ts';
import { roleForm } from '../contact-form.server.ts';
import { roleAsShown, roleFieldLabel, roleValues } from '../contact-values.ts';
import { roleFor, rolesOf } from '../queries.server.ts';
import { endRole, joinRoles, reviseRole } from '../role-commands.server.ts';
import { isSameParty } from '../role-lines.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_edit_role_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const role = await roleFor(viewer, params.roleId);
	const [others, owned] = await Promise.all([rolesOf(viewer, role.contactId), role.landownerId ? propertiesOfOwner(viewer, role.landownerId) : []]);
	// A property sold since stays choosable: saving must not change what nobody touched.
	const sold = role.property && !owned.some(({ propertyId }) => propertyId === role.property?.id);
	const kept = await keptEdit(request, viewer, { form: 'contactRole', recordId: role.roleId, label: role.name, baseVersion: role.roleVersion });
	return {
		kept,
		role: { id: role.roleId, version: role.roleVersion, contactId: role.contactId, name: role.name, place: role.place.name },
		base: baseOf(roleAsShown(role)),
		values: roleValues(role),
		properties: [
			...owned.map(({ propertyId, name }) => ({ propertyId, name })),
			...(sold && role.property ? [{ propertyId: role.property.id, name: role.property.name }] : []),
		],
		twins: others.filter((other) => other.roleId !== role.roleId && isSameParty(other, role)),
		isCurrent: isCurrent(role, today()),
		constraint: constraintOf(roleForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const role = await roleFor(viewer, params.roleId);
	const form = await formOf(request);
	switch (form.get('intent')) {
		case 'join': {
			const otherId = form.get('other');
			if (!isId(otherId)) throw badRequest();
			await joinRoles(viewer, { keepId: role.roleId, otherId });
			return redirectWith(request, paths.contact(role.contactId), { key: 'contact_roles_joined' });
		}
		case 'end':
			await endRole(viewer, role.roleId);
			return redirectWith(request, paths.contact(role.contactId), { key: 'contact_role_ended' });
		default:
			return revised(request, viewer, form, role.roleId, role.contactId);
	}
}

function revised(request: Request, viewer: Viewer, form: FormData, id: string, contactId: string) {
	const subject = { kind: 'contactRole', id } as const;
	return mergeAndSave(
		form,
		async () => roleAsShown(await roleFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, roleForm());
			if (edit.clashes.length > 0) return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseRole(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			return redirectWith(request, paths.contact(contactId), await togetherFlash(viewer, subject, edit.takenOver, roleFieldLabel));
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditRole() {
	const { role, twins, isCurrent: lasts, ...form } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_edit_role_title()} back={{ to: paths.contact(role.contactId), label: role.name }} meta={role.place}>
			<EditRoleForm {...form} id={role.id} contactId={role.contactId} lastResult={answer?.result ?? form.kept.restored} conflict={answer?.conflict} />
			{lasts && <EndRole />}
			{twins.length > 0 && <JoinRoles twins={twins} />}
			<RemoveEntry
				action={paths.removal('contactRole', role.id)}
				version={role.version}
				label={m.contacts_remove_role()}
				text={m.contacts_remove_role_text()}
			/>
		</Page>
	);
}
