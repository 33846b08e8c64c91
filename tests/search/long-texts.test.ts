import { beforeAll, describe, expect, it, vi } from 'vitest';
import { optionsFor } from '#app/search/options.server.ts';
import { questionFrom } from '#app/search/question.ts';
import { COUNT_CAP, resultsOf } from '#app/search/results.server.ts';
import { excerptOf, snippetOf } from '#app/search/snippet.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talkAbout } from './small-town.ts';

// One person's long talks must not slow everybody's search down: what is folded grows with what is shown, not with what is there.

const TALKS = 105;
/** As long as a note may be, of words that all begin alike and are all different. */
const longText = (no: number) =>
	Array.from({ length: 2_000 }, (_, at) => `ab${((no * 2_000 + at) % 1_000_000).toString(36)}`)
		.join(' ')
		.slice(0, 10_000);

let world: World;
beforeAll(async () => {
	world = await buildWorld();
	for (let no = 0; no < TALKS; no++)
		await talkAbout(world.anna, {
			companyId: world.demolund.id,
			note: longText(no),
			assessment: longText(no + TALKS),
			heldOn: `2026-0${(no % 9) + 1}-01`,
		});
}, 120_000);

/** Letters folded by a deed: every fold normalises its text. */
async function foldedBy<T>(deed: () => Promise<T>): Promise<{ answer: T; letters: number }> {
	const normalised = vi.spyOn(String.prototype, 'normalize');
	const answer = await deed();
	const letters = normalised.mock.contexts.reduce((sum: number, text) => sum + String(text).length, 0);
	normalised.mockRestore();
	return { answer, letters };
}

describe('a word of a hundred long talks', () => {
	const question = questionFrom('ab');
	if (!question) throw new Error('No question');

	it('is counted from the index, and only the talks shown are read, none further than its hit', async () => {
		const { answer, letters } = await foldedBy(() => resultsOf(world.anna, question, null, 20));
		const talks = answer.kinds.find(({ kind }) => kind === 'dialogue');
		expect(talks).toMatchObject({ count: COUNT_CAP, isCapped: true, hasMore: true });
		expect(talks?.hits.map(({ snippet }) => snippet?.some(({ isHit }) => isHit))).toEqual(Array.from({ length: 5 }, () => true));
		expect(letters).toBeLessThan(50_000);
	});

	it('costs a page of them no more than one of these texts in full, ten times', async () => {
		const { answer, letters } = await foldedBy(() => resultsOf(world.anna, question, 'dialogue', 20));
		expect(answer.kinds.find(({ kind }) => kind === 'dialogue')?.hits).toHaveLength(20);
		expect(letters).toBeLessThan(200_000);
	});

	it('costs the palette even less', async () => {
		const { answer, letters } = await foldedBy(() => optionsFor(world.anna, 'ab'));
		expect(answer.filter(({ to }) => to.startsWith('/dialogues/')).length).toBeGreaterThan(0);
		expect(letters).toBeLessThan(50_000);
	});
});

describe('the part of a text around a hit', () => {
	const text = `${'Vi talte om drift. '.repeat(400)}Ejeren nævnte Ølstykke og parkering. ${'Vi talte om drift. '.repeat(40)}`;

	it('is the same as out of the whole text, however far inside it lies', () => {
		for (const tokens of [['oelstykke'], ['olstykke'], ['parkering'], ['vi'], ['parkering', 'ejeren']]) {
			const excerpt = excerptOf(text, [tokens]);
			expect(excerpt?.length).toBeLessThan(1_500);
			expect(snippetOf(excerpt ?? '', tokens)).toEqual(snippetOf(text, tokens));
		}
	});

	it('is none where a word is missing, or stands inside another that is no compound', () => {
		expect(excerptOf(text, [['parkering', 'findesikke']])).toBeNull();
		expect(excerptOf('Vi talte om skolen', [['kolen'], ['alte']])).toBeNull();
		expect(excerptOf(text, [['arkering']])).not.toBeNull();
		expect(excerptOf('', [['vi']])).toBeNull();
		expect(excerptOf(text, [['findesikke'], ['parkering']])).not.toBeNull();
	});
});
