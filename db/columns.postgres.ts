import {
	bigint,
	boolean,
	check,
	customType,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	serial,
	text,
	timestamp,
	uniqueIndex,
} from 'drizzle-orm/pg-core';

/** PostgreSQL's column set under the names of `columns.sqlite.ts`. */
export const table = pgTable;
export const id = () => text().primaryKey();
export const ref = () => text();
export const bool = () => boolean();
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
export const day = () => date({ mode: 'string' });
export const int = () => integer();
export const long = () => bigint({ mode: 'number' });
export const decimal = () => doublePrecision();
export const sequence = () => serial().primaryKey();
export const json = <T>() => jsonb().$type<T>();
export const choice = <const T extends readonly [string, ...string[]]>(values: T) => text({ enum: values });
export const sortText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });
export { check, index, primaryKey, text, uniqueIndex };
