import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsentInput } from '#app/contacts/consent-form.server.ts';
import { consentsOf, refusedChannels } from '#app/contacts/consents.server.ts';
import { latestConsents, stateOf } from '#app/contacts/contact.ts';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { recordConsent } from '#app/contacts/record-consent.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity } from '#db/schema/index.ts';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '#db/vocabulary.ts';
import { refusal } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const answer = (given: Partial<ConsentInput>): ConsentInput => ({
	...{ id: newId(), channel: 'email', purpose: 'invitations', answer: 'given', givenOn: '2026-03-01', source: 'sagt på mødet' },
	...given,
});

describe('a person’s answer', () => {
	it('counts until a later one, and every one of them stays on record', async () => {
		const { id } = await make.contact({ name: 'Samtykke Prøve', role: { companyId: world.demolund.id } });
		const now = async () => latestConsents(await consentsOf(id)).map((one) => [one.channel, one.purpose, stateOf(one)]);
		await recordConsent(world.anna, id, answer({}));
		expect(await now()).toEqual([['email', 'invitations', 'given']]);
		await recordConsent(world.bo, id, answer({ answer: 'withdrawn', givenOn: '2026-06-01' }));
		// An older no, found in a letter afterwards, changes nothing about today.
		await recordConsent(world.anna, id, answer({ answer: 'refused', givenOn: '2025-01-01' }));
		expect(await now()).toEqual([['email', 'invitations', 'withdrawn']]);
		expect(await consentsOf(id)).toHaveLength(3);
		expect((await contactsOf(world.lene, { companyId: world.demolund.id })).find(({ contactId }) => contactId === id)).toMatchObject({
			refuses: ['email'],
		});
		// Changed their mind on the same day: what was taken down last counts.
		await recordConsent(world.anna, id, answer({ givenOn: '2026-06-01' }));
		expect(refusedChannels(await consentsOf(id))).toEqual([]);
	});

	it('is taken down once, however often it is sent, with its values apart from the chain', async () => {
		const { id } = await make.contact({ name: 'Én Gang' });
		const input = answer({ answer: 'refused', source: 'hemmelig kilde' });
		await Promise.all(Array.from({ length: 20 }, () => recordConsent(world.anna, id, input)));
		expect(await consentsOf(id)).toHaveLength(1);
		const lines = await db.select().from(activity).where(eq(activity.subjectId, input.id));
		expect(lines).toMatchObject([{ verb: 'consent.recorded', fields: ['answer', 'channel', 'purpose', 'source'] }]);
		expect(JSON.stringify(lines)).not.toContain('hemmelig');
	});

	it('is not a manager’s to take down, nor of somebody who is not there', async () => {
		const { id } = await make.contact({ name: 'Nej Leder' });
		expect(await refusal(recordConsent(world.lene, id, answer({})))).toBe(403);
		expect(await refusal(recordConsent(world.anna, newId(), answer({})))).toBe(404);
	});

	it('counts the same whatever order the answers are read in', () => {
		const row = fc.record({
			id: fc.uuid({ version: 7 }),
			channel: fc.constantFrom(...CONSENT_CHANNELS),
			purpose: fc.constantFrom(...CONSENT_PURPOSES),
			givenOn: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
		});
		fc.assert(
			fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 20 }), (rows) => {
				const latest = latestConsents(rows);
				expect(latestConsents(rows.toReversed())).toEqual(latest);
				for (const one of latest)
					expect(rows.some((other) => other.channel === one.channel && other.purpose === one.purpose && other.givenOn > one.givenOn)).toBe(false);
			}),
		);
	});
});
