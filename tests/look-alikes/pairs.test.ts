import { beforeAll, expect, it } from 'vitest';
import { lookAlikesOf as firmsLike } from '#app/companies/look-alikes.server.ts';
import { lookAlikesOf as peopleLike } from '#app/contacts/look-alikes.server.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { FIRMS, type Pair, PEOPLE } from './pairs.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const written = (side: Pair[0]) => ({ phone: null, email: null, ...(typeof side === 'string' ? { name: side } : side) });

/** Which of the pairs were asked about, with all that stands stored beside each other. */
async function judged(
	pairs: readonly Pair[],
	store: (stored: ReturnType<typeof written>) => Promise<string>,
	ask: (typed: ReturnType<typeof written>) => Promise<string[]>,
) {
	const ids: string[] = [];
	for (const [stored] of pairs) ids.push(await store(written(stored)));
	const asked = await Promise.all(pairs.map(([, typed]) => ask(written(typed))));
	return pairs.map(([stored, typed, isSame], at) => ({
		pair: `${written(stored).name} | ${written(typed).name}`,
		isSame,
		isAsked: asked[at]?.includes(ids[at] ?? '') ?? false,
	}));
}

it('of a hundred hard pairs, nineteen of twenty twins are asked about, and nine of ten questions are right', async () => {
	const firms = await judged(
		FIRMS,
		async ({ name, phone }) => (await make.company({ name, phone, phoneKey: phone?.replace(/\D/g, '').slice(0, 8) ?? null })).id,
		async (typed) => (await firmsLike(world.anna, typed, '')).map(({ id }) => id),
	);
	const people = await judged(
		PEOPLE,
		async (stored) => (await make.contact(stored)).id,
		async (typed) => (await peopleLike(world.anna, typed, '')).map(({ id }) => id),
	);
	const all = [...firms, ...people];
	expect(all).toHaveLength(100);
	const right = all.filter(({ isSame, isAsked }) => isSame && isAsked).length;
	const recall = right / all.filter(({ isSame }) => isSame).length;
	const precision = right / all.filter(({ isAsked }) => isAsked).length;
	const wrong = all.filter(({ isSame, isAsked }) => isSame !== isAsked).map(({ pair, isSame }) => `${isSame ? 'missed' : 'asked'}: ${pair}`);
	expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
	expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
	console.log(`look-alikes: recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}`);
});
