import { setImmediate as breathe } from 'node:timers/promises';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Boundary } from '#app/districts/boundary.ts';
import type { Moves } from '#app/districts/moves.ts';
import { inBoundsOf, type Outline, outlines, smallestHolding } from '#app/districts/placing.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { sites } from '#db/schema/index.ts';
import { plus } from '#db/sql.server.ts';
import { refreshCompanies } from './derived.server.ts';
import { dateDistricts } from './rows.server.ts';

/** Sites looked at, or moved, before others have a turn. */
const AT_ONCE = 100;
/** Firms whose search entries are written before others have a turn: each costs a hundred times a look. */
const FIRMS_AT_ONCE = 20;

/**
 * After a district's outline changed: sites that follow their point go to the district that now holds it, firms and
 * sums with them. Answers how many sites changed district. Sites set by hand or by a file stay.
 */
export async function placeSitesAgain(tx: Db, districtId: string): Promise<number> {
	const shapes = await outlines(tx);
	const boundary = shapes.find(({ id }) => id === districtId)?.boundary ?? null;
	const other = (await placementsOf(tx, districtId, boundary, shapes)).filter(
		({ site, to, isDoubtful }) => to !== site.districtId || isDoubtful !== site.isDistrictDoubtful,
	);
	for (const some of inGroups(other)) await moveSites(tx, some);
	const moved = other.filter(({ site, to }) => to !== site.districtId);
	const districts = new Set<string | null>(moved.flatMap(({ site, to }) => [site.districtId, to]));
	const firms = [...new Set(moved.map(({ site }) => site.companyId))];
	for (let at = 0; at < firms.length; at += FIRMS_AT_ONCE) {
		for (const one of (await refreshCompanies(tx, firms.slice(at, at + FIRMS_AT_ONCE))) ?? []) districts.add(one);
		await breathe();
	}
	await recountDistricts(tx, districts);
	return moved.length;
}

/** Those that get the same answer together, so many at once. */
function inGroups(placements: readonly Placement[]): Placement[][] {
	const groups = new Map<string, Placement[]>();
	for (const one of placements) {
		const key = `${one.to} ${one.isDoubtful} ${one.to === one.site.districtId}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].flatMap((group) =>
		Array.from({ length: Math.ceil(group.length / AT_ONCE) }, (_, at) => group.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
	);
}

async function moveSites(tx: Db, some: readonly Placement[]) {
	const [first] = some;
	if (!first) return;
	const { to, isDoubtful, site } = first;
	const ids = some.map((one) => one.site.id);
	const source = to === null ? null : ('point' as const);
	await tx
		.update(sites)
		.set({ districtId: to, districtSource: source, isDistrictDoubtful: isDoubtful, version: plus(sites.version, 1), updatedAt: new Date() })
		.where(inArray(sites.id, ids));
	if (to !== site.districtId) await dateDistricts(tx, ids, to, source);
	// The only thing awaited here that is not the database: everybody else's pages.
	await breathe();
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
async function placementsOf(tx: Db, districtId: string, boundary: Boundary | null, shapes: readonly Outline[]): Promise<Placement[]> {
	const rows = await tx
		.select({
			id: sites.id,
			companyId: sites.companyId,
			districtId: sites.districtId,
			districtSource: sites.districtSource,
			isDistrictDoubtful: sites.isDistrictDoubtful,
			lat: sites.lat,
			lon: sites.lon,
		})
		.from(sites)
		.where(and(isNull(sites.archivedAt), or(eq(sites.districtId, districtId), inBoundsOf(boundary, sites))));
	const placements: Placement[] = [];
	for (const [at, site] of rows.entries()) {
		if (at % AT_ONCE === 0) await breathe();
		if (site.lat === null || site.lon === null || (site.districtSource !== 'point' && site.districtSource !== null)) continue;
		const placed = smallestHolding(shapes, site.lat, site.lon);
		placements.push({ site, to: placed?.districtId ?? null, isDoubtful: placed?.isDoubtful ?? false });
	}
	return placements;
}

interface Placement {
	site: Pick<typeof sites.$inferSelect, 'id' | 'companyId' | 'districtId' | 'isDistrictDoubtful'>;
	to: string | null;
	isDoubtful: boolean;
}
