import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, TextField } from '#app/ui/field.tsx';

type Metas = Record<'phone' | 'email' | 'address' | 'postalCode' | 'city', FieldMeta>;

/** How an owner is reached. */
export function ReachFields({ fields }: { fields: Metas }) {
	return (
		<>
			<TextField label={m.landowners_phone()} meta={fields.phone} type="tel" autoComplete="off" />
			<TextField label={m.landowners_email()} meta={fields.email} inputMode="email" autoComplete="off" />
			<TextField label={m.landowners_address()} meta={fields.address} autoComplete="off" className="sm:col-span-2" />
			<TextField label={m.landowners_postal_code()} meta={fields.postalCode} inputMode="numeric" autoComplete="off" />
			<TextField label={m.landowners_city()} meta={fields.city} autoComplete="off" />
		</>
	);
}
