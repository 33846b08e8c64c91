import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContact, createContactIn, reviseContact } from '#app/contacts/commands.server.ts';
import type { NewContactInput } from '#app/contacts/contact-form.server.ts';
import { contactFor, contactHits, contactsOf, rolesOf } from '#app/contacts/queries.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, contactRoles, contacts } from '#db/schema/index.ts';
import { refusal } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const typed = (given: Partial<NewContactInput> & { name: string }): NewContactInput => ({
	...{ id: newId(), phone: null, email: null, title: null, isPrimary: false, confirm: undefined },
	...given,
});

describe('creating a person', () => {
	it('gives Mette her first role at the firm she was met at, in one line of the audit chain', async () => {
		const firm = await make.company({ name: 'Prøvedal Smede ApS' });
		const input = typed({ name: 'Mette Prøveholm', title: 'Værkfører', phone: '+45 99 00 00 11', email: 'Mette@Smede.example', companyId: firm.id });
		expect(await createContact(world.anna, input)).toEqual({ kind: 'saved', id: input.id });
		expect(await contactsOf(world.bo, { companyId: firm.id })).toMatchObject([
			{ contactId: input.id, name: 'Mette Prøveholm', title: 'Værkfører', email: 'mette@smede.example', place: { kind: 'company', id: firm.id } },
		]);
		const lines = await db.select().from(activity).where(eq(activity.subjectId, input.id));
		expect(lines).toMatchObject([{ verb: 'contact.created', fields: ['email', 'name', 'phone'] }]);
		// The number with and without its blanks; four digits alone stand in a hash by chance.
		expect(JSON.stringify(lines)).not.toMatch(/Mette|99 00 00 11|99000011/);
	});

	it('makes one person of twenty equal posts', async () => {
		const input = typed({ name: 'Tyve Gangesen', companyId: world.demolund.id });
		const answers = await Promise.all(Array.from({ length: 20 }, () => createContact(world.anna, input)));
		expect(answers.every((answer) => answer.kind === 'saved')).toBe(true);
		expect(await db.select().from(contactRoles).where(eq(contactRoles.contactId, input.id))).toHaveLength(1);
		expect(await db.select().from(activity).where(eq(activity.subjectId, input.id))).toHaveLength(1);
	});

	it('never passes off other words sent under the same id as saved', async () => {
		const input = typed({ name: 'Sendt Igensen' });
		await createContact(world.anna, input);
		expect(await createContact(world.anna, { ...input, phone: '99 00 00 12' })).toEqual({ kind: 'differs', id: input.id });
	});

	it('is for field work and the administrator, not for managers', async () => {
		expect(await refusal(createContact(world.lene, typed({ name: 'Leder Prøvesen' })))).toBe(403);
		for (const [at, viewer] of [world.anna, world.bo, world.adam].entries())
			expect(await createContact(viewer, typed({ name: `Rettighed ${at}` }))).toMatchObject({ kind: 'saved' });
	});

	it('takes no firm that is not there, and no two at once', async () => {
		expect(await refusal(createContact(world.anna, typed({ name: 'A', companyId: newId() })))).toBe(400);
		expect(await refusal(createContact(world.anna, typed({ name: 'B', companyId: world.demolund.id, siteId: world.demolund.siteId })))).toBe(400);
	});
});

describe('somebody who may be there already', () => {
	it.each([
		['name, written otherwise', { name: 'soeren  AABERG' }],
		['telephone number, in another format', { name: 'En anden', phone: '0045 99001122' }],
		['e-mail address, in other letters', { name: 'En tredje', email: 'S.Aaberg@PROEVE.example' }],
	])('is pointed out by the same %s, and created all the same when confirmed', async (_, given) => {
		const { id } = await make.contact({
			...{ name: 'Søren Åberg', phone: '99 00 11 22', email: 's.aaberg@proeve.example' },
			role: { companyId: world.demolund.id, title: 'Direktør' },
		});
		const input = typed(given);
		const answer = await createContact(world.anna, input);
		if (answer.kind !== 'look-alikes') return expect.unreachable();
		expect(answer.people.find((person) => person.id === id)).toMatchObject({ roles: [{ title: 'Direktør', place: 'Demolund Maskinfabrik ApS' }] });
		expect(await db.select().from(contacts).where(eq(contacts.id, input.id))).toEqual([]);
		expect(await createContact(world.anna, { ...input, confirm: 'yes' })).toEqual({ kind: 'saved', id: input.id });
		await write(async (tx) => {
			for (const one of [id, input.id]) {
				await tx.delete(contactRoles).where(eq(contactRoles.contactId, one));
				await tx.delete(contacts).where(eq(contacts.id, one));
			}
		});
	});
});

describe('a person made on the way, by a talk', () => {
	it('is the one who has a current role there under that name, else a new one', async () => {
		const firm = await make.company({ name: 'Undervejs ApS' });
		const on = (name: string, companyId = firm.id) => write((tx) => createContactIn(tx, world.anna, { name, title: 'Ejer', companyId }));
		const first = await on('Ida Forsøg');
		expect(await on('ida forsøg')).toEqual(first);
		expect((await on('Ida Forsøg', world.demolund.id)).contactId).not.toBe(first.contactId);
	});
});

describe('revising a person', () => {
	it('refuses over another’s edition, and takes the same words twice', async () => {
		const { id } = await make.contact({ name: 'Ret Mig' });
		const input = { id, name: 'Ret Migsen', phone: '99001133', email: null, version: 1 };
		expect(await reviseContact(world.anna, input)).toEqual({ kind: 'saved' });
		expect(await reviseContact(world.anna, input)).toEqual({ kind: 'unchanged' });
		expect(await reviseContact(world.bo, { ...input, phone: '99001144' })).toMatchObject({
			kind: 'conflict',
			edition: { version: 2, by: world.anna.name },
		});
		expect(await contactFor(world.bo, id)).toMatchObject({ name: 'Ret Migsen', phone: '99001133', version: 2 });
		expect(await contactHits(world.bo, '+45 99 00 11 33')).toMatchObject([{ contactId: id }]);
		expect(await refusal(reviseContact(world.lene, { ...input, version: 2 }))).toBe(403);
	});
});

describe('who was met, while typing', () => {
	it('offers the chosen firm’s people first, then others of that name', async () => {
		const firm = await make.company({ name: 'Hitværk A/S' });
		const site = await make.site(firm.id, { name: 'Afdeling', address: 'Prøvevej 9', postalCode: '2600', city: 'Glostrup' });
		const near = await make.contact({ name: 'Karl Østergård', role: { siteId: site.id, title: 'Formand' } });
		const far = await make.contact({ name: 'Karla Oestergaard', role: { companyId: world.demolund.id } });
		const gone = await make.contact({ name: 'Karoline Østergaard', role: { companyId: firm.id, toOn: '2020-01-01' } });
		const ids = async (typedText: string) => (await contactHits(world.anna, typedText, { companyIds: [firm.id] })).map(({ contactId }) => contactId);
		expect(await ids('')).toEqual([near.id]);
		expect(await ids('kar oester')).toEqual([near.id, far.id, gone.id]);
		expect((await contactHits(world.anna, 'østergård'))[2]).toMatchObject({ roleId: null });
		expect(await contactHits(world.anna, '%')).toEqual([]);
	});

	it('offers an owner’s people, and those of the firm the owner is', async () => {
		const firm = await make.company({ name: 'Ejerfirma ApS' });
		const owner = await make.landowner({ name: 'Ejerfirma ApS', kind: 'company', companyId: firm.id });
		const [a, b] = [
			await make.contact({ name: 'Agnete Ejer', role: { landownerId: owner.id } }),
			await make.contact({ name: 'Bjarne Firma', role: { companyId: firm.id } }),
		];
		const hits = await contactHits(world.anna, '', { landownerIds: [owner.id] });
		expect(hits.map(({ contactId }) => contactId).sort()).toEqual([a.id, b.id].sort());
	});
});

describe('the people of a firm', () => {
	it('are those of its sites too, the first to call first, ended roles only when asked', async () => {
		const firm = await make.company({ name: 'Rækkefølge ApS' });
		const old = await make.contact({ name: 'Aase Før', role: { companyId: firm.id, toOn: '2024-05-01' } });
		const plain = await make.contact({ name: 'Berit Nu', role: { siteId: firm.siteId } });
		const first = await make.contact({ name: 'Cecilie Først', role: { companyId: firm.id, isPrimary: true } });
		const namesOf = async (ended: boolean) =>
			(await contactsOf(world.anna, { companyId: firm.id }, { others: ended })).map(({ contactId }) => contactId);
		expect(await namesOf(false)).toEqual([first.id, plain.id]);
		expect(await namesOf(true)).toEqual([first.id, plain.id, old.id]);
		expect(await rolesOf(world.anna, old.id)).toMatchObject([{ toOn: '2024-05-01' }]);
	});
});
