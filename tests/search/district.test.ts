import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { loader as hitsRoute } from '#app/search/routes/hits.ts';
import { loader as searchRoute } from '#app/search/routes/search.tsx';
import { write } from '#db/client.server.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { fileOf, followUpOf, issueOf, talkAbout } from './small-town.ts';

// The same word planted in two districts, of every kind there is.

let world: World;
let secrets: string[];
beforeAll(async () => {
	world = await buildWorld();
	const { anna, ejby, kirkebjerg } = world;
	for (const district of [ejby, kirkebjerg]) {
		const firm = await make.company({ name: `Tvilling ${district.slug}`, districtId: district.id, site: { districtId: district.id } });
		const owner = await make.landowner({ name: `Tvillingejer ${district.slug}` });
		await make.property({ name: `Tvillinggrund ${district.slug}`, districtId: district.id, owners: [owner] });
		await make.contact({ name: `Tvilling Hansen ${district.slug}`, role: { companyId: firm.id } });
		const talk = await talkAbout(anna, { companyId: firm.id, districtId: district.id, note: `Om tvillingen i ${district.slug}` });
		await followUpOf(anna, `Tvillingopgave i ${district.slug}`, { companyId: firm.id });
		await issueOf(anna, `Tvillingproblem i ${district.slug}`, { companyId: firm.id });
		await fileOf(anna, talk, `tvilling ${district.slug}.pdf`);
		await write((tx) => refreshFindable(tx, { kind: 'company', id: firm.id }));
	}
	const secret = await talkAbout(anna, {
		...{ companyId: world.demolund.id, note: 'Sælger til tvillingen: hemmelig kajplads', confidentiality: 'confidential' as const },
		confidentialityReason: 'business_secret' as const,
	});
	secrets = [
		secret,
		await followUpOf(anna, 'Hemmelig opgave om kajplads', { dialogueId: secret }),
		await fileOf(anna, secret, 'hemmelig kajplads.pdf'),
	];
});

interface Answer {
	kinds: Array<{ kind: string; count: number; hits: Array<{ id: string; title: Array<{ text: string }>; detail: string }> }> | null;
}
const ask = async (as: Viewer, params: Record<string, string>) => call(searchRoute, { as, url: `/search?${new URLSearchParams(params)}` });
async function kindsFound(as: Viewer, params: Record<string, string>) {
	const { kinds } = (await ask(as, params)).data as Answer;
	return (kinds ?? []).map(({ kind, count }) => `${kind} ${count}`);
}
const ofEach = (count: number) =>
	['company', 'contact', 'landowner', 'property', 'dialogue', 'issue', 'followUp', 'attachment'].map((kind) => `${kind} ${count}`);
const withoutSites = (kinds: string[]) => kinds.filter((kind) => !kind.startsWith('site'));

describe('a search in one district', () => {
	it('finds of every kind what lies there or concerns it, counts and all', async () => {
		expect(withoutSites(await kindsFound(world.bo, { q: 'tvilling' }))).toEqual(ofEach(2));
		for (const district of [world.ejby, world.kirkebjerg])
			expect(withoutSites(await kindsFound(world.bo, { q: 'tvilling', district: district.slug }))).toEqual(ofEach(1));
	});

	it('in its parts inside names, and by number, too', async () => {
		expect(await kindsFound(world.bo, { q: 'villinggrund', district: world.ejby.slug })).toEqual(['property 1']);
		expect(await kindsFound(world.bo, { q: world.ejby.slug, district: world.ejby.slug, kind: 'company' })).toContain('company 1');
	});

	it('shows an administrator no talk there either', async () => {
		expect(await kindsFound(world.adam, { q: 'tvillingen', district: world.ejby.slug })).toEqual([]);
	});

	test.each(['nowhere', "' or 1=1 --", '\0', '%', 'x'.repeat(500)])('a district called %j narrows nothing', async (district) => {
		expect(withoutSites(await kindsFound(world.bo, { q: 'tvilling', district }))).toEqual(ofEach(2));
	});
});

describe('whatever is asked, of whatever kind and wherever', () => {
	const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
	const word = fc.constantFrom('hemmelig', 'kajplads', 'kaj', 'tvill', '"', '*', ' OR ', "'", ':', '(', '-', '\0', 'å', '\u0301');
	const typed = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ unit: 'grapheme', maxLength: 30 }),
		fc.array(fc.oneof(word, half, fc.string({ maxLength: 3 })), { maxLength: 6 }).map((parts) => parts.join('')),
	);

	it('search and palette answer, and find nothing the asker may not open', async () => {
		const params = fc.record({
			q: typed,
			district: fc.oneof(fc.constantFrom('', world.ejby.slug), typed),
			kind: fc.constantFrom('', 'dialogue', 'x'),
			shown: typed,
		});
		const people = fc.constantFrom('bo' as const, 'siri' as const, 'adam' as const);
		await fc.assert(
			fc.asyncProperty(params, people, async (asked, person) => {
				const page = await ask(world[person], asked);
				const palette = await call(hitsRoute, { as: world[person], url: `/search/hits?${new URLSearchParams({ q: asked.q })}` });
				expect(page.status).toBeLessThan(500);
				expect(palette.status).toBe(200);
				for (const id of secrets) expect(JSON.stringify([page.data, page.location, palette.data])).not.toContain(id);
			}),
			{ numRuns: 80 },
		);
	}, 60_000);

	it('the author of the secrets finds them, so that the above says something', async () => {
		expect(await kindsFound(world.anna, { q: 'hemmelig kajplads' })).toEqual(['dialogue 1', 'followUp 1', 'attachment 1']);
	});
});
