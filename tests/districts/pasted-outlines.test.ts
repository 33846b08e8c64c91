import { describe, expect, it } from 'vitest';
import { polygonsOf } from '#app/districts/boundary.ts';
import { outlineFrom } from '#app/districts/pasted-outline.server.ts';

// Outlines as people who make maps have them.

const PLACE = [
	[12.388, 55.66],
	[12.402, 55.66],
	[12.402, 55.668],
	[12.388, 55.668],
	[12.388, 55.66],
];
const polygon = (ring: unknown) => ({ type: 'Polygon', coordinates: [ring] });
const inCrs = (name: string, ring: unknown) => ({
	type: 'FeatureCollection',
	crs: { type: 'name', properties: { name } },
	features: [{ type: 'Feature', properties: { navn: 'Prøvepark' }, geometry: polygon(ring) }],
});
const read = (value: unknown) => outlineFrom(typeof value === 'string' ? value : JSON.stringify(value));
const firstPoint = (value: unknown) => {
	const answer = read(value);
	return 'boundary' in answer ? polygonsOf(answer.boundary)[0]?.[0]?.[0] : answer;
};

describe('a pasted outline', () => {
	it.each([
		['behind a mark of its encoding', `\uFEFF${JSON.stringify(polygon(PLACE))}`],
		['with heights', polygon(PLACE.map((point) => [...point, 12.5]))],
		['with its numbers as text', polygon(PLACE.map((point) => point.map(String)))],
		['that misses its end by a hair', polygon([...PLACE.slice(0, -1), [12.3880000001, 55.66]])],
		[
			'with latitude first',
			inCrs(
				'urn:ogc:def:crs:EPSG::4326',
				PLACE.map(([lon, lat]) => [lat, lon]),
			),
		],
	])('%s is taken', (_, value) => {
		expect(firstPoint(value)).toEqual([12.388, 55.66]);
	});

	it('in the metres of Danish maps is put into degrees', () => {
		const ring = [
			[711800, 6171700],
			[712680, 6171740],
			[712640, 6172630],
			[711760, 6172590],
			[711800, 6171700],
		];
		const [lon = 0, lat = 0] = firstPoint(inCrs('urn:ogc:def:crs:EPSG::25832', ring)) as number[];
		expect(lon).toBeCloseTo(12.37, 1);
		expect(lat).toBeCloseTo(55.65, 1);
	});

	it.each([
		['whose lines cross', polygon([PLACE[0], PLACE[2], PLACE[1], PLACE[3], PLACE[0]]), { fault: 'crosses' }],
		['far away', polygon(PLACE.map(([lon = 0, lat = 0]) => [lon + 40, lat - 40])), { fault: 'far_away' }],
		['in a system nobody knows', inCrs('EPSG:2154', PLACE), { fault: 'crs_unknown', detail: '2154' }],
		[
			'that is one of several',
			{ type: 'FeatureCollection', features: ['Nord', 'Syd'].map((navn) => ({ type: 'Feature', properties: { navn }, geometry: polygon(PLACE) })) },
			{ fault: 'several', detail: 'Nord, Syd' },
		],
		['that is a list of pairs', 'POLYGON ((12.388 55.660, 12.402 55.660))', { fault: 'not_json' }],
	])('%s is refused, and it is said why', (_, value, answer) => {
		expect(read(value)).toEqual(answer);
	});

	it('of ten thousand corners keeps two thousand at most', () => {
		const ring = Array.from({ length: 10_000 }, (_, at) => {
			const angle = (2 * Math.PI * (at % 9_999)) / 9_999;
			const radius = 0.05 + 0.01 * Math.sin(9 * angle);
			return [12.4 + radius * Math.cos(angle), 55.66 + radius * Math.sin(angle)];
		});
		const answer = read(polygon(ring));
		expect('boundary' in answer && polygonsOf(answer.boundary).flat(2).length).toBeLessThanOrEqual(2_000);
	});
});
