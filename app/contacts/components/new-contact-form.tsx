import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { CheckboxField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import type { LookAlike } from '../look-alikes.server.ts';
import type { PlaceHit } from '../places.server.ts';
import { AlikeWhileTyping, LookAlikes } from './look-alikes.tsx';
import { PlaceField } from './place-field.tsx';

type Fields = Record<'name' | 'title' | 'phone' | 'email' | 'where' | 'picked' | 'isPrimary', string>;

interface Props extends RecordFormGiven<Fields> {
	lookAlikes: readonly LookAlike[];
	/** The place that was meant when look-alikes were found. */
	meant: PlaceHit | null;
	choices: readonly PlaceHit[];
	cancelTo: string;
}

/** Name, title, telephone, e-mail and where: one form, one save. */
export function NewContactForm({ lookAlikes, meant, choices, cancelTo, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('contact', given);
	return (
		<RecordForm {...frame} save={m.contacts_create()} cancel={cancelTo}>
			{lookAlikes.length > 0 && <LookAlikes people={lookAlikes} place={meant} title={String(fields.title.initialValue ?? '')} />}
			<FieldGrid>
				<TextField label={m.contacts_name()} meta={fields.name} autoComplete="off" autoCapitalize="words" autoFocus={!lookAlikes.length} />
				<TextField label={m.contacts_role_title()} hint={m.contacts_role_title_hint()} meta={fields.title} autoComplete="off" />
				<TextField label={m.contacts_phone()} meta={fields.phone} type="tel" autoComplete="off" />
				<TextField label={m.contacts_email()} meta={fields.email} type="email" autoComplete="off" />
				<AlikeWhileTyping formId={fields.name.formId} />
				<PlaceField meta={fields.where} picked={fields.picked} choices={choices} className="sm:col-span-2" />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
		</RecordForm>
	);
}
