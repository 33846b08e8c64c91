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
		for (const row of await db.select().from(table as typeof schema.companies)) lines.push(`${name} ${JSON.stringify(row)}`);
	}
	return lines.sort();
}
