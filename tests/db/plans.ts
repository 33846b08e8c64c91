import Database from 'better-sqlite3';
import { vi } from 'vitest';

/** The statements a deed prepares, in their order. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
	const prepared = vi.spyOn(Database.prototype, 'prepare');
	await deed();
	const statements = prepared.mock.calls.map(([source]) => source);
	prepared.mockRestore();
	return statements;
}

/** How SQLite would go about a statement, a line per step. */
export function planOf(statement: string): string {
	const connection = new Database(process.env.TEST_DATABASE_FILE ?? '', { readonly: true });
	const holes = statement.match(/\?/g)?.length ?? 0;
	const rows = connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...Array.from({ length: holes }, () => 1)) as Array<{ detail: string }>;
	connection.close();
	return rows.map(({ detail }) => detail).join('\n');
}

/** Tells the planner how the tables of the test's file are filled. */
export function analyze(): void {
	const connection = new Database(process.env.TEST_DATABASE_FILE ?? '');
	connection.exec('ANALYZE');
	connection.close();
}
