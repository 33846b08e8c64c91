import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createContact } from '#app/contacts/commands.server.ts';
import { addRole, joinRoles, reviseRole } from '#app/contacts/role-commands.server.ts';
import { settleEntry } from '#app/upkeep/removal.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activitySubjects, contactRoles } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Whoever is no longer the first to call at a firm lost that to a deed that stands, and its line says who.

let world: World;
let firmId: string;
let first: { id: string; roleId: string };
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(async () => {
	firmId = (await make.company({ name: 'Førstringsprøven' })).id;
	const { id, roleId } = await make.contact({ name: 'Frida Førsteprøve', role: { companyId: firmId, isPrimary: true } });
	first = { id, roleId: roleId ?? '' };
});

const isFirst = async (id: string) => (await db.select().from(contactRoles).where(eq(contactRoles.id, id)))[0]?.isPrimary;
/** The roles named beside the subject in the latest line about it. */
async function alsoOf(kind: string, id: string): Promise<string[]> {
	const [line] = await db
		.select({ seq: activity.seq })
		.from(activity)
		.where(and(eq(activity.subjectKind, kind), eq(activity.subjectId, id)))
		.orderBy(desc(activity.seq))
		.limit(1);
	const named = await db
		.select({ id: activitySubjects.subjectId })
		.from(activitySubjects)
		.where(and(eq(activitySubjects.seq, line?.seq ?? 0), eq(activitySubjects.subjectKind, 'contactRole')));
	return named.map((one) => one.id);
}

it('a role had back with a stale version leaves the mark where it is; with the latest it takes it and says from whom', async () => {
	const other = await make.contact({ name: 'Otto Andenprøve' });
	const role = await make.role(other.id, { companyId: firmId, isPrimary: true, archivedAt: new Date(), version: 3 });
	expect(await settleEntry(world.bo, 'contactRole', role.id, 'present', 2)).toMatchObject({ kind: 'changed' });
	expect(await isFirst(first.roleId)).toBe(true);
	expect(await settleEntry(world.bo, 'contactRole', role.id, 'present', 3)).toMatchObject({ kind: 'settled' });
	expect([await isFirst(first.roleId), await isFirst(role.id)]).toEqual([false, true]);
	expect(await alsoOf('contactRole', role.id)).toEqual([first.roleId]);
});

it('a role revised under a stale version leaves the mark where it is; under the latest its line names who lost it', async () => {
	const other = await make.contact({ name: 'Otto Andenprøve' });
	const role = await make.role(other.id, { companyId: firmId, version: 2 });
	const input = { id: role.id, title: null, isPrimary: true, fromOn: null, toOn: null, propertyId: null };
	expect(await reviseRole(world.bo, { ...input, version: 1 })).toMatchObject({ kind: 'conflict' });
	expect(await isFirst(first.roleId)).toBe(true);
	expect(await reviseRole(world.bo, { ...input, version: 2 })).toEqual({ kind: 'saved' });
	expect([await isFirst(first.roleId), await isFirst(role.id)]).toEqual([false, true]);
	expect(await alsoOf('contactRole', role.id)).toEqual([first.roleId]);
});

it('a new role, a new person and a joined role name in their lines who lost the mark', async () => {
	const other = await make.contact({ name: 'Otto Andenprøve' });
	const added = { id: newId(), contactId: other.id, companyId: firmId, title: null, isPrimary: true, fromOn: null, propertyId: null, ends: [] };
	await addRole(world.bo, added);
	expect(await alsoOf('contactRole', added.id)).toEqual([first.roleId]);
	const person = { id: newId(), name: 'Pia Nyprøve', phone: null, email: null, title: null, isPrimary: true, fromOn: null, confirm: 'on' };
	await createContact(world.bo, { ...person, companyId: firmId });
	expect(await alsoOf('contact', person.id)).toContain(added.id);
	expect(await isFirst(added.id)).toBe(false);
	const [pias] = await db.select().from(contactRoles).where(eq(contactRoles.contactId, person.id));
	const site = await make.site(firmId, { name: 'Afdelingen', address: 'Prøvevej 9' });
	const atSite = await make.role(other.id, { siteId: site.id, isPrimary: true });
	await joinRoles(world.bo, { keepId: added.id, otherId: atSite.id });
	expect([await isFirst(added.id), await isFirst(pias?.id ?? '')]).toEqual([true, false]);
	expect(await alsoOf('contactRole', added.id)).toContain(pias?.id);
});
