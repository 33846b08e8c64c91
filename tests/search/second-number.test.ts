import { beforeAll, expect, it } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { contactList } from '#app/contacts/contact-list.server.ts';
import { contactHits } from '#app/contacts/queries.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { optionsFor } from '#app/search/options.server.ts';
import { listed } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

it('a record is found by the second number of its telephone field, in Ctrl-K, in its list and among whom one met', async () => {
	const person = await make.contact({ name: 'Totelefon Testsen', phone: '43 12 34 57 / 20 30 40 51' });
	const owner = await make.landowner({ name: 'Toliniers Ejendomme', phone: '43 12 34 58, mobil 20 30 40 52' });
	const firm = await make.company({ name: 'Tonumre ApS', phone: '43123459/20304053' });
	for (const [typed, id] of [
		['20304051', person.id],
		['20 30 40 52', owner.id],
		['+45 20304053', firm.id],
	] as const)
		expect((await optionsFor(world.anna, typed))[0]?.id).toContain(id);
	expect((await listed(world.anna, contactList, { q: '20304051' })).rows).toMatchObject([{ id: person.id }]);
	expect((await listed(world.anna, landownerList, { q: '2030 4052' })).rows).toMatchObject([{ id: owner.id }]);
	expect((await listed(world.anna, companyList, { q: '20304053' })).rows).toMatchObject([{ id: firm.id }]);
	expect(await contactHits(world.anna, '20304051')).toMatchObject([{ contactId: person.id }]);
});
