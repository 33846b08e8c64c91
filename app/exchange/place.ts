import proj4 from 'proj4';
import type { Point } from './values.ts';

// Addresses and points as files write them.

/** ETRS89 / UTM zone 32N (EPSG:25832): metres, what Danish registers measure in. */
const UTM32 = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';

const isWithin = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;
const DEGREES = { lat: [54.3, 58], lon: [7.5, 15.5] } as const;
const METRES = { north: [6_000_000, 6_450_000], east: [400_000, 950_000] } as const;

const isDanish = (lat: number, lon: number) => isWithin(lat, DEGREES.lat) && isWithin(lon, DEGREES.lon);

/** What was made of a pair of coordinates, in whatever columns they stood. */
export type Located = { is: 'nowhere' } | { is: 'invalid' } | { is: 'here' | 'swapped' | 'abroad'; point: Point };

/** Degrees or metres, either order, → degrees. 0;0 is no place; degrees off Denmark stay, and are told of. */
export function located(lat: number, lon: number): Located {
	if (lat === 0 && lon === 0) return { is: 'nowhere' };
	if (isDanish(lat, lon)) return { is: 'here', point: { lat, lon } };
	if (isDanish(lon, lat)) return { is: 'swapped', point: { lat: lon, lon: lat } };
	for (const [north, east] of [
		[lat, lon],
		[lon, lat],
	] as const) {
		if (isWithin(north, METRES.north) && isWithin(east, METRES.east)) return { is: 'here', point: fromMetres(east, north) };
	}
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { is: 'abroad', point: { lat, lon } } : { is: 'invalid' };
}

function fromMetres(east: number, north: number): Point {
	const [lon, lat] = proj4(UTM32, 'WGS84', [east, north]);
	const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
	return { lat: rounded(lat), lon: rounded(lon) };
}

const FLOOR_AND_DOOR =
	/^(.*?\p{L}.*?\s\d+\s?\p{Lu}?(?:\s?-\s?\d+\s?\p{Lu}?)?)[,\s]+(st|kld?|kælder|stuen?|parterre|\d{1,2})(?:(\.?\s*sal)|(\.))?(?:[,.\s]+(tv|th|mf|dør \w{1,4}|\d{1,4}))?\.?$/iu;

/** "Hovedgaden 10 1. sal tv", "Hovedgaden 10, 1.tv." → "Hovedgaden 10, 1. tv", as the address register writes it. */
export function addressAsRegistered(address: string): string {
	const line = address
		.replace(/\s+/g, ' ')
		.replace(/[\s,;.]+$/, (end) => (end.includes('.') ? '.' : ''))
		.trim();
	const [, place, floor = '', sal, dot, door] = line.match(FLOOR_AND_DOOR) ?? [];
	// "Vej 10 2" may be anything: a floor says so.
	if (!place || (/^\d/.test(floor) && !sal && !dot && !/^(?:tv|th|mf)$/i.test(door ?? ''))) return withLetter(line);
	const level = /^st/i.test(floor) || /^part/i.test(floor) ? 'st.' : /^k/i.test(floor) ? 'kl.' : `${Number(floor)}.`;
	return `${withLetter(place)}, ${[level, door?.toLowerCase().replace(/^dør /, '')].filter(Boolean).join(' ')}`;
}

/** "Vej 14 A" → "Vej 14A". */
const withLetter = (line: string) => line.replace(/^(\p{L}.*?\s\d+)\s(\p{Lu})(?=$|,|\s?-)/u, '$1$2');

export interface Postal {
	postalCode: string;
	city: string;
}

/** "DK-2600 Glostrup" → 2600, Glostrup; null for anything else. */
export function postalFrom(text: string): Postal | null {
	const [, code, city] = text.trim().match(/^(?:DK\s?[-–]?\s?)?(\d{3,4})[\s,]+(\p{L}.*)$/iu) ?? [];
	return code && city ? { postalCode: code.padStart(4, '0'), city: city.trim() } : null;
}

/** "Nordvej 7, 7500 Holstebro" → the line without its end, and the end. */
export function splitAddress(address: string): { line: string; postal: Postal | null } {
	const [, line, code, city] =
		address.match(/^(.*?\d.*?),?\s+(?:DK\s?[-–]?\s?)?(\d{4}|\d\d \d\d)\s+(\p{L}[^,\d]*)(?:,\s*(?:Danmark|Denmark))?$/iu) ?? [];
	if (line === undefined || code === undefined || city === undefined || line.trim() === '') return { line: address, postal: null };
	return { line: line.replace(/,\s*$/, '').trim(), postal: { postalCode: code.replace(' ', ''), city: city.trim() } };
}
