import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { knowledgeShareOf, profileOf } from '#app/companies/district-profile.server.ts';
import { divisionBars, sizeBars } from '#app/companies/profile-bars.ts';
import { companyFor, siteFor } from '#app/companies/queries.server.ts';
import { movesOf, placeSitesAgain } from '#app/companies/replacing.server.ts';
import { openSite, reviseSite } from '#app/companies/site-commands.server.ts';
import type { SiteInput } from '#app/companies/site-form.server.ts';
import { boundaryFrom } from '#app/districts/boundary.ts';
import { createDistrict, reviseDistrict } from '#app/districts/commands.server.ts';
import type { DistrictInput } from '#app/districts/district-form.server.ts';
import { drawingOf } from '#app/districts/outline.ts';
import { districtAt } from '#app/districts/placing.server.ts';
import { districtFor, districtsWithSums } from '#app/districts/queries.server.ts';
import { counted } from '#app/districts/summary.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { districtSummaries, siteDistricts } from '#db/schema/index.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const square = (west: number, south: number, east: number, north: number) => ({
	type: 'Polygon' as const,
	coordinates: [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south],
		],
	],
});
const typed = (given: Partial<DistrictInput> & { name: string }): DistrictInput => ({
	id: newId(),
	identity: null,
	targetDivisions: [],
	responsibleId: null,
	colour: 'blue',
	boundary: null,
	boundaryNote: null,
	...given,
});

describe('a district', () => {
	it('gets a slug from its name, each its own, and never the address of the form', async () => {
		const slugs: string[] = [];
		for (const name of ['Hvissinge/Tavleholm Nord', 'Hvissinge Tavleholm Nord', 'New', '!!!'])
			slugs.push((await createDistrict(world.adam, typed({ name }), placeSitesAgain)).slug);
		expect(slugs).toEqual(['hvissinge-tavleholm-nord', 'hvissinge-tavleholm-nord-2', 'new-1', 'district']);
	});

	it('is one of twenty equal posts', async () => {
		const input = typed({ name: 'Tyve Gange' });
		const answers = await Promise.all(Array.from({ length: 20 }, () => createDistrict(world.adam, input, placeSitesAgain)));
		expect(new Set(answers.map(({ slug }) => slug))).toEqual(new Set(['tyve-gange']));
	});

	it('is created by Adam only, and not revised by Lene', async () => {
		for (const as of [world.anna, world.bo, world.lene])
			await expect(createDistrict(as, typed({ name: 'Nej' }), placeSitesAgain)).rejects.toMatchObject({ init: { status: 403 } });
		await expect(reviseDistrict(world.lene, typed({ name: 'Nej' }), placeSitesAgain)).rejects.toMatchObject({ init: { status: 403 } });
	});

	it('moves the sites that follow their point when its outline grows, and leaves the others', async () => {
		const follower = await make.company({ name: 'Følger', site: { lat: 55.7, lon: 12.3, districtSource: 'point' } });
		const fixed = await make.company({ name: 'Fast', site: { lat: 55.7, lon: 12.3, districtId: world.ejby.id, districtSource: 'manual' } });
		const input = typed({ name: 'Nordvest', boundary: square(12.29, 55.69, 12.31, 55.71) });
		expect(await movesOf(input.id, input.boundary)).toEqual({ into: 1, out: 0 });
		await createDistrict(world.adam, input, placeSitesAgain);
		expect((await siteFor(world.anna, follower.siteId)).districtId).toBe(input.id);
		expect((await companyFor(world.anna, follower.id)).districtId).toBe(input.id);
		expect((await siteFor(world.anna, fixed.siteId)).districtId).toBe(world.ejby.id);
		expect(await db.$count(siteDistricts, eq(siteDistricts.siteId, follower.siteId))).toBe(1);

		const shrunk = { ...input, version: 1, boundary: square(12.29, 55.69, 12.295, 55.71) };
		expect(await movesOf(input.id, shrunk.boundary)).toEqual({ into: 0, out: 1 });
		expect(await reviseDistrict(world.adam, shrunk, placeSitesAgain)).toMatchObject({ kind: 'saved', moved: 1 });
		expect((await siteFor(world.anna, follower.siteId)).districtId).toBeNull();
		expect(await reviseDistrict(world.adam, { ...shrunk, name: 'Andet' }, placeSitesAgain)).toMatchObject({
			kind: 'conflict',
			edition: { version: 2 },
		});
	});

	it('wins a point over a larger one that overlaps it, and the answer is doubtful', async () => {
		const small = typed({ name: 'Lille', boundary: square(12.5, 55.5, 12.51, 55.51) });
		await createDistrict(world.adam, typed({ name: 'Stor', boundary: square(12.49, 55.49, 12.53, 55.53) }), placeSitesAgain);
		await createDistrict(world.adam, small, placeSitesAgain);
		expect(await districtAt(db, 55.505, 12.505)).toEqual({ districtId: small.id, isDoubtful: true });
		expect(await districtAt(db, 55.525, 12.525)).toMatchObject({ isDoubtful: false });
		expect(await districtAt(db, 10, 10)).toBeNull();
	});
});

describe('the bars of a district', () => {
	it('open lists whose count equals the number', async () => {
		const divisions = ['10', '25', '25', '41', '43', '46', '47', '49', '56', '62', '71', null];
		for (const [at, division] of divisions.entries()) {
			const status = (['active', 'distress', 'ceased'] as const)[at % 3];
			await make.company({
				name: `Søjle ${at}`,
				division,
				statusGroup: status,
				sizeRank: (at % 4) - 1,
				site: { address: `Søjlevej ${at}`, districtId: world.kirkebjerg.id },
			});
		}
		const profile = await profileOf(world.anna, world.kirkebjerg.id);
		const bars = [...divisionBars('kirkebjerg', profile.divisions, new Map()), ...sizeBars('kirkebjerg', profile.sizes)];
		for (const bar of bars) {
			const page = await listed(world.anna, companyList, new URL(bar.to, 'http://localhost').searchParams);
			expect(page.total, bar.to).toBe(bar.value);
		}
		const sum = (some: ReadonlyArray<readonly [unknown, number]>) => some.reduce((total, [, firms]) => total + firms, 0);
		const { companies } = await districtFor(world.anna, 'kirkebjerg');
		expect([sum(profile.divisions), sum(profile.sizes)]).toEqual([companies, companies]);
	});

	it('tell knowledge-intensive sites apart and count the unknown beside them', async () => {
		const input = typed({ name: 'Videnspark' });
		await createDistrict(world.adam, input, placeSitesAgain);
		const at = (given: object) =>
			make.company({ name: 'Videnfirma', ...given, site: { address: `${Math.random()}`, districtId: input.id, headcount: 10 } });
		await at({ division: '62' });
		await at({ division: '56' });
		await at({ division: '56', knowledgeOverride: 'yes' });
		await at({ division: null });
		await at({ division: '62', formCode: '250' });
		expect(await knowledgeShareOf(world.anna, input.id)).toEqual({ sites: 2, heads: 20, knownSites: 3, knownHeads: 30, unknownSites: 1 });
	});
});

describe('the sums of districts', () => {
	it('equal a recount after any edits of sites', async () => {
		const ids = Array.from({ length: 4 }, () => newId());
		const site = (id: string, at: number): SiteInput => ({
			id,
			name: `Regnested ${at}`,
			pNumber: `10770000${10 + at}`,
			address: `Regnevej ${at}`,
			postalCode: '2600',
			city: null,
			point: null,
			district: undefined,
			headcount: null,
			headcountOn: null,
			headcountSource: null,
			isMain: false,
			isProtected: false,
			startedOn: null,
			ceasedOn: null,
		});
		for (const [at, id] of ids.entries()) await openSite(world.anna, world.demolund.id, site(id, at));
		const place = fc.constantFrom({ lat: 55.68, lon: 12.4 }, { lat: 55.68, lon: 12.42 }, null);
		const edit = fc.record({
			at: fc.nat(3),
			point: place,
			headcount: fc.option(fc.nat(500)),
			ceasedOn: fc.option(fc.constant('2026-10-01')),
			isMain: fc.boolean(),
			district: fc.constantFrom(undefined, 'none', world.ejby.id),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
				for (const { at, ...change } of edits) {
					const id = ids[at] ?? '';
					const { version } = await siteFor(world.anna, id);
					// An edit drawn twice in a row changes nothing the second time.
					const { kind } = await reviseSite(world.anna, { ...site(id, at), ...change, version });
					expect(['saved', 'unchanged']).toContain(kind);
				}
				for (const district of await districtsWithSums(world.anna)) {
					const [row] = await db.select().from(districtSummaries).where(eq(districtSummaries.districtId, district.id));
					if (row) expect({ companies: row.companies, sites: row.sites, headcount: row.headcount }).toEqual(await counted(db, district.id));
				}
			}),
			{ numRuns: 15 },
		);
	});
});

describe('a pasted outline', () => {
	const polygon = square(12, 55, 13, 56);
	it.each([
		[polygon, 'Polygon'],
		[{ type: 'Feature', properties: {}, geometry: polygon }, 'Polygon'],
		[
			{
				type: 'FeatureCollection',
				features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [polygon.coordinates, polygon.coordinates] } }],
			},
			'MultiPolygon',
		],
	])('is understood (%#)', (value, type) => {
		const read = boundaryFrom(JSON.stringify(value));
		expect('boundary' in read && read.boundary.type).toBe(type);
	});

	it.each([
		['{', 'not_json'],
		['null', 'not_polygon'],
		['{"type":"Point","coordinates":[1,2]}', 'not_polygon'],
		['{"type":"Polygon","coordinates":[[["a",2]]]}', 'not_polygon'],
		[JSON.stringify({ type: 'FeatureCollection', features: [{}, {}] }), 'several'],
		[JSON.stringify({ type: 'Polygon', coordinates: [polygon.coordinates[0]?.slice(0, 4)] }), 'open_ring'],
		[JSON.stringify(square(12, 55, 13, 95)), 'out_of_range'],
		[JSON.stringify({ type: 'Polygon', coordinates: [Array.from({ length: 20_001 }, () => [1, 1])] }), 'too_many_points'],
	])('%s is refused', (text, fault) => expect(boundaryFrom(text)).toEqual({ fault }));

	it('never throws', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(boundaryFrom(text)).toBeDefined();
			}),
		);
	});

	it('is drawn within its picture, north up', () => {
		const drawing = drawingOf(
			polygon,
			[],
			[
				{ id: 'a', label: 'Nord', lat: 55.9, lon: 12.5 },
				{ id: 'b', label: 'Syd', lat: 55.1, lon: 12.5 },
			],
		);
		const [north, south] = drawing.points;
		expect(north?.y ?? 0).toBeLessThan(south?.y ?? 0);
		for (const { x, y } of drawing.points) {
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(drawing.width);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(drawing.height);
		}
		expect(drawing.path).toMatch(/^M[\d. L]+Z$/);
	});
});
