import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { RoleForm } from '../components/role-form.tsx';
import { isCurrent } from '../contact.ts';
import { newRoleForm } from '../contact-form.server.ts';
import { type PlaceHit, placeMeant, placeOfAddress, roleWith } from '../places.server.ts';
import { contactFor, rolesOf } from '../queries.server.ts';
import { addRole } from '../role-commands.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_new_role_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const contact = await contactFor(viewer, params.contactId);
	const search = new URL(request.url).searchParams;
	const place = await placeOfAddress(viewer, search);
	const roles = await rolesOf(viewer, contact.id);
	return {
		kept: await keptNew(request, viewer, { form: 'contactRole', label: contact.name }),
		contact: { id: contact.id, name: contact.name },
		place,
		title: (search.get('title') ?? '').slice(0, 120),
		properties: place?.kind === 'landowner' ? await propertiesOfOwner(viewer, place.id) : [],
		open: roles
			.filter((role) => isCurrent(role, today()))
			.map((role) => ({
				roleId: role.roleId,
				label: [role.title, role.place.name, role.landownerId && m.contacts_owner()].filter(Boolean).join(', '),
			})),
		constraint: constraintOf(newRoleForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const contact = await contactFor(viewer, params.contactId);
	const submission = submitted(await formOf(request), newRoleForm());
	const none: PlaceHit[] = [];
	if (submission.status !== 'success') return data({ choices: none, result: submission.reply(), earlier: null }, { status: 400 });
	const { where, picked, chosen, ...typed } = submission.value;
	const read = await placeMeant(viewer, { where, picked, chosen });
	if (read.kind !== 'one') {
		const choices = read.kind === 'several' ? read.places : none;
		const text = { several: m.contacts_error_where_several, unknown: m.contacts_error_where_unknown, blank: m.contacts_error_where_blank }[read.kind];
		return data({ choices, result: submission.reply({ fieldErrors: { where: [text()] } }), earlier: null }, { status: 400 });
	}
	// A property belongs to the owner the page was opened with; somebody else typed meanwhile has none of it.
	const propertyId = read.place.kind === 'landowner' ? typed.propertyId : null;
	const answer = await addRole(viewer, { ...typed, contactId: contact.id, ...roleWith(read.place), propertyId });
	if (answer === 'differs') {
		const earlier = { to: paths.contact(contact.id), freshId: newId() };
		return data({ choices: none, result: submission.reply(), earlier }, { status: 409 });
	}
	return redirectWith(request, paths.contact(contact.id), { key: 'contact_role_added' });
}

export const clientAction = keepWhenOffline;

export default function NewRole() {
	const { contact, ...form } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_new_role_title()} back={{ to: paths.contact(contact.id), label: contact.name }}>
			<RoleForm
				{...form}
				id={form.kept.recordId}
				contactId={contact.id}
				lastResult={answer?.result ?? form.kept.restored}
				choices={answer?.choices ?? []}
				earlier={answer?.earlier}
			/>
		</Page>
	);
}
