import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { clashesOf, togetherFlash } from '#app/activity/editors.server.ts';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { baseOf, mergeAndSave } from '#app/http/edit.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseContact } from '../commands.server.ts';
import { ContactForm } from '../components/contact-form.tsx';
import { contactForm } from '../contact-form.server.ts';
import { CONTACT_READINGS, contactAsShown, contactFieldLabel, contactValues } from '../contact-values.ts';
import { contactFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.contacts_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const contact = await contactFor(viewer, params.contactId);
	const kept = await keptEdit(request, viewer, { form: 'contact', recordId: contact.id, label: contact.name, baseVersion: contact.version });
	return {
		kept,
		id: contact.id,
		name: contact.name,
		base: baseOf(contactAsShown(contact)),
		values: contactValues(contact),
		constraint: constraintOf(contactForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'contact')) throw forbidden();
	const { id } = await contactFor(viewer, params.contactId);
	const subject = { kind: 'contact', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => contactAsShown(await contactFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, contactForm());
			if (edit.clashes.length > 0) return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseContact(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			return redirectWith(request, paths.contact(id), await togetherFlash(viewer, subject, edit.takenOver, contactFieldLabel));
		},
		CONTACT_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditContact() {
	const { kept, id, name, base, values, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_edit_title()} back={{ to: paths.contact(id), label: name }}>
			<ContactForm
				kept={kept}
				id={id}
				base={base}
				values={values}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
			/>
		</Page>
	);
}
