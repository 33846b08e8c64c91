import { placeLine } from '#app/companies/place-line.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { formatArea } from '#app/landowners/area.ts';
import { Facts } from '#app/ui/page.tsx';
import type { PropertyShown } from '../queries.server.ts';

/** How the registers know a property, and how large it is. */
export function PropertyFacts({ property, cadastralDistrict }: { property: PropertyShown; cadastralDistrict: string | null }) {
	const { landArea, floorArea, parcelNo, bfe, use } = property;
	return (
		<Facts
			items={[
				{ label: m.landowners_land_area(), value: landArea !== null && formatArea(landArea) },
				{ label: m.landowners_floor_area(), value: floorArea !== null && formatArea(floorArea) },
				{ label: m.landowners_use(), value: use },
				{ label: m.landowners_address(), value: placeLine(property) },
				{ label: m.landowners_cadastre(), value: [parcelNo, cadastralDistrict].filter(Boolean).join(', ') },
				{ label: m.landowners_bfe(), value: bfe },
			]}
		/>
	);
}
