import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { endRole } from '#app/contacts/role-commands.server.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { endWithoutNextStep } from '#app/dialogues/next-step.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { subjectHits } from '#app/subjects/hits.server.ts';
import { subjectTyped } from '#app/subjects/meant.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, contactRoles, contacts, dialogueSubjects, dialogues, followUps, landowners } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from './talk.ts';

let world: World;
let owner: { id: string; name: string };
let land: { id: string; name: string };
beforeAll(async () => {
	world = await buildWorld();
	owner = await make.landowner({ name: 'Ida Jordejer' });
	land = await make.property({ name: 'Industrivej 7', districtId: world.kirkebjerg.id, owners: [owner] });
});

const ids = ({ entries }: { entries: Array<{ id: string }> }) => entries.map(({ id }) => id);

describe('a talk with several subjects', () => {
	it('stands once on the timeline of each, with the firm and district of that day', async () => {
		const input = talk({
			subjects: [
				{ kind: 'company', id: world.demolund.id },
				{ kind: 'landowner', id: owner.id },
				{ kind: 'property', id: land.id },
				{ kind: 'district', id: world.kirkebjerg.id },
			],
		});
		await logDialogue(world.anna, input);
		for (const scope of [
			{ kind: 'company', id: world.demolund.id },
			{ kind: 'site', id: world.demolund.siteId },
			{ kind: 'landowner', id: owner.id },
			{ kind: 'property', id: land.id },
			{ kind: 'district', id: world.ejby.id },
			{ kind: 'district', id: world.kirkebjerg.id },
		] as const)
			expect(ids(await timelineOf(world.lene, scope)).filter((id) => id === input.id)).toHaveLength(1);
		expect((await dialogueFor(world.anna, input.id)).subjects.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Demolund Maskinfabrik ApS', 'Ida Jordejer', 'Industrivej 7', 'Kirkebjerg']),
		);
		const [row] = await db.select({ on: landowners.lastTalkOn }).from(landowners).where(eq(landowners.id, owner.id));
		expect(row?.on).toBe(input.heldOn);
	});

	it('remembers that an owner was a firm', async () => {
		const role = await make.landowner({ name: world.demolund.name, companyId: world.demolund.id });
		const { id } = await logDialogue(world.anna, talk({ subjects: [{ kind: 'landowner', id: role.id }] }));
		const [row] = await db.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, id));
		expect(row).toMatchObject({ landownerId: role.id, thenCompanyId: world.demolund.id });
		expect(ids(await timelineOf(world.anna, { kind: 'company', id: world.demolund.id }))).toContain(id);
	});

	it('keeps the district of its day when one more subject is named later', async () => {
		const moved = await make.property({ name: 'Flyttevej 1', districtId: world.ejby.id });
		const ref = { kind: 'property' as const, id: moved.id };
		const input = talk({ subjects: [ref] });
		await logDialogue(world.anna, input);
		const { version, heldOn, note } = await dialogueFor(world.anna, input.id);
		await reviseDialogue(world.anna, input.id, { ...talk({ subjects: [ref, { kind: 'company', id: world.demolund.id }], heldOn, note }), version });
		const rows = await db.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, input.id));
		expect(rows).toHaveLength(2);
		expect(rows.find(({ propertyId }) => propertyId)).toMatchObject({ thenDistrictId: world.ejby.id });
	});
});

describe('a talk about owners and their land alone', () => {
	it('closes its note to other units, and opens it once a firm is named as well', async () => {
		const input = talk({ subjects: [{ kind: 'landowner', id: owner.id }], note: 'Vil sælge om to år.' });
		await logDialogue(world.anna, input);
		expect(await dialogueFor(world.bo, input.id)).toMatchObject({ isLandownerOnly: true, isNoteReadable: false, note: null });
		expect((await dialogueFor(world.lene, input.id)).note).toBe('Vil sælge om to år.');
		const subjects = [...input.subjects, { kind: 'company' as const, id: world.demolund.id }];
		await reviseDialogue(world.anna, input.id, { ...input, subjects, version: 1 });
		expect((await dialogueFor(world.bo, input.id)).note).toBe('Vil sælge om to år.');
	});

	it('is fine with a district alone, which is nobody’s secret', async () => {
		const input = talk({ subjects: [{ kind: 'district', id: world.ejby.id }] });
		const { home } = await logDialogue(world.anna, input);
		expect(home).toEqual({ kind: 'district', id: world.ejby.id });
		expect((await dialogueFor(world.bo, input.id)).note).toBe(input.note);
	});
});

describe('who was at the table', () => {
	it('keeps the role of that day when the role has ended since', async () => {
		const { id: contactId, roleId } = await make.contact({ name: 'Karl Værkfører', role: { companyId: world.demolund.id, title: 'Værkfører' } });
		const input = talk({ companyId: world.demolund.id, contactIds: [contactId], colleagueIds: [world.bo.id, world.anna.id] });
		await logDialogue(world.anna, input);
		await endRole(world.anna, roleId ?? '');
		const shown = await dialogueFor(world.bo, input.id);
		expect(shown.contacts).toEqual([{ id: contactId, name: 'Karl Værkfører', title: 'Værkfører', isPresent: true }]);
		expect(shown.colleagues.map(({ name }) => name)).toEqual([world.bo.name]);
		expect(ids(await timelineOf(world.anna, { kind: 'contact', id: contactId }))).toEqual([input.id]);
	});

	it('belongs to the heading: Bo reads it of Anna’s confidential talk', async () => {
		const { id: contactId } = await make.contact({ name: 'Hemmelig Hansen', role: { companyId: world.demolund.id } });
		const given = { confidentiality: 'confidential', confidentialityReason: 'business_secret', journalReference: '26/1234' } as const;
		const input = talk({ companyId: world.demolund.id, contactIds: [contactId], colleagueIds: [world.siri.id], ...given });
		await logDialogue(world.anna, input);
		expect(await dialogueFor(world.bo, input.id)).toMatchObject({
			note: null,
			contacts: [{ name: 'Hemmelig Hansen' }],
			colleagues: [{ name: world.siri.name }],
			journalReference: null,
		});
		expect((await dialogueFor(world.anna, input.id)).journalReference).toBe('26/1234');
	});

	it('makes a person on the way, once however often the form is sent', async () => {
		const newPerson = { name: 'Mette Holm', title: 'Driftschef', phone: '41 77 40 37', email: null };
		const input = talk({ companyId: world.prøvebageriet.id, newPerson });
		const answers = await Promise.all(Array.from({ length: 10 }, () => logDialogue(world.anna, input)));
		expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['saved']));
		const made = await db.select().from(contacts).where(eq(contacts.name, 'Mette Holm'));
		expect(made).toHaveLength(1);
		expect(
			await db
				.select()
				.from(contactRoles)
				.where(eq(contactRoles.contactId, made[0]?.id ?? '')),
		).toMatchObject([{ companyId: world.prøvebageriet.id, title: 'Driftschef' }]);
		expect((await dialogueFor(world.anna, input.id)).contacts).toMatchObject([{ name: 'Mette Holm', title: 'Driftschef' }]);
		expect((await logDialogue(world.anna, { ...input, newPerson: { ...newPerson, name: 'En Anden' } })).state).toBe('differs');
	});
});

describe('a firm made with the talk', () => {
	it('is registered with its person in the same deed, or not at all', async () => {
		const firm = { id: newId(), name: 'Helt Ny Prøvefirma', cvr: null };
		const newPerson = { name: 'Mette Nyholm', title: null, phone: '12345678', email: null };
		const input = talk({ companyId: firm.id, newFirm: firm, newPerson });
		expect(await refusal(logDialogue(world.anna, { ...input, id: newId(), topicIds: [newId()] }))).toBe(400);
		expect(await db.select().from(companies).where(eq(companies.id, firm.id))).toEqual([]);
		const { home } = await logDialogue(world.anna, input);
		expect(home).toEqual({ kind: 'company', id: firm.id });
		await logDialogue(world.anna, input);
		expect(await db.select().from(companies).where(eq(companies.name, firm.name))).toHaveLength(1);
		expect((await dialogueFor(world.anna, input.id)).contacts).toMatchObject([{ name: 'Mette Nyholm' }]);
	});

	it('becomes the firm that has the CVR number already', async () => {
		const firm = { id: newId(), name: 'Demolund?', cvr: '99000015' };
		expect((await logDialogue(world.anna, talk({ companyId: firm.id, newFirm: firm }))).home.id).toBe(world.demolund.id);
	});
});

describe('what follows', () => {
	it('can be several things, a promise to the one person met', async () => {
		const { id: contactId } = await make.contact({ name: 'Løfte Larsen', role: { companyId: world.demolund.id } });
		const rows = [
			{ text: 'Ring om lærlinge', dueOn: '2099-12-07', kind: 'task' as const },
			{ text: 'lovet at sende planen', dueOn: null, kind: 'promise' as const },
			{ text: 'Besøg igen', dueOn: '2099-12-08', kind: 'visit' as const, id: newId() },
		];
		const input = talk({ companyId: world.demolund.id, contactIds: [contactId], followUps: rows });
		await logDialogue(world.anna, input);
		await logDialogue(world.anna, input);
		const agreed = await db.select().from(followUps).where(eq(followUps.dialogueId, input.id));
		expect(agreed.map(({ kind, contactId: to }) => [kind, to]).sort()).toEqual([
			['promise', contactId],
			['task', null],
			['visit', contactId],
		]);
		expect(
			await refusal(logDialogue(world.anna, talk({ companyId: world.demolund.id, followUps: [{ ...rows[0], contactId: newId() } as never] }))),
		).toBe(400);
	});

	it('or nothing: Anna says so with one press, her unit alone can', async () => {
		const { id } = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		expect(await refusal(endWithoutNextStep(world.bo, id, true))).toBe(403);
		expect(await refusal(endWithoutNextStep(world.anna, newId(), true))).toBe(404);
		await endWithoutNextStep(world.anna, id, true);
		await endWithoutNextStep(world.anna, id, true);
		const [row] = await db
			.select()
			.from(dialogues)
			.where(and(eq(dialogues.id, id)));
		expect(row).toMatchObject({ hasNoNextStep: true, version: 2 });
	});
});

describe('the first field', () => {
	it('finds firms, owners, properties and districts, each with what it is', async () => {
		const kinds = async (typed: string) => (await subjectHits(world.anna, typed)).map(({ kind, name }) => `${kind} ${name}`);
		expect(await kinds('ida j')).toEqual(['landowner Ida Jordejer']);
		expect(await kinds('industriv')).toEqual(['property Industrivej 7']);
		expect(await kinds('kirkeb')).toContain('district Kirkebjerg');
		expect((await kinds('demol'))[0]).toBe('company Demolund Maskinfabrik ApS');
	});

	it('means the firm where a firm and its owner role are called the same, and asks between others', async () => {
		expect(await subjectTyped(world.anna, 'demolund maskinfabrik')).toMatchObject({ kind: 'one', subject: { kind: 'company' } });
		expect(await subjectTyped(world.anna, 'Industrivej 7')).toMatchObject({ kind: 'one', subject: { kind: 'property', id: land.id } });
		await make.company({ name: 'Kirkebjerg Auto' });
		expect(await subjectTyped(world.anna, 'kirkebj')).toMatchObject({ kind: 'several' });
		expect(await subjectTyped(world.anna, 'kirkebjerg')).toMatchObject({ kind: 'one', subject: { kind: 'district' } });
	});
});
