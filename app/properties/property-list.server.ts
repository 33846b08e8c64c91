import { and, asc, eq, inArray } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { districtMarks, districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownedOn } from '#app/landowners/open.server.ts';
import { shareOf, sumOf } from '#app/landowners/share.ts';
import { archivedIn } from '#app/lists/archived.ts';
import { counted } from '#app/lists/keyset.server.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { PROPERTY_LIST, type PropertyRow } from './list.tsx';
import { propertyLike } from './queries.server.ts';

const BY_NAME = { sortName: properties.sortName, id: properties.id };
/** Owners named in a row of the list; the rest are counted. */
const NAMED = 2;
/** Owners read for a page of fifty properties. */
const MOST_OWNERS = 2_000;

/** The properties the viewer may see, by name, with their owners of today. */
export const propertyList = source({
	list: PROPERTY_LIST,
	isAny: hasProperties,
	choices: { district: districtOptions },
	ask(viewer, { q, is }) {
		const where = and(
			within(viewer, 'properties', archivedIn(is)),
			is.district ? eq(properties.districtId, idOfDistrict(is.district)) : undefined,
			q ? propertyLike(q) : undefined,
		);
		const { name, districtId, landArea, floorArea } = properties;
		return {
			read: (which, order, limit) =>
				db
					.select({ ...BY_NAME, name, districtId, landArea, floorArea })
					.from(properties)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: BY_NAME },
			count: () => counted(properties, where),
		};
	},
	async rows(viewer, found): Promise<PropertyRow[]> {
		const ids = found.map(({ id }) => id);
		const [owners, marks] = await Promise.all([ownersAmong(viewer, ids), districtMarks(viewer)]);
		return found.map(({ id, name, districtId, landArea, floorArea }) => {
			const own = owners.filter(({ propertyId }) => propertyId === id);
			const names = [...new Set(own.map((owner) => owner.name))];
			const more = names.length > NAMED ? ` ${m.landowners_others({ count: names.length - NAMED })}` : '';
			return {
				...{ id, name, district: marks.get(districtId ?? ''), landArea: landArea ?? undefined, floorArea: floorArea ?? undefined },
				owners: names.slice(0, NAMED).join(', ') + more,
				isWhole: sumOf(own.map(({ shareOf: of, shareIn }) => shareOf(of, shareIn))).is === 'whole',
			};
		});
	},
});

async function ownersAmong(viewer: Viewer, propertyIds: readonly string[]) {
	if (propertyIds.length === 0) return [];
	return await db
		.select({ propertyId: ownerships.propertyId, name: landowners.name, shareOf: ownerships.shareOf, shareIn: ownerships.shareIn })
		.from(ownerships)
		.innerJoin(landowners, eq(landowners.id, ownerships.landownerId))
		.where(and(inArray(ownerships.propertyId, [...propertyIds]), ownedOn(), within(viewer, 'landowners', { archived: true })))
		.orderBy(asc(landowners.sortName), asc(ownerships.id))
		.limit(MOST_OWNERS);
}

/** True while no property at all is written down. */
async function hasProperties(viewer: Viewer): Promise<boolean> {
	const some = await db.select({ id: properties.id }).from(properties).where(within(viewer, 'properties')).limit(1);
	return some.length > 0;
}
