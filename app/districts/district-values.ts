import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import type { districts } from '#db/schema/index.ts';
import { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import { colourLabel } from './labels.ts';

type DistrictRow = Pick<
	typeof districts.$inferSelect,
	'name' | 'identity' | 'targetDivisions' | 'responsibleId' | 'colour' | 'boundary' | 'boundaryNote' | 'version'
>;

export function districtClashLabels(people: ReadonlyArray<{ id: string; name: string }>): ClashLabels {
	return {
		name: { label: m.districts_name() },
		identity: { label: m.districts_identity() },
		targetDivisions: { label: m.districts_target() },
		responsibleId: { label: m.districts_responsible(), words: (value) => people.find(({ id }) => id === value)?.name ?? '' },
		colour: { label: m.districts_colour(), words: (value) => colourLabel(DISTRICT_COLOURS.find((colour) => colour === value) ?? 'teal') },
		// Thousands of points: enough of them to tell two outlines apart at their beginning.
		boundary: { label: m.districts_boundary(), words: (value) => (value.length > 200 ? `${value.slice(0, 200)} …` : value) },
		boundaryNote: { label: m.districts_boundary_note() },
	};
}

export const DISTRICT_EDIT: Editable<DistrictRow> = {
	kind: 'district',
	shown: ({ version, name, identity, targetDivisions, responsibleId, colour, boundary, boundaryNote }) =>
		shownAs(version, { name, identity, targetDivisions, responsibleId, colour, boundary: boundary && JSON.stringify(boundary), boundaryNote }),
	labels: () => districtClashLabels([]),
};
