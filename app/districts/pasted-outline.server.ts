import kinks from '@turf/kinks';
import simplify from '@turf/simplify';
import proj4 from 'proj4';
import { type Boundary, type BoundaryFault, boundaryFrom, polygonsOf } from './boundary.ts';

// An outline as GIS people have it: in metres, with latitude first, as text of numbers, one of many in a file, self-crossing.

/** Why an outline is not taken as it was pasted; what the sentence names stands beside it. */
export type OutlineFault = BoundaryFault | 'crosses' | 'far_away' | 'crs_unknown';

const UTM = '+proj=utm +ellps=GRS80 +units=m +no_defs';
/** Systems that Danish maps come in, by their EPSG number. */
const IN_METRES: Readonly<Record<string, string>> = { 25832: `${UTM} +zone=32`, 25833: `${UTM} +zone=33`, 3857: 'EPSG:3857' };
const IN_DEGREES: ReadonlySet<string> = new Set(['4326', '4258', 'CRS84', '']);
/** More corners show nothing more of a district, and cost at each firm that is placed. */
const MOST_CORNERS = 2_000;

type Read = { boundary: Boundary } | { fault: OutlineFault; detail?: string };

/** Reads a pasted outline; of a file of several areas it tells the names. */
export function outlineFrom(pasted: string): Read {
	let file: unknown;
	try {
		file = JSON.parse(pasted.replace(/^\uFEFF/, ''));
	} catch {
		return { fault: 'not_json' };
	}
	const system = systemOf(file);
	const metres = IN_METRES[system];
	if (!metres && !IN_DEGREES.has(system)) return { fault: 'crs_unknown', detail: system };
	const names = namesIn(file);
	if (names) return { fault: 'several', detail: names.join(', ') };
	const moved = withPoints(file, (x, y) => inDegrees(x, y, metres));
	const read = boundaryFrom(JSON.stringify(moved));
	return 'fault' in read ? read : sound(read.boundary);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** "urn:ogc:def:crs:EPSG::25832" → "25832"; empty where nothing is said. */
function systemOf(file: unknown): string {
	const properties = isObject(file) && isObject(file.crs) ? file.crs.properties : undefined;
	const words = isObject(properties) ? String(properties.name ?? '') : '';
	return words.split(':').at(-1) ?? '';
}

/** What the areas of a file are called, where there are several. */
function namesIn(file: unknown): string[] | null {
	const features = isObject(file) && Array.isArray(file.features) ? file.features.filter(isObject) : [];
	if (features.length < 2) return null;
	return features.flatMap(({ properties }) =>
		(isObject(properties) ? Object.values(properties) : []).filter((one) => typeof one === 'string').slice(0, 1),
	);
}

/** The same geometry with each point taken over, numbers written as text read, and rings that miss their end by a hair closed. */
function withPoints(value: unknown, over: (x: number, y: number) => [number, number]): unknown {
	if (Array.isArray(value)) {
		const [x, y] = value.map((one) => (typeof one === 'string' && one.trim() !== '' ? Number(one) : one));
		if (typeof x === 'number' && typeof y === 'number') return over(x, y);
		return closed(value.map((one) => withPoints(one, over)));
	}
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'properties' ? null : withPoints(one, over)]));
}

function closed(ring: unknown[]): unknown[] {
	const [first, last] = [ring[0], ring.at(-1)];
	const isPoint = (one: unknown): one is [number, number] => Array.isArray(one) && typeof one[0] === 'number';
	if (ring.length < 4 || !isPoint(first) || !isPoint(last)) return ring;
	const isNear = Math.abs(first[0] - last[0]) < 1e-6 && Math.abs(first[1] - last[1]) < 1e-6;
	return isNear ? [...ring.slice(0, -1), first] : ring;
}

/** Degrees, longitude first: metres are converted, and a latitude that stands first in Denmark is put behind. */
function inDegrees(x: number, y: number, metres: string | undefined): [number, number] {
	if (metres) {
		const [lon = x, lat = y] = proj4(metres, 'WGS84', [x, y]);
		return [lon, lat];
	}
	return x > 54 && x < 58.5 && y > 7 && y < 16 ? [y, x] : [x, y];
}

function sound(boundary: Boundary): Read {
	const all = polygonsOf(boundary).flat(2);
	if (!all.every(([lon = 0, lat = 0]) => lon > 7 && lon < 16 && lat > 54 && lat < 58.5)) return { fault: 'far_away' };
	const plain = all.length > MOST_CORNERS ? simplified(boundary) : boundary;
	return kinks(plain).features.length > 0 ? { fault: 'crosses' } : { boundary: plain };
}

/** About a metre at first, then coarser until few enough corners are left. */
function simplified(boundary: Boundary): Boundary {
	for (let tolerance = 0.00001; ; tolerance *= 2) {
		const fewer = simplify(boundary, { tolerance, highQuality: false });
		if (polygonsOf(fewer).flat(2).length <= MOST_CORNERS || tolerance > 0.01) return fewer;
	}
}
