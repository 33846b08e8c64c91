import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, SelectField, TextField } from '#app/ui/field.tsx';

type PlaceMetas = Record<'address' | 'postalCode' | 'city' | 'pNumber' | 'point' | 'district', FieldMeta>;

/** Where a site is; its district follows from the point unless one is chosen. */
export function PlaceFields({ fields, districts }: { fields: PlaceMetas; districts: ReadonlyArray<{ id: string; name: string }> }) {
	return (
		<>
			<TextField label={m.companies_address()} hint={m.companies_address_hint()} meta={fields.address} autoComplete="off" className="sm:col-span-2" />
			<TextField label={m.companies_postal_code()} meta={fields.postalCode} inputMode="numeric" autoComplete="off" />
			<TextField label={m.companies_city()} meta={fields.city} autoComplete="off" />
			<TextField label={m.companies_p_number()} hint={m.companies_p_number_hint()} meta={fields.pNumber} inputMode="numeric" autoComplete="off" />
			<TextField label={m.companies_point()} hint={m.companies_point_hint()} meta={fields.point} autoComplete="off" />
			<SelectField
				label={m.companies_district()}
				hint={m.companies_district_hint()}
				meta={fields.district}
				blank={m.companies_district_by_point()}
				options={[...districts.map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: m.companies_no_district() }]}
				className="sm:col-span-2"
			/>
		</>
	);
}
