import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { CheckboxField, DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import type { PlaceHit } from '../places.server.ts';
import { PlaceField } from './place-field.tsx';
import { type OwnedProperty, RolePropertyField } from './role-property-field.tsx';

type Fields = Record<'where' | 'picked' | 'title' | 'propertyId' | 'isPrimary' | 'fromOn', string> & { ends: string[] };

interface Props extends RecordFormGiven<Fields> {
	contactId: string;
	/** Whom the page was opened with. */
	place: PlaceHit | null;
	/** Properties of the owner the page was opened with: the role can be narrowed to one. */
	properties: readonly OwnedProperty[];
	/** Open roles that may end with this one. */
	open: ReadonlyArray<{ roleId: string; label: string }>;
	/** What was typed can mean. */
	choices: readonly PlaceHit[];
}

/** A further role of a person; the old one ends with it when that is what happened. */
export function RoleForm({ contactId, place, properties, open, choices, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('role', given);
	return (
		<RecordForm {...frame} save={m.contacts_add_role()} cancel={paths.contact(contactId)}>
			<FieldGrid>
				<PlaceField meta={fields.where} picked={fields.picked} choices={choices} className="sm:col-span-2" autoFocus={!place} />
				<RolePropertyField meta={fields.propertyId} properties={properties} />
				<TextField
					label={m.contacts_role_title()}
					hint={m.contacts_role_title_hint()}
					meta={fields.title}
					autoComplete="off"
					autoFocus={place !== null}
				/>
				<DateField label={m.contacts_from_on()} meta={fields.fromOn} />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
			{open.length > 0 && (
				<ChoiceChips
					className="mt-3"
					legend={m.contacts_ends_too()}
					hint={m.contacts_ends_too_hint()}
					multiple
					meta={fields.ends}
					options={open.map(({ roleId, label }) => ({ value: roleId, label }))}
				/>
			)}
		</RecordForm>
	);
}
