import type { Position } from 'geojson';
import { type Boundary, polygonsOf } from './boundary.ts';

/** A drawing on a plane of `width` × `height` units, as SVG wants it. */
export interface Drawing {
	width: number;
	height: number;
	/** The district itself. */
	path: string;
	/** Its neighbours as far as they reach into the picture. */
	others: string[];
	points: Array<{ id: string; label: string; x: number; y: number }>;
}

/** A drawing whose points are dots without a name. */
export interface Sketch extends Omit<Drawing, 'points'> {
	/** A path of one stroke without length for each dot. */
	dots: string;
	count: number;
}

const WIDTH = 640;
const MARGIN = 24;
const MAX_HEIGHT = 640;

/**
 * Lays a district's outline, its neighbours and points out on a plane: equirectangular, longitudes shortened by
 * the cosine of the latitude, which over a municipality differs from a survey by less than the line is thick.
 */
export function drawingOf(
	boundary: Boundary,
	neighbours: ReadonlyArray<{ boundary: Boundary | null }>,
	places: ReadonlyArray<{ id: string; label: string; lat: number; lon: number }>,
): Drawing {
	const all = polygonsOf(boundary).flat(2);
	const [west, east] = extent(all.map(([lon = 0]) => lon));
	const [south, north] = extent(all.map(([, lat = 0]) => lat));
	const shortening = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const [spanX, spanY] = [Math.max((east - west) * shortening, 1e-9), Math.max(north - south, 1e-9)];
	const scale = Math.min((WIDTH - 2 * MARGIN) / spanX, (MAX_HEIGHT - 2 * MARGIN) / spanY);
	const [width, height] = [WIDTH, Math.round(spanY * scale + 2 * MARGIN)];
	const left = (width - spanX * scale) / 2;
	const project = (lon: number, lat: number) => ({ x: round(left + (lon - west) * shortening * scale), y: round(MARGIN + (north - lat) * scale) });
	const pathOf = (shape: Boundary) =>
		polygonsOf(shape)
			.flat()
			.map((ring) => ringPath(ring, project))
			.join('');
	return {
		width,
		height,
		path: pathOf(boundary),
		others: neighbours.flatMap((other) => (other.boundary ? [pathOf(other.boundary)] : [])),
		points: places.map(({ id, label, lat, lon }) => ({ id, label, ...project(lon, lat) })),
	};
}

/** The drawing with each spot marked once, however many sites stand there. */
export function sketchOf({ points, ...drawing }: Drawing): Sketch {
	const spots = new Set(points.map(({ x, y }) => `M${x} ${y}h0`));
	return { ...drawing, dots: [...spots].join(''), count: points.length };
}

/** One closed ring; points that fall on the same unit of the drawing are drawn once. */
function ringPath(ring: readonly Position[], project: (lon: number, lat: number) => { x: number; y: number }): string {
	const steps: string[] = [];
	for (const [lon = 0, lat = 0] of ring) {
		const { x, y } = project(lon, lat);
		const step = `${x} ${y}`;
		if (steps.at(-1) !== step) steps.push(step);
	}
	return `M${steps.join('L')}Z`;
}

const round = (value: number) => Math.round(value * 2) / 2;
const extent = (values: readonly number[]): [number, number] =>
	values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
