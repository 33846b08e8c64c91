import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import type { DistrictChoice } from '#app/districts/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { formatArea } from '#app/landowners/area.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { RowLink, Table } from '#app/ui/table.tsx';

export interface PropertyRow {
	id: string;
	name: string;
	district: DistrictChoice | null;
	landArea: number | null;
	floorArea: number | null;
	owners: readonly string[];
	more: number;
	/** The open shares make up the whole. */
	isWhole: boolean;
}

/** Properties as rows, by name; a property whose shares do not add up says so. */
export function PropertyTable({ rows }: { rows: readonly PropertyRow[] }) {
	return (
		<Table
			caption={m.landowners_properties_title()}
			head={[
				{ key: 'name', label: m.landowners_property() },
				{ key: 'owners', label: m.landowners_owners() },
				{ key: 'district', label: m.landowners_district() },
				{ key: 'land', label: m.landowners_land_area(), align: 'end' },
				{ key: 'floor', label: m.landowners_floor_area(), align: 'end', from: 'xl' },
			]}
		>
			{rows.map((row) => (
				<tr key={row.id}>
					<td className="md:min-w-36">
						<RowLink href={paths.property(row.id)} title={row.name}>
							{row.name}
						</RowLink>
					</td>
					<td className="md:max-w-72">
						<span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
							{row.owners.length > 0 && <span>{owners(row)}</span>}
							{!row.isWhole && <Badge tone="warning">{row.owners.length > 0 ? m.landowners_check_short() : m.landowners_sum_none()}</Badge>}
						</span>
					</td>
					<td className="md:max-w-56">
						{row.district ? (
							<DistrictMark name={row.district.name} colour={row.district.colour} />
						) : (
							<span className="text-muted">{m.landowners_no_district()}</span>
						)}
					</td>
					<Area label={m.landowners_land_area()} area={row.landArea} />
					<Area label={m.landowners_floor_area()} area={row.floorArea} from="xl" />
				</tr>
			))}
		</Table>
	);
}

function Area({ label, area, from }: { label: string; area: number | null; from?: 'xl' }) {
	return (
		<td data-figures data-align="end" data-label={label} data-from={from} className="whitespace-nowrap">
			{area === null ? <span className="text-muted">–</span> : formatArea(area)}
		</td>
	);
}

const owners = ({ owners: names, more }: PropertyRow) =>
	[names.join(', '), more > 0 && m.landowners_others({ count: more })].filter(Boolean).join(' ');
