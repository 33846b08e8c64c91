import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { loader as hitsRoute } from '#app/search/routes/hits.ts';
import { loader as searchRoute } from '#app/search/routes/search.tsx';
import { write } from '#db/client.server.ts';
import { searchEntries } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { fileOf, followUpOf, issueOf, talkAbout, talkWithOwner } from './small-town.ts';

// One secret of each sort, planted by Anna. Who finds which is said by hand; each is found by somebody, so that a search
// which shows nothing to anybody cannot pass.

type Person = 'anna' | 'bo' | 'lene' | 'adam' | 'siri';
const EVERYBODY: readonly Person[] = ['anna', 'bo', 'lene', 'adam', 'siri'];
const WORK: readonly Person[] = ['anna', 'bo', 'lene', 'siri'];
const OWN_UNIT: readonly Person[] = ['anna', 'lene'];

const SECRETS: ReadonlyArray<{ marker: string; what: string; finders: readonly Person[] }> = [
	{ marker: 'markeraaben', what: 'an open note', finders: WORK },
	{ marker: 'markerfortrolig', what: 'a confidential note', finders: OWN_UNIT },
	{ marker: 'markergrundejer', what: 'the note of a talk with an owner alone', finders: OWN_UNIT },
	{ marker: 'markervurdering', what: 'an assessment of an open talk', finders: OWN_UNIT },
	{ marker: 'markeropgave', what: 'a follow-up of a confidential talk', finders: OWN_UNIT },
	{ marker: 'markerejeropgave', what: 'a follow-up with an owner alone', finders: OWN_UNIT },
	{ marker: 'markerfri', what: 'a follow-up of no talk', finders: WORK },
	{ marker: 'markerfil', what: 'the name of a file of a confidential talk', finders: OWN_UNIT },
	{ marker: 'markersag', what: 'an issue raised in a confidential talk', finders: OWN_UNIT },
	{ marker: 'markeraabensag', what: 'an issue of no talk', finders: WORK },
	{ marker: 'markerfirma', what: 'a firm', finders: EVERYBODY },
	{ marker: 'markerkontakt', what: 'a contact', finders: EVERYBODY },
	{ marker: 'markerejer', what: 'a landowner', finders: EVERYBODY },
	{ marker: 'markermatrikel', what: 'a property', finders: EVERYBODY },
];

let world: World;
let owner: string;
beforeAll(async () => {
	world = await buildWorld();
	const { anna, demolund } = world;
	owner = (await make.landowner({ name: 'Markerejer Jensen' })).id;
	await make.company({ name: 'Markerfirma ApS' });
	await make.contact({ name: 'Markerkontakt Hansen', role: { companyId: demolund.id } });
	await make.property({ name: 'Markermatrikel 3' });
	await talkAbout(anna, { companyId: demolund.id, note: 'Kom ind på markeraaben.', assessment: 'De tøver: markervurdering.' });
	const secret = await talkAbout(anna, {
		...{ companyId: demolund.id, note: 'Sælger snart: markerfortrolig.' },
		...{ confidentiality: 'confidential' as const, confidentialityReason: 'business_secret' as const },
	});
	await talkWithOwner(anna, owner, 'Vil ikke sælge: markergrundejer.');
	await followUpOf(anna, 'Spørg om markeropgave', { dialogueId: secret });
	await followUpOf(anna, 'Ring om markerejeropgave', { landownerId: owner });
	await followUpOf(anna, 'Husk markerfri', { companyId: demolund.id });
	await fileOf(anna, secret, 'markerfil.pdf');
	await issueOf(anna, 'Problem med markersag', { companyId: demolund.id, raisedInId: secret });
	await issueOf(anna, 'Problem med markeraabensag', { companyId: demolund.id });
});

/** Everything search answers about a word, bar the question itself. */
async function answersTo(viewer: Viewer, word: string): Promise<string> {
	const q = word.slice(0, -1);
	const page = await call(searchRoute, { as: viewer, url: `/search?q=${q}` });
	const palette = await call(hitsRoute, { as: viewer, url: `/search/hits?q=${q}` });
	return `${JSON.stringify(page.data)} ${palette.data}`.toLowerCase();
}

describe('search', () => {
	test.each(SECRETS)('finds $what for $finders and nobody else', async ({ marker, finders }) => {
		const found: Person[] = [];
		for (const person of EVERYBODY) if ((await answersTo(world[person], marker)).includes(marker)) found.push(person);
		expect(found).toEqual(finders);
	});

	it('counts nothing for those it shows nothing', async () => {
		for (const person of ['bo', 'siri'] as const) {
			const { data } = await call(searchRoute, { as: world[person], url: '/search?q=markerfortroli' });
			expect(data).toMatchObject({ kinds: [] });
		}
	});

	it('does not believe its own entries: one that says too much shows nothing', async () => {
		await write(async (tx) => {
			await tx.update(searchEntries).set({ audience: 'all' });
		});
		expect(await answersTo(world.bo, 'markerfortrolig')).not.toContain('markerfortrolig');
		expect(await answersTo(world.bo, 'markervurdering')).not.toContain('markervurdering');
		expect(await answersTo(world.siri, 'markerfil')).not.toContain('markerfil');
		expect(await answersTo(world.adam, 'markeraaben')).not.toContain('markeraaben');
	});
});
