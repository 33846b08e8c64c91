import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RowLink, Table } from '#app/ui/table.tsx';
import type { LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel } from '../labels.ts';
import { AreaOwned } from './area-owned.tsx';

export interface LandownerRow {
	id: string;
	name: string;
	kind: LandownerKind;
	properties: number;
	landArea: number;
	isIncomplete: boolean;
	lastTalkOn: string | null;
}

/** Owners as rows, by name. */
export function LandownerTable({ rows, seesTalks }: { rows: readonly LandownerRow[]; seesTalks: boolean }) {
	return (
		<Table
			caption={m.landowners_title()}
			head={[
				{ key: 'name', label: m.landowners_name() },
				{ key: 'kind', label: m.landowners_kind() },
				{ key: 'properties', label: m.landowners_properties_count(), align: 'end' },
				{ key: 'land', label: m.landowners_land_owned(), align: 'end' },
				...(seesTalks ? [{ key: 'talk', label: m.landowners_last_talk() }] : []),
			]}
		>
			{rows.map((row) => (
				<tr key={row.id}>
					<td className="lg:w-full lg:max-w-0">
						<RowLink href={paths.landowner(row.id)} title={row.name} className="min-w-0 lg:truncate">
							{row.name}
						</RowLink>
					</td>
					<td className="whitespace-nowrap text-muted">{landownerKindLabel(row.kind)}</td>
					<td data-figures data-align="end" data-label={m.landowners_properties_count()}>
						{row.properties}
					</td>
					<td data-figures data-align="end" data-label={m.landowners_land_owned()} className="whitespace-nowrap">
						<AreaOwned {...row} />
					</td>
					{seesTalks && (
						<td data-figures data-label={m.landowners_last_talk()} className="whitespace-nowrap">
							{row.lastTalkOn ? formatDay(row.lastTalkOn) : <span className="text-muted">{m.landowners_never()}</span>}
						</td>
					)}
				</tr>
			))}
		</Table>
	);
}
