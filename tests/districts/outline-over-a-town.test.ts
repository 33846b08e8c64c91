import { setImmediate as turn } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { refreshCompanies } from '#app/companies/derived.server.ts';
import { insertCompanies, insertSites } from '#app/companies/rows.server.ts';
import { reviseDistrict } from '#app/districts/commands.server.ts';
import { counted } from '#app/districts/summary.server.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { districtSummaries, districts, siteDistricts, sites } from '#db/schema/index.ts';
import { rounds } from '#tests/rounds.ts';
import { buildWorld, type World } from '#tests/world.ts';

// An outline drawn over a whole town moves every firm in it, while everybody else works on.

const MANY = rounds(1_000, 5_000);
const CORNERS = rounds(2_000, 10_000);
const BY_HAND = { source: 'manual', on: '2026-01-01' } as const;
let world: World;

beforeAll(async () => {
	world = await buildWorld();
	const news = Array.from({ length: MANY }, (_, at) => ({ id: newId(), site: newId(), at }));
	for (let from = 0; from < MANY; from += 200)
		await write(async (tx) => {
			const some = news.slice(from, from + 200);
			await insertCompanies(
				tx,
				some.map(({ id, at }) => ({ id, name: `Byprøven ${at} ApS` })),
				BY_HAND,
			);
			const placed = { districtId: null, districtSource: null, isDistrictDoubtful: false };
			await insertSites(
				tx,
				some.map(({ id, site, at }) => ({
					site: { id: site, companyId: id, name: `Byprøven ${at} ApS`, isMain: true, lat: 56.1 + (at % 97) / 2_000, lon: 10.1 + (at % 89) / 2_000 },
					placed,
				})),
				BY_HAND,
			);
			await refreshCompanies(
				tx,
				some.map(({ id }) => id),
			);
		});
}, 120_000);

const ring = Array.from({ length: CORNERS }, (_, at) => {
	const angle = (2 * Math.PI * at) / (CORNERS - 1);
	return at === CORNERS - 1 ? [10.2, 56.12] : [10.12 + 0.08 * Math.cos(angle), 56.12 + 0.08 * Math.sin(angle)];
});

it('moves every firm of a town into a district and back, and no turn of others waits half a second', async () => {
	const read = async () => (await db.select().from(districts).where(eq(districts.id, world.ejby.id)))[0];
	const before = await read();
	if (!before) throw new Error('no district');
	let longest = 0;
	let isDone = false;
	const others = (async () => {
		for (let last = performance.now(); !isDone; ) {
			await turn();
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		}
	})();
	const redraw = async (boundary: typeof before.boundary) => {
		const now = (await read()) ?? before;
		const { name, identity, targetDivisions, responsibleId, colour, boundaryNote, id, version } = now;
		return reviseDistrict(
			world.adam,
			{ id, version, name, identity, targetDivisions, responsibleId, colour, boundaryNote, boundary, confirm: undefined },
			placeAgain,
		);
	};
	expect((await redraw({ type: 'Polygon', coordinates: [ring] })).moved).toBeGreaterThanOrEqual(MANY);
	const [sum] = await db.select().from(districtSummaries).where(eq(districtSummaries.districtId, world.ejby.id));
	expect(sum).toMatchObject(await counted(db, world.ejby.id));
	expect(sum?.sites).toBeGreaterThanOrEqual(MANY);
	const moved = await db.select({ id: sites.id }).from(sites).where(eq(sites.districtId, world.ejby.id)).limit(50);
	const lines = await db
		.select()
		.from(siteDistricts)
		.where(
			inArray(
				siteDistricts.siteId,
				moved.map(({ id }) => id),
			),
		);
	expect(lines.filter(({ toOn }) => toOn === null).every(({ districtId }) => districtId === world.ejby.id)).toBe(true);
	expect((await redraw(before.boundary)).moved).toBeGreaterThanOrEqual(MANY);
	isDone = true;
	await others;
	expect(longest).toBeLessThan(500);
}, 120_000);
