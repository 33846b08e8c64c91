import { beforeAll, describe, expect, it } from 'vitest';
import { optionsFor } from '#app/search/options.server.ts';
import { questionFrom } from '#app/search/question.ts';
import { resultsOf } from '#app/search/results.server.ts';
import { planOf, statementsOf } from '#tests/db/plans.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { buildSmallTown } from './small-town.ts';

// What a search reads is bounded by what it shows, never by how much answers: by its statements and SQLite's own plans.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
	await buildSmallTown(world);
	for (let at = 0; at < 60; at += 1) await make.company({ name: `Handel Kvist Smedje ${at} A/S` });
	await make.company({ name: 'Kvist Handel A/S' });
});

const LETTERS = ['d', 'e', 'k', 'a s', 'd e s m t k v o', 'Handel Kvist Smedje 7 A/S'];
const indexed = (statements: readonly string[]) => statements.filter((statement) => /search_(words|grams)/.test(statement));

describe.runIf(process.env.TEST_DATABASE_FILE)('letters that thousands answer', () => {
	it.each(LETTERS)('“%s” takes two looks into the index at most, each in order and to a limit, for the palette and the page', async (typed) => {
		const question = questionFrom(typed);
		for (const ask of [() => optionsFor(world.anna, typed), () => question && resultsOf(world.anna, question, null, 20)]) {
			const looks = indexed(await statementsOf(async () => ask()));
			expect(looks.length).toBeLessThanOrEqual(2);
			for (const look of looks) {
				expect(look.match(/ limit \?/g)?.length, look).toBe(look.match(/ match \?/g)?.length);
				expect(planOf(look), look).not.toMatch(/TEMP B-TREE|SCAN search_entries/);
			}
		}
	});
});

describe('letters that many answer', () => {
	it('bring the name that begins with them first, though sixty older names have such a word', async () => {
		const [first] = await optionsFor(world.anna, 'kv');
		expect(first?.label).toBe('Kvist Handel A/S');
	});

	it('of a name typed to its end, “A/S” included, bring the firm alone', async () => {
		const labels = (await optionsFor(world.anna, 'Handel Kvist Smedje 37 A/S'))
			.filter(({ id }) => id.startsWith('company-'))
			.map(({ label }) => label);
		expect(labels).toEqual(['Handel Kvist Smedje 37 A/S']);
	});
});
