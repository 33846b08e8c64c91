import { beforeAll, describe, expect, it } from 'vitest';
import { loader as companies } from '#app/companies/routes/list.tsx';
import { loader as company } from '#app/companies/routes/show.tsx';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { loader as dialogues } from '#app/dialogues/routes/list.tsx';
import { loader as talkForm } from '#app/dialogues/routes/new.tsx';
import { loader as district } from '#app/districts/routes/show.tsx';
import { loader as landowner } from '#app/landowners/routes/show.tsx';
import { loader as myDay } from '#app/my-day/routes/show.tsx';
import { loader as prep } from '#app/prep/routes/sheet.tsx';
import { loader as hits } from '#app/search/routes/hits.ts';
import { loader as search } from '#app/search/routes/search.tsx';
import { call } from '#tests/call.ts';
import { statementsOf } from '#tests/db/plans.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { buildWorld, signedIn, type World } from '#tests/world.ts';

// What each page may send to the database, who asks included, once rows held in memory are there. A page that needs one more
// asks for it here, with its reason; one that needs fewer gives them back.

let world: World;
let cookie: string;
beforeAll(async () => {
	world = await buildWorld();
	cookie = await signedIn(world.anna);
	await logDialogue(world.anna, talk({ companyId: world.demolund.id, note: 'Prøve' }));
	await logDialogue(world.bo, talk({ companyId: world.demolund.id, note: 'Prøve' }));
});

type Loader = Parameters<typeof call>[0];
type Asked = Parameters<typeof call>[1];
const BUDGET: ReadonlyArray<[page: string, most: number, loader: Loader, asked: () => Asked]> = [
	// One of them for what waits with colleagues who are gone.
	['my day', 11, myDay, () => ({})],
	['firms', 3, companies, () => ({ url: '/companies' })],
	['a firm', 21, company, () => ({ params: { companyId: world.demolund.id } })],
	['its prep sheet', 18, prep, () => ({ params: { companyId: world.demolund.id } })],
	['an owner', 20, landowner, () => ({ params: { landownerId: world.prøvefonden.id } })],
	['talks', 5, dialogues, () => ({ url: '/dialogues' })],
	['the talk form', 6, talkForm, () => ({ url: '/dialogues/new' })],
	['a district', 18, district, () => ({ params: { slug: world.ejby.slug } })],
	['search', 10, search, () => ({ url: '/search?q=prøve' })],
	['the palette', 12, hits, () => ({ url: '/search/hits?q=prøve' })],
];

describe.runIf(process.env.TEST_DATABASE_FILE)('a page’s statements', () => {
	it.each(BUDGET)('%s: at most %i', async (_, most, loader, asked) => {
		const ask = () => call(loader, { ...asked(), headers: { cookie } });
		expect((await ask()).status).toBe(200);
		const statements = await statementsOf(ask);
		expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most);
	});
});
