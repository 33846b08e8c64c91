import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { NewRoleInput } from '#app/contacts/contact-form.server.ts';
import { contactsOf, currentRolesOf, roleFor, rolesOf } from '#app/contacts/queries.server.ts';
import { addRole, endRole, joinRoles, reviseRole } from '#app/contacts/role-commands.server.ts';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { placeOfContact } from '#app/dialogues/place-asked.server.ts';
import { today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, contactRoles, dialogueContacts } from '#db/schema/index.ts';
import { refusal, talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const role = (contactId: string, given: Partial<NewRoleInput>): NewRoleInput => ({
	...{ id: newId(), contactId, title: null, isPrimary: false, propertyId: null, fromOn: null, ends: [] },
	...given,
});
const metIn = async (dialogueId: string) => (await db.select().from(dialogueContacts).where(eq(dialogueContacts.dialogueId, dialogueId)))[0];

describe('a new role', () => {
	it('ends the old one when asked, and talks of before keep the role and title of their day', async () => {
		const [old, next] = [await make.company({ name: 'Gammelt Job ApS' }), await make.company({ name: 'Nyt Job ApS' })];
		const { id, roleId } = await make.contact({ name: 'Skift Jobsen', role: { companyId: old.id, title: 'Svend' } });
		const { id: before } = await logDialogue(world.anna, talk({ companyId: old.id, contactIds: [id] }));
		await addRole(world.bo, role(id, { companyId: next.id, title: 'Mester', fromOn: '2026-11-01', ends: [roleId ?? ''] }));
		expect((await rolesOf(world.anna, id)).map(({ title, toOn }) => [title, toOn])).toEqual([
			['Mester', null],
			['Svend', '2026-11-01'],
		]);
		expect(await contactsOf(world.anna, { companyId: old.id })).toEqual([]);
		expect(await metIn(before)).toMatchObject({ contactRoleId: roleId, thenTitle: 'Svend' });
	});

	it('is one role after twenty equal posts', async () => {
		const { id } = await make.contact({ name: 'Tyve Rollersen' });
		const input = role(id, { companyId: world.demolund.id });
		await Promise.all(Array.from({ length: 20 }, () => addRole(world.anna, input)));
		expect(await db.select().from(contactRoles).where(eq(contactRoles.contactId, id))).toHaveLength(1);
		expect(await db.select().from(activity).where(eq(activity.subjectId, input.id))).toHaveLength(1);
	});

	it('with an owner can be narrowed to a property of theirs, and to no other', async () => {
		const owner = await make.landowner({ name: 'Jordbesidder Prøve' });
		const [own, other] = [await make.property({ name: 'Egen grund', owners: [owner] }), await make.property({ name: 'Andens grund' })];
		const { id } = await make.contact({ name: 'Administrator Testsen' });
		await addRole(world.anna, role(id, { landownerId: owner.id, propertyId: own.id }));
		expect(await contactsOf(world.anna, { landownerId: owner.id })).toMatchObject([{ contactId: id, property: { id: own.id, name: 'Egen grund' } }]);
		expect(await refusal(addRole(world.anna, role(id, { landownerId: owner.id, propertyId: other.id })))).toBe(400);
		expect(await refusal(addRole(world.anna, role(id, { companyId: world.demolund.id, propertyId: own.id })))).toBe(400);
	});

	it('takes the mark of the first to call from whoever had it there', async () => {
		const firm = await make.company({ name: 'Ring Først ApS' });
		const first = await make.contact({ name: 'Første Prøve', role: { companyId: firm.id, isPrimary: true } });
		const { id } = await make.contact({ name: 'Anden Prøve' });
		await addRole(world.anna, role(id, { companyId: firm.id, isPrimary: true }));
		expect((await contactsOf(world.anna, { companyId: firm.id })).map(({ contactId, isPrimary }) => [contactId, isPrimary])).toEqual([
			[id, true],
			[first.id, false],
		]);
	});

	it('from next month leaves today as it is: who is met where, who is called first, what is shown', async () => {
		const [old, next] = [await make.company({ name: 'Endnu Her ApS' }), await make.company({ name: 'Snart Der ApS' })];
		const present = await make.contact({ name: 'Nuværende Prøve', role: { companyId: next.id, isPrimary: true } });
		const { id, roleId } = await make.contact({ name: 'Fridolin Fremtidsen', role: { companyId: old.id, title: 'Værkfører', isPrimary: true } });
		const fromOn = addDays(today(), 30);
		await addRole(world.anna, role(id, { companyId: next.id, title: 'Direktør', isPrimary: true, fromOn, ends: [roleId ?? ''] }));

		const shown = async (companyId: string, others = false) =>
			(await contactsOf(world.anna, { companyId }, { others })).map(({ contactId, isPrimary }) => [contactId, isPrimary]);
		expect(await shown(old.id)).toEqual([[id, true]]);
		expect(await shown(next.id)).toEqual([[present.id, true]]);
		expect(await shown(next.id, true)).toEqual([
			[present.id, true],
			[id, false],
		]);
		expect((await currentRolesOf(world.anna, [id])).get(id)).toMatchObject([{ title: 'Værkfører' }]);
		expect(await placeOfContact(world.anna, id)).toEqual({ companyId: old.id });

		vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${fromOn}T09:00:00Z`) });
		try {
			expect(await shown(old.id)).toEqual([]);
			expect(await shown(next.id)).toEqual([
				[id, true],
				[present.id, false],
			]);
		} finally {
			vi.useRealTimers();
		}
	});

	it('is not a manager’s to give, and nobody’s without saying whom it is with', async () => {
		const { id } = await make.contact({ name: 'Uden Sted' });
		expect(await refusal(addRole(world.lene, role(id, { companyId: world.demolund.id })))).toBe(403);
		expect(await refusal(addRole(world.anna, role(id, {})))).toBe(400);
		expect(await refusal(addRole(world.anna, role(newId(), { companyId: world.demolund.id })))).toBe(404);
	});
});

describe('a role that stands', () => {
	it('is revised by its version, and ended today in one press, pressed twice too', async () => {
		const { roleId } = await make.contact({ name: 'Ret Rolle', role: { companyId: world.demolund.id, isPrimary: true } });
		const id = roleId ?? '';
		const input = { id, title: 'Formand', isPrimary: true, propertyId: null, fromOn: '2026-01-01', toOn: null, version: 1 };
		expect(await reviseRole(world.anna, input)).toEqual({ kind: 'saved' });
		expect(await reviseRole(world.bo, { ...input, title: 'Chef' })).toMatchObject({ kind: 'conflict', edition: { by: world.anna.name } });
		await endRole(world.bo, id);
		await endRole(world.anna, id);
		expect(await roleFor(world.anna, id)).toMatchObject({ title: 'Formand', toOn: today(), isPrimary: false, roleVersion: 3 });
		expect(await refusal(endRole(world.lene, id))).toBe(403);
	});
});

describe('two roles of one person with the same firm', () => {
	it('become one that spans both, with the talks of both, in one line of the audit chain', async () => {
		const firm = await make.company({ name: 'Dobbelt ApS' });
		const { id, roleId } = await make.contact({ name: 'Dobbelt Rollesen', role: { companyId: firm.id, fromOn: '2020-01-01', toOn: '2026-11-10' } });
		const { id: held } = await logDialogue(world.anna, talk({ companyId: firm.id, contactIds: [id], heldOn: '2026-11-02' }));
		const other = await make.role(id, { siteId: firm.siteId, title: 'Direktør', fromOn: '2023-01-01' });
		const pair = { keepId: other.id, otherId: roleId ?? '' };
		expect(await refusal(joinRoles(world.lene, pair))).toBe(403);
		await Promise.all([1, 2, 3].map(() => joinRoles(world.anna, pair)));
		expect(await rolesOf(world.anna, id)).toMatchObject([{ roleId: other.id, title: 'Direktør', fromOn: '2020-01-01', toOn: null }]);
		expect(await metIn(held)).toMatchObject({ contactRoleId: other.id });
		expect((await db.select().from(activity).where(eq(activity.subjectId, other.id))).map(({ verb }) => verb)).toEqual(['contactRole.joined']);
	});

	it('are never roles with two firms, or of two people', async () => {
		const a = await make.contact({ name: 'A Prøve', role: { companyId: world.demolund.id } });
		const b = await make.contact({ name: 'B Prøve', role: { companyId: world.demolund.id } });
		const elsewhere = await make.role(a.id, { companyId: world.prøvebageriet.id });
		for (const otherId of [b.roleId ?? '', elsewhere.id, a.roleId ?? '', newId()])
			expect(await refusal(joinRoles(world.anna, { keepId: a.roleId ?? '', otherId }))).toBe(400);
	});
});
