import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, SelectField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';

export type PropertyField =
	| 'name'
	| 'address'
	| 'postalCode'
	| 'city'
	| 'point'
	| 'district'
	| 'bfe'
	| 'cadastralDistrict'
	| 'parcelNo'
	| 'landArea'
	| 'floorArea'
	| 'use';

export interface PropertyChoices {
	districts: ReadonlyArray<{ id: string; name: string }>;
	/** "20451 Ejby By, Glostrup": those in use. */
	cadastralDistricts: readonly string[];
}

/** Where a property lies, how the registers know it, how large it is. */
export function PropertyFields({
	fields,
	choices,
	autoFocus,
}: {
	fields: Record<PropertyField, FieldMeta>;
	choices: PropertyChoices;
	autoFocus?: boolean;
}) {
	return (
		<>
			<Section title={m.landowners_section_place()}>
				<FieldGrid>
					<TextField label={m.landowners_address()} meta={fields.address} autoComplete="off" autoFocus={autoFocus} className="sm:col-span-2" />
					<TextField label={m.landowners_postal_code()} meta={fields.postalCode} inputMode="numeric" autoComplete="off" />
					<TextField label={m.landowners_city()} meta={fields.city} autoComplete="off" />
					<TextField
						label={m.landowners_property_name()}
						hint={m.landowners_property_name_hint()}
						meta={fields.name}
						autoComplete="off"
						className="sm:col-span-2"
					/>
					<TextField label={m.landowners_point()} hint={m.landowners_point_hint()} meta={fields.point} autoComplete="off" />
					<SelectField
						label={m.landowners_district()}
						hint={m.landowners_district_hint()}
						meta={fields.district}
						blank={m.landowners_district_by_point()}
						options={[...choices.districts.map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: m.landowners_no_district() }]}
					/>
				</FieldGrid>
			</Section>
			<Section title={m.landowners_section_land()}>
				<FieldGrid>
					<TextField
						label={m.landowners_ejerlav()}
						hint={m.landowners_ejerlav_hint()}
						meta={fields.cadastralDistrict}
						list="cadastral-districts"
						autoComplete="off"
					/>
					<datalist id="cadastral-districts">
						{choices.cadastralDistricts.map((text) => (
							<option key={text} value={text} />
						))}
					</datalist>
					<TextField
						label={m.landowners_parcel()}
						hint={m.landowners_parcel_hint()}
						meta={fields.parcelNo}
						autoComplete="off"
						autoCapitalize="none"
					/>
					<TextField label={m.landowners_land_area()} hint={m.landowners_area_hint()} meta={fields.landArea} inputMode="numeric" autoComplete="off" />
					<TextField
						label={m.landowners_floor_area()}
						hint={m.landowners_area_hint()}
						meta={fields.floorArea}
						inputMode="numeric"
						autoComplete="off"
					/>
					<TextField label={m.landowners_bfe()} meta={fields.bfe} inputMode="numeric" autoComplete="off" />
					<TextField label={m.landowners_use()} meta={fields.use} autoComplete="off" />
				</FieldGrid>
			</Section>
		</>
	);
}
