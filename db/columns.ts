import * as postgres from './columns.postgres.ts';
import * as sqlite from './columns.sqlite.ts';
import { engine } from './engine.ts';

// The one place where the schema chooses its engine. The types are SQLite's on both: PostgreSQL's
// columns answer with the same JavaScript values (Date, boolean, objects), see docs/decisions/0003.
const columns = engine === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite;

export const {
	bool,
	check,
	choice,
	day,
	decimal,
	id,
	index,
	instant,
	int,
	json,
	long,
	primaryKey,
	ref,
	sequence,
	sortText,
	table,
	text,
	uniqueIndex,
} = columns;
