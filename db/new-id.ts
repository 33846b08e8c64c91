import { v7, validate, version } from 'uuid';

/** A new record's id: UUIDv7, sortable by the moment it was made, known before the row exists. */
export const newId = (): string => v7();

/** The lowest id a record made at this moment or later can have: ids begin with the milliseconds they were made in. */
export function firstIdOf(moment: Date): string {
	const hex = moment.getTime().toString(16).padStart(12, '0');
	return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** True for a UUIDv7 as `newId` makes them, small letters included (ids are ordered byte by byte); anything else in a URL or a form is a 404 or a 400. */
export const isId = (value: unknown): value is string =>
	typeof value === 'string' && validate(value) && version(value) === 7 && value === value.toLowerCase();
