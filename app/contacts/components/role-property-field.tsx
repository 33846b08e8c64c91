import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, SelectField } from '#app/ui/field.tsx';

export interface OwnedProperty {
	propertyId: string;
	name: string;
}

/** The one property of an owner that a role is about; all of them where none is chosen. */
export function RolePropertyField({ meta, properties }: { meta: FieldMeta; properties: readonly OwnedProperty[] }) {
	if (properties.length === 0) return null;
	return (
		<SelectField
			label={m.contacts_property()}
			meta={meta}
			options={properties.map(({ propertyId, name }) => ({ value: propertyId, label: name }))}
			blank={m.contacts_property_all()}
			className="sm:col-span-2"
		/>
	);
}
