import { eq } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { formatPoint } from '#app/companies/point.ts';
import { districtFieldOf } from '#app/companies/site-values.ts';
import { notFound } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ownershipsOf, rolesOf, stancesOf, talksAbout } from '#app/record/hanging.server.ts';
import { area, PLACE, revertible } from '#app/record/history-fields.ts';
import type { Kind } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { refusedBack, revertedBy, throughForm } from '#app/record/put-back.server.ts';
import { db } from '#db/client.server.ts';
import { contactRoles, dialogueSubjects, ownerships, properties, stances } from '#db/schema/index.ts';
import { reviseProperty } from './commands.server.ts';
import { propertyCards, propertyEntries } from './findable.server.ts';
import { propertyForm } from './property-form.server.ts';
import { propertyLike } from './queries.server.ts';
import { PROPERTY } from './record.ts';

export const propertyKind: Kind = {
	...PROPERTY,
	table: properties,
	found: { drawer: 5, entries: propertyEntries, cards: propertyCards },
	upkeep: {
		...plainUpkeep(PROPERTY, properties, { page: paths.property, mayRevise: (viewer) => can(viewer, 'revise', 'property') }),
		named: propertyLike,
		fields: {
			...PLACE,
			...revertible({
				name: () => m.companies_name(),
				bfe: () => m.upkeep_field_bfe(),
				cadastralDistrict: () => m.upkeep_field_cadastral_district(),
				parcelNo: () => m.upkeep_field_parcel_no(),
				use: () => m.upkeep_field_use(),
			}),
			landArea: area(() => m.upkeep_field_land_area()),
			floorArea: area(() => m.upkeep_field_floor_area()),
		},
		async putBack(viewer, seen, { field, before }) {
			const [row] = await db.select().from(properties).where(eq(properties.id, seen.id));
			if (!row) throw notFound();
			const place = {
				point: row.lat === null || row.lon === null ? null : formatPoint({ lat: row.lat, lon: row.lon }),
				district: districtFieldOf(row),
			};
			return throughForm(propertyForm(), { ...row, ...place, ...seen, [field]: before }, async (input) => {
				const answer = await reviseProperty(viewer, input);
				return 'propertyId' in answer ? refusedBack(m.upkeep_revert_property_taken()) : revertedBy(answer);
			});
		},
		hanging: (id) => [
			talksAbout(eq(dialogueSubjects.propertyId, id)),
			stancesOf(eq(stances.propertyId, id)),
			rolesOf(eq(contactRoles.propertyId, id)),
			ownershipsOf(eq(ownerships.propertyId, id)),
		],
		async erase(tx, id, parts) {
			await tx.update(contactRoles).set({ propertyId: null }).where(eq(contactRoles.propertyId, id));
			const gone = await parts('ownership', eq(ownerships.propertyId, id));
			await tx.delete(properties).where(eq(properties.id, id));
			return gone;
		},
	},
};
