import { eq, or } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { COUNT_CAP, issuesOf, rowsIn, talksAbout } from '#app/record/hanging.server.ts';
import { revertible, wordIn } from '#app/record/history-fields.ts';
import type { Kind } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { revertedBy, throughForm } from '#app/record/put-back.server.ts';
import { sortName } from '#db/fold.ts';
import { companies, dialogueSubjects, districts, issues, properties, siteDistricts } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import { reviseDistrict } from './commands.server.ts';
import { districtForm } from './district-form.server.ts';
import { districtCards, districtEntries } from './findable.server.ts';
import { divisionNames } from './industries.server.ts';
import { colourLabel } from './labels.ts';
import { DISTRICT } from './record.ts';

const plain = plainUpkeep(DISTRICT, districts, {
	page: (id, slug) => paths.district(slug ?? id),
	mayRevise: (viewer) => can(viewer, 'revise', 'district'),
	// The administrator's, like its creation.
	mayArchive: (viewer) => can(viewer, 'create', 'district'),
});

/** `place` is how what lies there is placed again when the outline moves. */
export const districtKind = (place: Parameters<typeof reviseDistrict>[2]): Kind => ({
	...DISTRICT,
	table: districts,
	// With its outline.
	longestDraft: 1_000_000,
	found: { drawer: 6, entries: districtEntries, cards: districtCards },
	upkeep: {
		...plain,
		named: (typed) => (sortName(typed) ? startsWith(districts.sortName, sortName(typed)) : undefined),
		fields: {
			...revertible({ name: () => m.districts_name(), identity: () => m.districts_identity(), boundaryNote: () => m.districts_boundary_note() }),
			targetDivisions: { label: () => m.districts_target(), isRevertible: true, names: divisionNames },
			responsibleId: { label: () => m.districts_responsible(), isRevertible: true, refersTo: 'one' },
			colour: { label: () => m.districts_colour(), isRevertible: true, words: wordIn(DISTRICT_COLOURS, colourLabel) },
			boundary: { label: () => m.districts_outline(), words: () => m.upkeep_value_outline() },
		},
		async putBack(viewer, seen, { field, before }) {
			const { boundary, ...row } = await plain.current(seen.id);
			const outline = boundary ? JSON.stringify(boundary) : null;
			const form = districtForm(new Set((await divisionNames()).keys()));
			return throughForm(form, { ...row, ...seen, boundary: outline, [field]: before }, async (input) =>
				revertedBy(await reviseDistrict(viewer, input, place)),
			);
		},
		hanging: (id) => [
			talksAbout(or(eq(dialogueSubjects.thenDistrictId, id), eq(dialogueSubjects.districtId, id))),
			issuesOf(eq(issues.districtId, id)),
			{
				...{ what: 'companies', label: () => m.upkeep_hanging_companies(), isKeeping: true },
				ids: rowsIn(companies, eq(companies.districtId, id)),
				href: ({ slug }) => paths.companies({ district: slug ?? '', status: 'all' }),
			},
			{
				...{ what: 'properties', label: () => m.upkeep_hanging_properties(), isKeeping: true },
				ids: rowsIn(properties, eq(properties.districtId, id)),
				href: ({ slug }) => paths.properties({ district: slug ?? '' }),
			},
			{
				...{ what: 'formerSites', label: () => m.upkeep_hanging_former_sites(), isKeeping: true },
				// Every site that is or was counted here has a dated line.
				ids: async (tx) =>
					tx
						.selectDistinct({ id: siteDistricts.siteId })
						.from(siteDistricts)
						.where(eq(siteDistricts.districtId, id))
						.limit(COUNT_CAP + 1),
			},
		],
		async erase(tx, id) {
			await tx.delete(districts).where(eq(districts.id, id));
			return [];
		},
	},
});
