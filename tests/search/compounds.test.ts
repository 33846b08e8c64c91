import { beforeAll, describe, expect, it, test } from 'vitest';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { questionFrom } from '#app/search/question.ts';
import { resultsOf } from '#app/search/results.server.ts';
import { excerptOf } from '#app/search/snippet.ts';
import { write } from '#db/client.server.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let chargers: { id: string };
let secret: { id: string };
beforeAll(async () => {
	world = await buildWorld();
	const talkOf = async (given: Parameters<typeof make.dialogue>[1]) => {
		const talk = await make.dialogue(world.anna, given);
		await write((tx) => refreshFindable(tx, { kind: 'dialogue', id: talk.id }));
		return talk;
	};
	chargers = await talkOf({
		companyId: world.demolund.id,
		note: 'De vil have tre ladestandere og en regnvandsbassinløsning.',
		assessment: 'Byggesagsbehandlingen trækker ud.',
	});
	secret = await talkOf({
		companyId: world.demolund.id,
		note: 'Lønforhandlinger',
		confidentiality: 'confidential',
		confidentialityReason: 'private_matter',
	});
	await talkOf({ companyId: world.prøvebageriet.id, note: 'Intet om den slags, kun om brød.' });
});

async function talks(typed: string, viewer = world.anna) {
	const question = questionFrom(typed);
	if (!question) return [];
	const { kinds } = await resultsOf(viewer, question, null, 20);
	return kinds.find(({ kind }) => kind === 'dialogue')?.hits ?? [];
}

describe('parts of compound words in notes', () => {
	test.each([['standere'], ['vandsbassin'], ['bassinløsning'], ['bassinloesning'], ['sagsbehandling'], ['standere tre'], ['STANDERE']])(
		'“%s” is found',
		async (typed) => {
			expect((await talks(typed)).map(({ id }) => id)).toEqual([chargers.id]);
		},
	);

	test.each([['and'], ['ere'], ['standere brød'], ['standerex'], ['rsag ere']])('“%s” finds nothing', async (typed) => {
		expect((await talks(typed)).map(({ id }) => id)).toEqual([]);
	});

	it('shows the whole word, marked', async () => {
		const [hit] = await talks('standere');
		expect(hit?.snippet?.filter(({ isHit }) => isHit)).toEqual([{ text: 'ladestandere', isHit: true }]);
		expect((await optionsFor(world.anna, 'standere')).map(({ to }) => to)).toContain(`/dialogues/${chargers.id}`);
	});

	it('goes by the rights of the note', async () => {
		expect((await talks('forhandlinger')).map(({ id }) => id)).toEqual([secret.id]);
		expect(await talks('forhandlinger', world.bo)).toEqual([]);
		expect(await talks('sagsbehandling', world.bo)).toEqual([]);
	});

	it('puts the word itself before words it is a part of, whatever their day', async () => {
		const own = await make.dialogue(world.anna, { companyId: world.prøvebageriet.id, note: 'Nye standere ved døren', heldOn: '2025-01-05' });
		await write((tx) => refreshFindable(tx, { kind: 'dialogue', id: own.id }));
		expect((await talks('standere')).map(({ id }) => id).sort()).toEqual([chargers.id, own.id].sort());
	});
});

it('a short word is no compound, and a short token no part of one', () => {
	expect(excerptOf('markise', [['kise']])).toBeNull();
	expect(excerptOf('ladestandere', [['der']])).toBeNull();
	expect(excerptOf('ladestandere', [['standere']])).toBe('ladestandere');
});
