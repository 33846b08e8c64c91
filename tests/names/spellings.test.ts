import { beforeAll, describe, expect, it, test } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { companyHits } from '#app/companies/hits.server.ts';
import { lookAlikesOf } from '#app/companies/look-alikes.server.ts';
import { contactList } from '#app/contacts/contact-list.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { firmTyped } from '#app/subjects/firms.server.ts';
import { fold, nameKey, sortName } from '#db/fold.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// A name as it stands in the register, and how people type the same name.
const SPELT: ReadonlyArray<readonly [stored: string, ...typed: string[]]> = [
	['Træskov & Søn A/S', 'træskov og søn', 'træskov and søn', 'Traeskov & Soen', 'træskov søn', 'TRÆSKOV &amp; SØN', 'træskov & s'],
	['Gransted og Døtre ApS', 'gransted & døtre', 'gransted and døtre', 'gransted døtre'],
	['I.C. Attrapsen Tømrer A/S', 'ic attrapsen', 'i.c. attrapsen', 'i c attrapsen', 'I. C. Attrapsen', 'ic at'],
	['JP Skitse Byg ApS', 'j.p. skitse', 'j p skitse', 'jp skitse', 'J. P. Skitse Byg'],
	['Multi-Tek Skitse ApS', 'multitek', 'multi-tek', 'multi tek', 'MultiTek skitse'],
	['Vinduespolering Nord-Vest', 'vinduespolering nordvest', 'vinduespolering nord vest', 'nordvest'],
	['Klima Tek Attrap', 'klimatek', 'klima-tek', 'klima tek'],
	['Eltavlen', 'el-tavlen', 'eltavlen'],
	["Jensen's Attrapkiosk", 'jensens attrapkiosk', 'jensen’s attrapkiosk', 'Jensen`s'],
	['Café Prøvehjørnet', 'cafe prøvehjørnet', 'cafe\u0301 prøvehjørnet', 'Cafe Proevehjoernet', 'caf\u00adé prøvehjørnet'],
	['Straßmann Prøvedele', 'strassmann', 'straßmann'],
	['Łukasz Skitsebyg', 'lukasz', 'łukasz'],
	['Ｗｉｄｅ Attrap', 'wide attrap'],
	['\u202bSkiltefabrik\u202c Demo\u200bfelt', 'skiltefabrik demofelt'],
	['S & K Attrapservice', 's & k', 's og k', 's&k attrap', 'sk attrapservice'],
];

let world: World;
const ids = new Map<string, { company: string; owner: string; contact: string }>();
beforeAll(async () => {
	world = await buildWorld();
	for (const [name] of SPELT)
		ids.set(name, {
			company: (await make.company({ name })).id,
			owner: (await make.landowner({ name: `${name}`, kind: 'association' })).id,
			contact: (await make.contact({ name })).id,
		});
});

const PAIRS = SPELT.flatMap(([stored, ...typed]) => typed.map((one) => [one, stored] as const));

describe('a name is found however it is spelt', () => {
	test.each(PAIRS)('“%s” finds %s', async (typed, stored) => {
		const own = ids.get(stored);
		const palette = await optionsFor(world.anna, typed);
		expect(
			palette.map(({ id }) => id),
			'Ctrl-K',
		).toContain(`company-${own?.company}`);
		const firms = await listed(world.anna, companyList, { q: typed });
		expect(
			firms.rows.map(({ id }) => id),
			'list of firms',
		).toContain(own?.company);
		const owners = await listed(world.anna, landownerList, { q: typed });
		expect(
			owners.rows.map(({ id }) => id),
			'list of owners',
		).toContain(own?.owner);
		expect(
			(await companyHits(world.anna, typed)).map(({ id }) => id),
			'picker',
		).toContain(own?.company);
	});

	it.each([
		['Anne-Marie Prøvesen', 'annemarie', 'anne marie', 'anne-marie prøvesen', 'prøvesen anne'],
		['Per H.C. Attrapsen', 'per h. c.', 'per hc', 'attrapsen'],
		['Annelise Skitsegaard', 'anne-lise', 'anne lise skitse', 'annelise'],
	])('so is a person, %s', async (name, ...typed) => {
		const { id } = await make.contact({ name });
		for (const one of typed)
			expect(
				(await listed(world.anna, contactList, { q: one })).rows.map((row) => row.id),
				one,
			).toContain(id);
	});
});

describe('one name written twice', () => {
	it.each([
		['Træskov og Søn ApS', 'Træskov & Søn A/S'],
		['IC Attrapsen Tømrer', 'I.C. Attrapsen Tømrer A/S'],
		['Multitek Skitse', 'Multi-Tek Skitse ApS'],
		['Traeskov & Soen', 'Træskov & Søn A/S'],
		['Klimatek Attrap ApS', 'Klima Tek Attrap'],
		['J.P. Skitse Byg', 'JP Skitse Byg ApS'],
	])('%s is asked about', async (typed, stored) => {
		expect((await lookAlikesOf(world.anna, { name: typed }, '')).map(({ id }) => id)).toContain(ids.get(stored)?.company);
	});

	it('has one key', () => {
		expect(nameKey('I.C. Træskov & Søn A/S')).toBe(nameKey('IC TRÆSKOV OG SØN ApS'));
		expect(nameKey('Kaffe & Is')).toBe('kaffe is');
		expect(nameKey('Og & Og')).not.toBe('');
	});

	it('is the one firm meant in the talk form', async () => {
		for (const [typed, stored] of [
			['træskov og søn', 'Træskov & Søn A/S'],
			['IC Attrapsen Tømrer', 'I.C. Attrapsen Tømrer A/S'],
		] as const)
			expect(await firmTyped(world.anna, typed)).toMatchObject({ kind: 'one', firm: { id: ids.get(stored)?.company } });
	});
});

it('what cannot be seen is not part of a name', () => {
	expect(fold('\u202eDemo\u200dlund\u00ad')).toBe('demolund');
	expect(sortName('\ufeffDemolund')).toBe('demolund');
});
