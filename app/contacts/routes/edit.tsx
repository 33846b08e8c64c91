import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseContact } from '../commands.server.ts';
import { ContactForm } from '../components/contact-form.tsx';
import { contactForm } from '../contact-form.server.ts';
import { CONTACT_EDIT } from '../contact-values.ts';
import { contactFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.contacts_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const contact = await contactFor(viewer, params.contactId);
	const { id, name } = contact;
	return { name, ...(await openEdit(request, viewer, CONTACT_EDIT, { id, row: contact, label: name, schema: contactForm() })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const { id } = await contactFor(viewer, params.contactId);
	return saveEdit(request, viewer, CONTACT_EDIT, {
		id,
		read: () => contactFor(viewer, id),
		schema: contactForm(),
		save: (input) => reviseContact(viewer, input),
		page: paths.contact(id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditContact() {
	const { name, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_edit_title()} back={{ to: paths.contact(opened.id), label: name }}>
			<ContactForm {...opened} answer={answer} />
		</Page>
	);
}
