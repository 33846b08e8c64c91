import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { properties } from '#db/schema/index.ts';
import { countTo } from '#db/sql.server.ts';

/** Properties in a district; at most one more than `cap`. */
export const propertiesIn = (viewer: Viewer, districtId: string, cap: number): Promise<number> =>
	countTo(
		db
			.select({ id: properties.id })
			.from(properties)
			.where(and(eq(properties.districtId, districtId), within(viewer, 'properties'))),
		cap,
	);
