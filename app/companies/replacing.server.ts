import { and, eq, isNull, or } from 'drizzle-orm';
import type { Boundary } from '#app/districts/boundary.ts';
import type { Moves } from '#app/districts/moves.ts';
import { inBoundsOf, type Outline, outlines, smallestHolding } from '#app/districts/placing.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { sites } from '#db/schema/index.ts';
import { refreshCompany } from './derived.server.ts';
import { dateDistrict } from './rows.server.ts';

/**
 * After a district's outline changed: sites that follow their point go to the district that now holds it, firms and
 * sums with them. Answers how many sites changed district. Sites set by hand or by a file stay.
 */
export async function placeSitesAgain(tx: Db, districtId: string): Promise<number> {
	const shapes = await outlines(tx);
	const boundary = shapes.find(({ id }) => id === districtId)?.boundary ?? null;
	const former = new Map<string, Set<string | null>>();
	let moved = 0;
	for (const { site, to, isDoubtful } of await placementsOf(tx, districtId, boundary, shapes)) {
		const isMove = to !== site.districtId;
		if (!isMove && isDoubtful === site.isDistrictDoubtful) continue;
		await tx
			.update(sites)
			.set({
				districtId: to,
				districtSource: to === null ? null : 'point',
				isDistrictDoubtful: isDoubtful,
				version: site.version + 1,
				updatedAt: new Date(),
			})
			.where(eq(sites.id, site.id));
		if (!isMove) continue;
		moved += 1;
		await dateDistrict(tx, site.id, to, to === null ? null : 'point');
		former.set(site.companyId, (former.get(site.companyId) ?? new Set()).add(site.districtId));
	}
	for (const [companyId, districts] of former) await refreshCompany(tx, companyId, districts);
	return moved;
}

/** How many sites a new outline would bring into a district and take out of it; nothing is written. */
export async function movesOf(districtId: string, boundary: Boundary | null): Promise<Moves> {
	const shapes = (await outlines(db)).filter(({ id }) => id !== districtId);
	if (boundary) shapes.push({ id: districtId, boundary });
	const moves = (await placementsOf(db, districtId, boundary, shapes)).filter(({ site, to }) => to !== site.districtId);
	return {
		into: moves.filter(({ to }) => to === districtId).length,
		out: moves.filter(({ site }) => site.districtId === districtId).length,
	};
}

/** Where each site that the outline can concern belongs: those inside its bounding box, and those in the district now. */
async function placementsOf(tx: Db, districtId: string, boundary: Boundary | null, shapes: readonly Outline[]) {
	const rows = await tx
		.select({
			id: sites.id,
			version: sites.version,
			companyId: sites.companyId,
			districtId: sites.districtId,
			districtSource: sites.districtSource,
			isDistrictDoubtful: sites.isDistrictDoubtful,
			lat: sites.lat,
			lon: sites.lon,
		})
		.from(sites)
		.where(and(isNull(sites.archivedAt), or(eq(sites.districtId, districtId), inBoundsOf(boundary, sites))));
	return rows.flatMap((site) => {
		if (site.lat === null || site.lon === null || (site.districtSource !== 'point' && site.districtSource !== null)) return [];
		const placed = smallestHolding(shapes, site.lat, site.lon);
		return [{ site, to: placed?.districtId ?? null, isDoubtful: placed?.isDoubtful ?? false }];
	});
}
