import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Column<Data, NotNull extends boolean> = AnySQLiteColumn<{ data: Data; notNull: NotNull }>;

export type KeyedTable = SQLiteTable & { id: Column<string, true> };
/** A table of rows that are edited under a version. */
export type EditedTable = KeyedTable & { version: Column<number, true>; updatedAt: Column<Date, true> };
/** … and put away. */
export type RowTable = EditedTable & { archivedAt: Column<Date, false> };
