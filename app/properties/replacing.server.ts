import { setImmediate as breathe } from 'node:timers/promises';
import { and, eq, isNull, or } from 'drizzle-orm';
import { placeSitesAgain } from '#app/companies/replacing.server.ts';
import { inBoundsOf, outlines, smallestHolding } from '#app/districts/placing.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { properties } from '#db/schema/index.ts';

/** After a district's outline changed: sites and properties that follow their point go where it now lies. Answers how many sites moved. */
export async function placeAgain(tx: Db, districtId: string): Promise<number> {
	await placePropertiesAgain(tx, districtId);
	return placeSitesAgain(tx, districtId);
}

/** Properties the outline can concern: those inside its bounding box, and those in the district now. Set by hand or by a file they stay. */
async function placePropertiesAgain(tx: Db, districtId: string): Promise<void> {
	const shapes = await outlines(tx);
	const boundary = shapes.find(({ id }) => id === districtId)?.boundary ?? null;
	const rows = await tx
		.select({
			id: properties.id,
			version: properties.version,
			districtId: properties.districtId,
			districtSource: properties.districtSource,
			lat: properties.lat,
			lon: properties.lon,
		})
		.from(properties)
		.where(and(isNull(properties.archivedAt), or(eq(properties.districtId, districtId), inBoundsOf(boundary, properties))));
	for (const [at, { id, version, lat, lon, ...stands }] of rows.entries()) {
		if (at % 100 === 0) await breathe();
		if (lat === null || lon === null || (stands.districtSource !== 'point' && stands.districtSource !== null)) continue;
		const to = smallestHolding(shapes, lat, lon)?.districtId ?? null;
		if (to === stands.districtId) continue;
		await tx
			.update(properties)
			.set({ districtId: to, districtSource: to === null ? null : 'point', version: version + 1, updatedAt: new Date() })
			.where(eq(properties.id, id));
		await refreshFindable(tx, { kind: 'property', id });
	}
}
