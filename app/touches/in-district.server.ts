import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { timelineEntries } from '#db/schema/index.ts';

/** Talks of the district's timeline. */
export const talksIn = (districtId: string) =>
	db
		.select({ id: timelineEntries.recordId })
		.from(timelineEntries)
		.where(and(eq(timelineEntries.scopeKind, 'district'), eq(timelineEntries.scopeId, districtId)));
