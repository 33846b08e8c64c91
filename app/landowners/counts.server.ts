import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { countTo } from '#db/sql.server.ts';
import { ownedOn } from './open.server.ts';

/** Owners of land in a district today; at most one more than `cap`. */
export const ownersIn = (viewer: Viewer, districtId: string, cap: number): Promise<number> =>
	countTo(
		db
			.selectDistinct({ id: landowners.id })
			.from(properties)
			.innerJoin(ownerships, eq(ownerships.propertyId, properties.id))
			.innerJoin(landowners, eq(landowners.id, ownerships.landownerId))
			.where(and(eq(properties.districtId, districtId), ownedOn(), within(viewer, 'landowners'))),
		cap,
	);
