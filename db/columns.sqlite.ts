import { check, customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** SQLite's column set: the reference for types; `columns.postgres.ts` offers the same names. */
export const table = sqliteTable;
/** Primary key, a UUIDv7 made before the row is (see `new-id.ts`). */
export const id = () => text().primaryKey();
/** A foreign key or a plain reference by id. */
export const ref = () => text();
export const bool = () => integer({ mode: 'boolean' });
/** A moment: `Date` in code, milliseconds since 1970 UTC in the file. */
export const instant = () => integer({ mode: 'timestamp_ms' });
/** A calendar day, `YYYY-MM-DD`, in the municipality's time zone. */
export const day = () => text();
export const int = () => integer();
/** A whole number beyond 32 bits; exact up to 2^53. */
export const long = () => integer();
export const decimal = () => real();
/** A counter the database hands out. */
export const sequence = () => integer().primaryKey({ autoIncrement: true });
export const json = <T>() => text({ mode: 'json' }).$type<T>();
/** One word of a closed list from `vocabulary.ts`. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) => text({ enum: values });
/** Text that lists are ordered by: compared byte by byte on both engines. */
export const sortText = customType<{ data: string; driverData: string }>({ dataType: () => 'text' });
export { check, index, primaryKey, text, uniqueIndex };
