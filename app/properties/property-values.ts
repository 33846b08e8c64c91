import { formatPoint } from '#app/companies/point.ts';
import { districtFieldOf } from '#app/companies/site-values.ts';
import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { areaFrom } from '#app/landowners/area.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { properties } from '#db/schema/index.ts';

type PropertyRow = Omit<typeof properties.$inferSelect, 'sortName' | 'addressKey'>;

/** A property's row as its form shows it. */
function valuesOf({ name, address, postalCode, city, bfe, cadastralDistrict, parcelNo, use, ...row }: PropertyRow) {
	const { lat, lon, landArea, floorArea } = row;
	return {
		...{ name, address, postalCode, city, bfe, cadastralDistrict, parcelNo, use },
		point: lat === null || lon === null ? null : formatPoint({ lat, lon }),
		district: districtFieldOf(row),
		landArea: landArea === null ? null : String(landArea),
		floorArea: floorArea === null ? null : String(floorArea),
	};
}

/** What the form's fields are called where they are spoken of. */
export function propertyClashLabels(districts: ReadonlyArray<{ id: string; name: string }>): ClashLabels {
	const districtName = (value: string) =>
		value === 'none' ? m.landowners_no_district() : (districts.find(({ id }) => id === value)?.name ?? m.landowners_district_by_point());
	return {
		name: { label: m.landowners_property_name() },
		address: { label: m.landowners_address() },
		postalCode: { label: m.landowners_postal_code() },
		city: { label: m.landowners_city() },
		point: { label: m.landowners_point() },
		district: { label: m.landowners_district(), words: districtName },
		bfe: { label: m.landowners_bfe() },
		cadastralDistrict: { label: m.landowners_ejerlav() },
		parcelNo: { label: m.landowners_parcel() },
		landArea: { label: m.landowners_land_area() },
		floorArea: { label: m.landowners_floor_area() },
		use: { label: m.landowners_use() },
	};
}

const area = (typed: string) => String(areaFrom(typed) ?? typed);

export const PROPERTY_EDIT: Editable<PropertyRow> = {
	kind: 'property',
	shown: (property) => shownAs(property.version, valuesOf(property)),
	labels: () => propertyClashLabels([]),
	// Texts that mean the same: "12.400 m²" and "12400", a code with its name behind it.
	readings: { landArea: area, floorArea: area, cadastralDistrict: (typed) => typed.match(/^\d+/)?.[0] ?? typed },
	chainNames: { point: 'lat', district: 'districtId' },
};
