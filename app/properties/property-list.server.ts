import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { COUNT_CAP, namePage, PAGE_SIZE } from '#app/landowners/name-pages.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { shareOf, sumOf } from '#app/landowners/share.ts';
import { db } from '#db/client.server.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { beyond } from '#db/sql.server.ts';
import type { PropertyFilters } from './list-filters.ts';
import { propertyLike } from './queries.server.ts';

const NAMES = [properties.sortName, properties.id];
/** Owners named in a row of the list; the rest are counted. */
const NAMED = 2;
/** Owners read for a page of fifty properties. */
const MOST_OWNERS = 2_000;

/** One page of the properties the viewer may see, by name, with their owners of today. `districtId` is the filter's, looked up. */
export async function propertiesPage(viewer: Viewer, filters: PropertyFilters, districtId: string | null) {
	const where = and(
		within(viewer, 'properties'),
		districtId ? eq(properties.districtId, districtId) : undefined,
		filters.q ? propertyLike(filters.q) : undefined,
	);
	const isBackwards = filters.before !== null;
	const place = filters.before ?? filters.after;
	const [found, counted] = await Promise.all([
		db
			.select({
				id: properties.id,
				name: properties.name,
				sortName: properties.sortName,
				districtId: properties.districtId,
				landArea: properties.landArea,
				floorArea: properties.floorArea,
				use: properties.use,
			})
			.from(properties)
			.where(and(where, place ? beyond(NAMES, place, isBackwards ? 'desc' : 'asc') : undefined))
			.orderBy(...NAMES.map((column) => (isBackwards ? desc(column) : asc(column))))
			.limit(PAGE_SIZE + 1),
		db.select({ n: count() }).from(
			db
				.select({ id: properties.id })
				.from(properties)
				.where(where)
				.limit(COUNT_CAP + 1)
				.as('capped'),
		),
	]);
	const page = namePage(found, filters, counted[0]?.n ?? 0);
	const owners = await ownersAmong(
		viewer,
		page.rows.map(({ id }) => id),
	);
	return {
		...page,
		rows: page.rows.map((row) => {
			const own = owners.filter(({ propertyId }) => propertyId === row.id);
			const names = [...new Set(own.map(({ name }) => name))];
			return {
				...row,
				owners: names.slice(0, NAMED),
				more: Math.max(names.length - NAMED, 0),
				isWhole: sumOf(own.map(({ shareOf: of, shareIn }) => shareOf(of, shareIn))).is === 'whole',
			};
		}),
	};
}

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
export async function hasProperties(viewer: Viewer): Promise<boolean> {
	const some = await db.select({ id: properties.id }).from(properties).where(within(viewer, 'properties')).limit(1);
	return some.length > 0;
}
