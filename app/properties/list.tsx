import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { formatArea } from '#app/landowners/area.ts';
import { ARCHIVED } from '#app/lists/archived.ts';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';

// The list of properties: its filters and its columns; a property whose shares do not add up says so. Browser-safe.

export interface PropertyRow {
	id: string;
	name: string;
	district?: Pick<DistrictChoice, 'name' | 'colour'> | undefined;
	landArea?: number | undefined;
	floorArea?: number | undefined;
	/** Owners of today in one line. */
	owners: string;
	/** The open shares make up the whole. */
	isWhole: boolean;
}

export const PROPERTY_LIST = {
	name: 'properties',
	path: paths.properties,
	title: m.landowners_properties_title,
	filterLabel: m.landowners_properties_filter_label,
	pagesLabel: m.landowners_properties_pages,
	count: m.landowners_properties_count_text,
	search: { label: m.landowners_filter_search, hint: m.landowners_properties_search_hint },
	filters: { district: { label: m.landowners_district, accepts: /^[a-z0-9-]{1,80}$/ }, archived: ARCHIVED },
	sorts: ['name'],
	href: ({ id }) => paths.property(id),
	columns: [
		{ key: 'name', label: m.landowners_property, text: ({ name }) => name },
		{ key: 'owners', label: m.landowners_owners, text: ({ owners }) => owners, cell: ownersOf, look: 'wrap' },
		{
			key: 'district',
			label: m.landowners_district,
			text: ({ district }) => district?.name,
			cell: ({ district }) => (district ? DistrictMark(district) : <small>{m.landowners_no_district()}</small>),
		},
		{ key: 'land', label: m.landowners_land_area, text: ({ landArea }) => areaOf(landArea), look: 'end', isNamed: true },
		{ key: 'floor', label: m.landowners_floor_area, text: ({ floorArea }) => areaOf(floorArea), look: 'end', isNamed: true, from: 'xl' },
	],
} as const satisfies List<PropertyRow>;

const areaOf = (area: number | undefined) => (area === undefined ? '–' : formatArea(area));

function ownersOf({ owners, isWhole }: PropertyRow) {
	if (isWhole) return owners;
	return (
		<>
			{owners && `${owners} `}
			<Badge tone="warning">{owners ? m.landowners_check_short() : m.landowners_sum_none()}</Badge>
		</>
	);
}
