import { v7, validate, version } from 'uuid';

/** A new record's id: UUIDv7, sortable by the moment it was made, known before the row exists. */
export const newId = (): string => v7();

/** True for a UUIDv7 as `newId` makes them, small letters included (ids are ordered byte by byte); anything else in a URL or a form is a 404 or a 400. */
export const isId = (value: unknown): value is string =>
	typeof value === 'string' && validate(value) && version(value) === 7 && value === value.toLowerCase();
