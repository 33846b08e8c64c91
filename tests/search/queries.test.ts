import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { questionFrom } from '#app/search/question.ts';
import { resultsOf } from '#app/search/results.server.ts';
import { loader as hitsRoute } from '#app/search/routes/hits.ts';
import { loader as searchRoute } from '#app/search/routes/search.tsx';
import { call } from '#tests/call.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { buildSmallTown } from './small-town.ts';

let world: World;
let town: Record<string, string>;
beforeAll(async () => {
	world = await buildWorld();
	town = await buildSmallTown(world);
});

/** What the palette offers first, as "kind id". */
async function firstFor(viewer: Viewer, typed: string): Promise<string | undefined> {
	const [first] = await optionsFor(viewer, typed);
	return first?.id.replace('-', ' ');
}

/** Typed by Anna → the record that must stand first. */
const QUESTIONS: ReadonlyArray<readonly [string, string]> = [
	// å, ø and æ, with and without them on the keyboard
	['ølstykke', 'ølstykke'],
	['oelstykke', 'ølstykke'],
	['olstykke', 'ølstykke'],
	['ØLSTYKKE TØM', 'ølstykke'],
	['århus', 'århus'],
	['aarhus', 'århus'],
	['arhus', 'århus'],
	['åbenrå', 'aabenraa'],
	['aabenraa', 'aabenraa'],
	['abenra', 'aabenraa'],
	['læder', 'århus'],
	['laeder', 'århus'],
	['lader', 'århus'],
	['møbel', 'holm'],
	['moebel', 'holm'],
	['mobel', 'holm'],
	// parts of compound words
	['fabrik demol', 'demolund'],
	['maskinfab', 'demolund'],
	['bageri', 'bageri'],
	['sofa', 'holm'],
	['gården', 'holm'],
	['transport', 'transport'],
	['løkken', 'fond'],
	// names, in use before closed
	['demol', 'demolund'],
	['demolund gamle', 'lukket'],
	['ejby', 'ejby'],
	// numbers
	['99000015', 'demolund'],
	['99 00 00 15', 'demolund'],
	['DK 99.00.00.15', 'demolund'],
	['1099 0000 11', 'demolundSite'],
	['43123456', 'ølstykke'],
	['43 12 34 56', 'ølstykke'],
	['+45 43 12 34 56', 'ølstykke'],
	['0045-43-12-34-56', 'ølstykke'],
	['4312.3456', 'ølstykke'],
	['70102030', 'holm'],
	['+45 (43) 96 00 00', 'fond'],
	['9100277', 'sandbakke'],
	// addresses
	['prøvevej 4', 'demolundSite'],
	['fabriksparken', 'transportSite'],
	['sandbakke', 'sandbakke'],
	// people
	['mette', 'mette'],
	['akaer', 'mette'],
	['værkfører', 'mette'],
	['soeren aebel', 'søren'],
	// what was said
	['lærlinge', 'note'],
	['laerlinge værksted', 'note'],
	['parkering hovedvejen', 'parkering'],
	['kajplads', 'followUp'],
	['situationsplan', 'file'],
	['tung trafik', 'issue'],
	['spåntager', 'need'],
	['cnc', 'need'],
];

describe('what Anna types', () => {
	test.each(QUESTIONS)('“%s” finds %s first', async (typed, wanted) => {
		const first = await firstFor(world.anna, typed);
		if (wanted === 'transportSite') expect(first?.split(' ')[0]).toBe('site');
		else expect(first).toBe(town[wanted]);
	});

	it('is forty questions at least', () => {
		expect(QUESTIONS.length).toBeGreaterThanOrEqual(40);
	});

	it('leads to the talk form for the firm begun with', async () => {
		const [first] = await optionsFor(world.anna, 'registrér dialog med ølsty');
		expect(first?.to).toBe(`/dialogues/new?company=${town.ølstykke?.split(' ')[1]}`);
		expect(first?.label).toBe('Registrér dialog med Ølstykke Tømrer og Snedker ApS');
		expect((await optionsFor(world.anna, 'registrer dialog med')).map(({ to }) => to)).toContain('/dialogues/new');
	});

	it('leads to a place or to something new', async () => {
		expect((await optionsFor(world.anna, 'gå til virk'))[0]?.to).toBe('/companies');
		expect((await optionsFor(world.anna, 'ny virksomhed'))[0]?.to).toBe('/companies/new');
		expect((await optionsFor(world.anna, 'ny kontakt'))[0]?.to).toBe('/contacts/new');
		expect((await optionsFor(world.lene, 'ny virksomhed')).map(({ to }) => to)).not.toContain('/companies/new');
	});

	it('a whole number opens its record from the search page', async () => {
		const answer = await call(searchRoute, { as: world.anna, url: '/search?q=DK+99+00+00+15' });
		expect([answer.status, answer.location]).toEqual([302, `/companies/${world.demolund.id}`]);
	});

	it('counts what it lists, kind by kind', async () => {
		const question = questionFrom('demolund');
		if (!question) throw new Error('No question');
		const { kinds } = await resultsOf(world.anna, question, null, 20);
		for (const { count, hits, hasMore } of kinds) expect(hasMore ? count > hits.length : count === hits.length).toBe(true);
		expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['company', 'site']));
	});
});

/** As a browser writes it into an address: half a letter becomes the sign for none. */
const inAddress = (typed: string) => new URLSearchParams({ q: typed }).toString().slice(2);

const HOSTILE = [
	'"',
	"'",
	'*',
	'""""',
	'NEAR(a b)',
	'a NEAR/2 b',
	'a AND',
	'OR OR',
	'NOT',
	'((((',
	'words:demo',
	'^demo',
	'-demo +lund',
	'{a b}',
	"'; drop table search_entries; --",
	'1=1',
	'%',
	'_',
	'\\',
	'\0',
	'de\0mo',
	'a'.repeat(10_000),
	'å '.repeat(5_000),
	'💥🏭',
	'👩‍👩‍👧',
	'\u202e\u200b',
	'\ud800',
	'<script>alert(1)</script>',
	"to_tsquery('x')",
	':* & | !',
	'ﷺ ﬁ ½ ² ١٢٣',
	'日本語 中文',
];

describe('whatever is typed', () => {
	test.each(HOSTILE)('%j is answered', async (typed) => {
		for (const route of [searchRoute, hitsRoute]) {
			const { status } = await call(route, {
				as: world.anna,
				url: `/search?q=${inAddress(typed)}`,
			});
			expect(status).toBeLessThan(500);
		}
		await optionsFor(world.anna, typed);
	});

	it('is answered', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'ab "*()\'-:^&|!12æøå') })),
				async (typed) => {
					expect(Array.isArray(await optionsFor(world.anna, typed))).toBe(true);
				},
			),
			{ numRuns: 60 },
		);
	});
});
