import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { contactClashLabels } from '../contact-values.ts';

type Fields = Record<'name' | 'phone' | 'email', string>;

/** What a person is called and reached by. */
export function ContactForm(given: RecordFormGiven<Fields>) {
	const { fields, frame } = useRecordForm<Fields>('contact', given);
	return (
		<RecordForm {...frame} labels={contactClashLabels()} save={m.contacts_save()} cancel={paths.contact(given.id)}>
			<FieldGrid>
				<TextField label={m.contacts_name()} meta={fields.name} autoComplete="off" className="sm:col-span-2" />
				<TextField label={m.contacts_phone()} meta={fields.phone} type="tel" autoComplete="off" />
				<TextField label={m.contacts_email()} meta={fields.email} type="email" autoComplete="off" />
			</FieldGrid>
		</RecordForm>
	);
}
