import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { CheckboxField, DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { roleClashLabels } from '../contact-values.ts';
import { type OwnedProperty, RolePropertyField } from './role-property-field.tsx';

type Fields = Record<'title' | 'propertyId' | 'isPrimary' | 'fromOn' | 'toOn', string>;

interface Props extends RecordFormGiven<Fields> {
	contactId: string;
	properties: readonly OwnedProperty[];
}

/** Title, dates, property and whether this is whom to call first. */
export function EditRoleForm({ contactId, properties, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('role', given);
	return (
		<RecordForm {...frame} labels={roleClashLabels(properties)} save={m.contacts_save()} cancel={paths.contact(contactId)}>
			<FieldGrid>
				<TextField
					label={m.contacts_role_title()}
					hint={m.contacts_role_title_hint()}
					meta={fields.title}
					autoComplete="off"
					className="sm:col-span-2"
				/>
				<RolePropertyField meta={fields.propertyId} properties={properties} />
				<DateField label={m.contacts_from_on()} meta={fields.fromOn} />
				<DateField label={m.contacts_to_on()} meta={fields.toOn} />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
		</RecordForm>
	);
}
