import type { MultiPolygon, Polygon, Position } from 'geojson';

export type Boundary = Polygon | MultiPolygon;
/** Why a pasted outline is refused; the sentences stand in the messages. */
export type BoundaryFault = 'not_json' | 'not_polygon' | 'several' | 'open_ring' | 'out_of_range' | 'too_many_points';

const MAX_POINTS = 20_000;

/**
 * A pasted GeoJSON text → its one Polygon or MultiPolygon: the geometry itself, a Feature, or a FeatureCollection
 * with one feature. WGS 84, longitude first; rings closed; at most 20,000 points.
 */
export function boundaryFrom(text: string): { boundary: Boundary } | { fault: BoundaryFault } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { fault: 'not_json' };
	}
	const features = isObject(value) && value.type === 'FeatureCollection' ? value.features : undefined;
	if (Array.isArray(features) && features.length > 1) return { fault: 'several' };
	const one: unknown = Array.isArray(features) ? features[0] : value;
	const geometry: unknown = isObject(one) && one.type === 'Feature' ? one.geometry : one;
	if (!isObject(geometry)) return { fault: 'not_polygon' };
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : null;
	if (!Array.isArray(polygons) || polygons.length === 0) return { fault: 'not_polygon' };
	const kept: Position[][][] = [];
	let points = 0;
	for (const polygon of polygons) {
		if (!Array.isArray(polygon) || polygon.length === 0) return { fault: 'not_polygon' };
		const rings: Position[][] = [];
		for (const ring of polygon) {
			if (!Array.isArray(ring) || !ring.every(isPosition)) return { fault: 'not_polygon' };
			points += ring.length;
			if (points > MAX_POINTS) return { fault: 'too_many_points' };
			const fault = faultOf(ring);
			if (fault) return { fault };
			rings.push(ring.map(([lon, lat]) => [lon, lat]));
		}
		kept.push(rings);
	}
	const [only] = kept;
	return { boundary: only && kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept } };
}

type Coordinates = [number, number, ...number[]];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPosition = (value: unknown): value is Coordinates =>
	Array.isArray(value) && value.length >= 2 && value.length <= 4 && value.every((number) => typeof number === 'number' && Number.isFinite(number));

function faultOf(ring: Coordinates[]): BoundaryFault | null {
	const [first, last] = [ring[0], ring.at(-1)];
	if (!first || !last || ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) return 'open_ring';
	return ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? null : 'out_of_range';
}

/** The polygons of an outline, each as its rings. */
export const polygonsOf = (boundary: Boundary): Position[][][] => (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates);

/** Area in square degrees, holes taken off: only to tell which of two overlapping outlines is the smaller. */
export function roughArea(boundary: Boundary): number {
	const area = areas.get(boundary) ?? measured(boundary);
	areas.set(boundary, area);
	return area;
}

/** An outline is measured once, however many points are placed. */
const areas = new WeakMap<Boundary, number>();

const measured = (boundary: Boundary): number =>
	polygonsOf(boundary).reduce((sum, [outer, ...holes]) => sum + ringArea(outer) - holes.reduce((gone, hole) => gone + ringArea(hole), 0), 0);

function ringArea(ring: Position[] = []): number {
	let twice = 0;
	ring.forEach(([x = 0, y = 0], at) => {
		const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
		twice += x * nextY - nextX * y;
	});
	return Math.abs(twice) / 2;
}
