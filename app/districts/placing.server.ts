import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { type AnyColumn, and, between, gte, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';
import { type Db, db } from '#db/client.server.ts';
import { held } from '#db/held.server.ts';
import { districts } from '#db/schema/index.ts';
import { type Boundary, roughArea } from './boundary.ts';

/** The district of a point; doubtful where outlines overlap. */
export interface Placed {
	districtId: string;
	isDoubtful: boolean;
}
export interface Outline {
	id: string;
	boundary: Boundary | null;
}

/**
 * The district whose outline holds the point (WGS 84 degrees). Where outlines overlap the smallest wins and the
 * answer is marked doubtful. Null = in none.
 */
export async function districtAt(tx: Db, lat: number, lon: number): Promise<Placed | null> {
	const near = await tx
		.select({ id: districts.id, boundary: districts.boundary })
		.from(districts)
		.where(
			and(isNull(districts.archivedAt), lte(districts.west, lon), gte(districts.east, lon), lte(districts.south, lat), gte(districts.north, lat)),
		);
	return smallestHolding(near, lat, lon);
}

/** The outlines of all districts, to place many points without asking for each. */
export const outlines = (tx: Db): Promise<Outline[]> =>
	Promise.resolve(
		tx
			.select({ id: districts.id, boundary: districts.boundary })
			.from(districts)
			.where(and(isNull(districts.archivedAt), isNotNull(districts.boundary))),
	);

/** The district of any point by the outlines as they are now, to place a great many without asking the database for each. */
export const placer = held(async () => {
	const boxed = (await outlines(db)).flatMap((outline) => {
		const { west, south, east, north } = boundsOf(outline.boundary);
		return west === null ? [] : [{ outline, isNear: (lat: number, lon: number) => lon >= west && lon <= east && lat >= south && lat <= north }];
	});
	return (lat: number, lon: number): Placed | null => {
		const near = boxed.filter(({ isNear }) => isNear(lat, lon)).map(({ outline }) => outline);
		return near.length > 0 ? smallestHolding(near, lat, lon) : null;
	};
});

/** The smallest of these outlines that holds the point. */
export function smallestHolding(candidates: readonly Outline[], lat: number, lon: number): Placed | null {
	const holding = candidates.flatMap(({ id, boundary }) =>
		boundary && booleanPointInPolygon([lon, lat], boundary) ? [{ id, area: roughArea(boundary) }] : [],
	);
	holding.sort((a, b) => a.area - b.area || (a.id < b.id ? -1 : 1));
	const [smallest] = holding;
	return smallest ? { districtId: smallest.id, isDoubtful: holding.length > 1 } : null;
}

/** The bounding-box columns that go with an outline; all null without one. */
export function boundsOf(boundary: Boundary | null) {
	if (!boundary) return { west: null, south: null, east: null, north: null };
	const [west, south, east, north] = bbox(boundary);
	return { west, south, east, north };
}

/** Rows whose point lies in an outline's bounding box; nothing is asked without one. */
export function inBoundsOf(boundary: Boundary | null, { lat, lon }: { lat: AnyColumn; lon: AnyColumn }): SQL | undefined {
	if (!boundary) return undefined;
	const [west, south, east, north] = bbox(boundary);
	return and(between(lat, south, north), between(lon, west, east));
}
