import bbox from '@turf/bbox';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { and, gte, isNull, lte } from 'drizzle-orm';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Db } from '#db/client.server.ts';
import { districts } from '#db/schema/index.ts';

/**
 * The district whose outline holds the point (WGS 84 degrees). Where outlines overlap the one with the
 * smallest bounding box wins and the answer is marked doubtful. Null = in none.
 */
export async function districtAt(tx: Db, lat: number, lon: number): Promise<{ districtId: string; isDoubtful: boolean } | null> {
	const near = await tx
		.select({ id: districts.id, boundary: districts.boundary, west: districts.west, south: districts.south, east: districts.east, north: districts.north })
		.from(districts)
		.where(and(isNull(districts.archivedAt), lte(districts.west, lon), gte(districts.east, lon), lte(districts.south, lat), gte(districts.north, lat)));
	const holding = near.filter(({ boundary }) => boundary && booleanPointInPolygon([lon, lat], boundary));
	const extent = (d: (typeof near)[number]) => ((d.east ?? 0) - (d.west ?? 0)) * ((d.north ?? 0) - (d.south ?? 0));
	holding.sort((a, b) => extent(a) - extent(b));
	const [smallest] = holding;
	return smallest ? { districtId: smallest.id, isDoubtful: holding.length > 1 } : null;
}

/** The bounding-box columns that go with an outline; all null without one. */
export function boundsOf(boundary: Polygon | MultiPolygon | null) {
	if (!boundary) return { west: null, south: null, east: null, north: null };
	const [west, south, east, north] = bbox(boundary);
	return { west, south, east, north };
}
