/** A place on the map in WGS 84 degrees. */
export interface Point {
	lat: number;
	lon: number;
}

/**
 * "55.6795, 12.3902" as a map copies it, or with decimal commas "55,6795 12,3902", → a point; null for anything
 * that is not exactly two numbers within the globe's bounds.
 */
export function pointFrom(typed: string): Point | null {
	if (!/^[\d\s.,;°+-]+$/.test(typed)) return null;
	const [lat, lon, ...more] = (typed.match(/-?\d{1,3}(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(',', '.')));
	if (lat === undefined || lon === undefined || more.length > 0) return null;
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** A point as it is typed and pasted. */
export const formatPoint = ({ lat, lon }: Point): string => `${lat}, ${lon}`;
