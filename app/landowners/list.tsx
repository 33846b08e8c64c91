import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ARCHIVED } from '#app/lists/archived.ts';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { LANDOWNER_KINDS, type LandownerKind } from '#db/vocabulary.ts';
import { formatArea } from './area.ts';
import { AreaOwned } from './components/area-owned.tsx';
import { landownerKindLabel } from './labels.ts';

// The list of owners: its filters and its columns. Browser-safe.

export interface LandownerRow {
	id: string;
	name: string;
	kind: LandownerKind;
	properties: number;
	landArea: number;
	isIncomplete: boolean;
	lastTalkOn?: string | undefined;
}

export const LANDOWNER_LIST = {
	name: 'landowners',
	path: paths.landowners,
	title: m.landowners_title,
	filterLabel: m.landowners_filter_label,
	pagesLabel: m.landowners_pages,
	count: m.landowners_count,
	search: { label: m.landowners_filter_search, hint: m.landowners_filter_search_hint },
	filters: {
		kind: {
			label: m.landowners_kind,
			accepts: LANDOWNER_KINDS,
			options: () => LANDOWNER_KINDS.map((kind) => ({ value: kind, label: landownerKindLabel(kind) })),
		},
		// Owners of land there today.
		district: { label: m.landowners_district, accepts: /^[a-z0-9-]{1,80}$/ },
		responsible: {
			label: m.landowners_filter_responsible,
			accepts: ['mine'],
			options: () => [{ value: 'mine', label: m.landowners_filter_mine() }],
		},
		person: { label: m.companies_filter_responsible_person, accepts: /^[0-9a-f-]{36}$/ },
		archived: ARCHIVED,
	},
	sorts: ['name'],
	href: ({ id }) => paths.landowner(id),
	columns: [
		{ key: 'name', label: m.landowners_name, text: ({ name }) => name },
		{ key: 'kind', label: m.landowners_kind, text: ({ kind }) => landownerKindLabel(kind), look: 'quiet' },
		{ key: 'properties', label: m.landowners_properties_count, text: ({ properties }) => properties, look: 'end', isNamed: true },
		{
			key: 'land',
			label: m.landowners_land_owned,
			text: ({ properties, landArea }) => (properties > 0 && landArea > 0 ? formatArea(landArea) : null),
			cell: AreaOwned,
			look: 'end',
			isNamed: true,
		},
		{
			key: 'talk',
			label: m.landowners_last_talk,
			text: ({ lastTalkOn }) => lastTalkOn && formatDay(lastTalkOn),
			cell: ({ lastTalkOn }) => (lastTalkOn ? formatDay(lastTalkOn) : <small>{m.landowners_never()}</small>),
			look: 'end',
			isNamed: true,
		},
	],
} as const satisfies List<LandownerRow>;
