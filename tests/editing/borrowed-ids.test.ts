import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { recordConsent } from '#app/contacts/record-consent.server.ts';
import { addRole } from '#app/contacts/role-commands.server.ts';
import { shareOf } from '#app/landowners/share.ts';
import { addOwnership } from '#app/properties/ownerships.server.ts';
import { sellShare } from '#app/properties/sale.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { ownerships } from '#db/schema/index.ts';
import { refusal } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// An id that stands for something else is no second try of the same form: nothing was written, and nobody is told that it was.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

it('a role under the id of another person’s is refused', async () => {
	const [karla, otto] = [await make.contact({ name: 'Karla Låneprøve' }), await make.contact({ name: 'Otto Låneprøve' })];
	const role = { id: newId(), companyId: world.demolund.id, title: null, isPrimary: false, fromOn: null, propertyId: null, ends: [] };
	expect(await addRole(world.bo, { ...role, contactId: karla.id })).toEqual({ kind: 'saved', id: role.id });
	expect(await refusal(addRole(world.bo, { ...role, contactId: otto.id }))).toBe(400);
});

it('an answer under the id of another person’s is refused', async () => {
	const [karla, otto] = [await make.contact({ name: 'Karla Låneprøve' }), await make.contact({ name: 'Otto Låneprøve' })];
	const words = { channel: 'phone' as const, purpose: 'invitations' as const, answer: 'given' as const, givenOn: '2026-01-01', source: null };
	const input = { id: newId(), ...words };
	expect(await recordConsent(world.bo, karla.id, input)).toBe('recorded');
	expect(await refusal(recordConsent(world.bo, otto.id, input))).toBe(400);
});

it('a sale under the id of a share that is no sale of it sells nothing and is not called sold', async () => {
	const [mine, other] = [await make.property({ name: 'Lånegrunden' }), await make.property({ name: 'Nabogrunden' })];
	const term = { shareOf: 1, shareIn: 2, fromOn: '2026-05-01' };
	const seller = await make.ownership({ propertyId: mine.id, landownerId: world.ole.id, shareOf: 1, shareIn: 2 });
	const beside = await make.ownership({ propertyId: mine.id, landownerId: world.prøvefonden.id, ...term });
	const elsewhere = await make.ownership({ propertyId: other.id, landownerId: world.prøvefonden.id, ...term });
	const sale = { ownershipId: seller.id, version: 1, buyer: { landownerId: world.prøvefonden.id }, soldOn: '2026-05-01', part: null };
	expect(await refusal(sellShare(world.anna, { ...sale, saleId: elsewhere.id }))).toBe(400);
	expect(await refusal(sellShare(world.anna, { ...sale, saleId: seller.id }))).toBe(400);
	expect(await sellShare(world.anna, { ...sale, saleId: beside.id })).toEqual({ kind: 'differs' });
	expect(await db.select().from(ownerships).where(eq(ownerships.id, seller.id))).toMatchObject([{ toOn: null, version: 1 }]);
	const share = {
		id: elsewhere.id,
		propertyId: mine.id,
		owner: { landownerId: world.ole.id },
		share: shareOf(1, 2),
		fromOn: '2026-05-01',
		toOn: null,
	};
	expect(await refusal(addOwnership(world.anna, share))).toBe(400);
});
