import { getTableName, isTable } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import * as schema from '#db/schema/index.ts';

/** Every row of every table but the audit chain, the imports themselves and the counters of search ids (which only rise), as text lines in a fixed order. */
export async function dump(): Promise<string[]> {
	const lines: string[] = [];
	for (const table of Object.values(schema)) {
		if (!isTable(table)) continue;
		const name = getTableName(table);
		if (/^(activity|import|search_counters)/.test(name)) continue;
		for (const { id, ...row } of await db.select().from(table as typeof schema.companies)) {
			// The mark of the rows held in memory follows every write.
			if (name === 'settings' && 'key' in row && row.key === 'seldomVersion') continue;
			// A record that left the search index and came back has another number there.
			lines.push(`${name} ${JSON.stringify(name === 'search_entries' ? row : { id, ...row })}`);
		}
	}
	return lines.sort();
}
