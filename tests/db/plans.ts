import Database from 'better-sqlite3';
import { vi } from 'vitest';

const memory = new Database(':memory:');
const STATEMENTS: Database.Statement = Object.getPrototypeOf(memory.prepare('select 1'));
memory.close();

/** The statements a deed sends, in their order; how a connection feels (`pragma`) is not counted. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
	const spies = [vi.spyOn(STATEMENTS, 'all'), vi.spyOn(STATEMENTS, 'get'), vi.spyOn(STATEMENTS, 'run')];
	await deed();
	const sent = spies.flatMap(({ mock }) => mock.contexts.map((statement, at) => ({ statement, order: mock.invocationCallOrder[at] ?? 0 })));
	for (const spy of spies) spy.mockRestore();
	return (
		sent
			.sort((a, b) => a.order - b.order)
			// Whose method it is: nothing else has these.
			.map(({ statement }) => (statement as Database.Statement).source)
			.filter((source) => !/^pragma/i.test(source))
	);
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
