import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { action as newContact } from '#app/contacts/routes/new.tsx';
import { action as newRole } from '#app/contacts/routes/new-role.tsx';
import { action as newTalk } from '#app/dialogues/routes/new.tsx';
import { loader as followUpPage, action as newFollowUp } from '#app/follow-ups/routes/new.tsx';
import { today } from '#app/i18n/format.ts';
import { action as newOwner } from '#app/properties/routes/new-owner.tsx';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, contacts, landowners, topics, users } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// What a form names is put away, closed or disabled by somebody else while it is filled in.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

type Shelved = typeof companies | typeof contacts | typeof landowners | typeof topics;
const putAway = (table: Shelved, id: string) => write((tx) => tx.update(table).set({ archivedAt: new Date() }).where(eq(table.id, id)));

interface Asked {
	action: Parameters<typeof call>[0];
	url: string;
	form: Record<string, string | string[]>;
	params?: Record<string, string>;
}

/** The form is refused with a sentence at the field that names who or what is gone, and everything typed is still in it. */
async function expectRefused({ action, url, form, params = {} }: Asked, field: string, name: RegExp) {
	const answer = await call(action, { as: world.anna, url, form, params });
	expect(answer.status).toBe(400);
	const { result } = answer.data as { result: { error: Record<string, string[]>; initialValue: Record<string, unknown> } };
	expect(result.error[field]?.[0]).toMatch(name);
	for (const [key, value] of Object.entries(form)) if (!/^id$|Id$|Ids$/.test(key)) expect(result.initialValue[key] ?? '').toBe(value);
}

describe('put away by a colleague meanwhile', () => {
	const talk = (given: Record<string, string | string[]>) => ({
		action: newTalk,
		url: '/dialogues/new',
		form: {
			id: newId(),
			firm: 'Demolund',
			note: 'Talte om to lærlinge og om mere plads.',
			channel: 'visit',
			heldOn: today(),
			confidentiality: 'open',
			...given,
		},
	});

	it('a person one met is said at whom one met, the talk’s note kept', async () => {
		const person = await make.contact({ name: 'Borte Borgersen', role: { companyId: world.demolund.id } });
		await putAway(contacts, person.id);
		await expectRefused(talk({ contactIds: [person.id] }), 'contactIds', /Borte Borgersen/);
	});

	it('a topic no longer in use is said at the topics', async () => {
		const id = newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		await write((tx) =>
			tx.insert(topics).values({ ...dates, id, key: 'gone', nameDa: 'Nedlagt emne', nameEn: 'Closed topic', position: 999, archivedAt: new Date() }),
		);
		await expectRefused(talk({ topicIds: [id] }), 'topicIds', /Nedlagt emne|Closed topic/);
	});

	it('the firm of a follow-up is said in the form, which opens all the same; a disabled colleague at whom it is for', async () => {
		const firm = await make.company({ name: 'Lukket Imens ApS' });
		const form = { id: newId(), kind: 'task', text: 'Send planen', due: '', assigneeId: world.anna.id };
		const url = `/follow-ups/new?company=${firm.id}`;
		await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, world.siri.id)));
		await expectRefused({ action: newFollowUp, url, form: { ...form, assigneeId: world.siri.id } }, 'assigneeId', /kan ikke længere vælges/);
		await putAway(companies, firm.id);
		await expectRefused({ action: newFollowUp, url, form }, '', /Lukket Imens ApS/);
		expect((await call(followUpPage, { as: world.anna, url })).status).toBe(200);
	});

	it('the firm of a new person is said at where they work, with name and telephone kept', async () => {
		const firm = await make.company({ name: 'Væk Imens ApS' });
		await putAway(companies, firm.id);
		const form = { id: newId(), name: 'Ny Person', title: 'Leder', phone: '99 00 11 55', email: '', where: firm.name, picked: `company:${firm.id}` };
		await expectRefused({ action: newContact, url: '/contacts/new', form }, 'where', /./);
	});

	it('a person given a further role is said in the form', async () => {
		const person = await make.contact({ name: 'Arkiveret Imens' });
		await putAway(contacts, person.id);
		const form = { id: newId(), where: 'Demolund', picked: `company:${world.demolund.id}`, title: 'Formand' };
		const answer = await call(newRole, { as: world.anna, url: `/contacts/${person.id}/roles/new`, params: { contactId: person.id }, form });
		expect(answer).toMatchObject({ status: 409, data: { result: { error: { '': [expect.any(String)] }, initialValue: { title: 'Formand' } } } });
	});

	it('an owner chosen for a share is said at the owner, the share kept', async () => {
		const [owner, property] = [await make.landowner({ name: 'Bortsolgt Jensen' }), await make.property({ name: 'Delt Grund' })];
		await putAway(landowners, owner.id);
		const form = { id: newId(), owner: 'Bortsolgt Jensen', chosen: `owner:${owner.id}`, share: '1/3' };
		await expectRefused(
			{ action: newOwner, url: `/properties/${property.id}/owners/new`, params: { propertyId: property.id }, form },
			'owner',
			/Bortsolgt Jensen/,
		);
	});
});
