import { m } from '#app/i18n/paraglide/messages.js';
import { DateField, type FieldMeta, SelectField, TextField } from '#app/ui/field.tsx';

type PlaceMetas = Record<'address' | 'postalCode' | 'city' | 'pNumber' | 'point' | 'district', FieldMeta>;
type HeadMetas = Record<'headcount' | 'headcountOn' | 'headcountSource', FieldMeta>;

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

/** How many people work there, from when the figure is and where it comes from. */
export function HeadFields({ fields }: { fields: HeadMetas }) {
	return (
		<>
			<TextField label={m.companies_headcount()} hint={m.companies_headcount_hint()} meta={fields.headcount} inputMode="numeric" autoComplete="off" />
			<DateField label={m.companies_headcount_on()} hint={m.companies_headcount_on_hint()} meta={fields.headcountOn} />
			<TextField
				label={m.companies_headcount_source()}
				hint={m.companies_headcount_source_hint()}
				meta={fields.headcountSource}
				autoComplete="off"
				className="sm:col-span-2"
			/>
		</>
	);
}
