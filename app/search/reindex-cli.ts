import { report } from '#db/cli/report.ts';
import { closeDatabase } from '#db/client.server.ts';
import { reindex } from './reindex.server.ts';

// `npm run db:reindex`: makes the search index and the timelines anew from the records; the server may run meanwhile.
await report(async () => {
	const { entries, talks } = await reindex();
	await closeDatabase();
	return `Found again: ${entries} entries of the search, timelines of ${talks} talks.`;
});
