import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { commitmentFor, commitmentsOf, recordCommitment } from '#app/companies/commitments.server.ts';
import { contactsOf, rolesOf } from '#app/contacts/queries.server.ts';
import { addRole } from '#app/contacts/role-commands.server.ts';
import { raiseIssue } from '#app/issues/commands.server.ts';
import { issueFor, issuesOf } from '#app/issues/queries.server.ts';
import { holdingsOf } from '#app/landowners/landowner-list.server.ts';
import { ownersOfProperty, propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { shareOf } from '#app/landowners/share.ts';
import { addOwnership, reviseOwnership } from '#app/properties/ownerships.server.ts';
import { sellShare } from '#app/properties/sale.server.ts';
import { found } from '#app/search/find.server.ts';
import { questionFrom } from '#app/search/question.ts';
import { hangingOn } from '#app/upkeep/hanging.server.ts';
import { historyOf } from '#app/upkeep/history.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { type RemovalState, settleEntry } from '#app/upkeep/removal.server.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activitySubjects } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// What was written by mistake is removed, and had back: by those who may write it, once, and it leaves no trace in what is read.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const settle = (as: Viewer, kind: string, id: string, state: RemovalState, version: number) => settleEntry(as, kind, id, state, version);
const foundBy = async (as: Viewer, typed: string, kind: 'contact' | 'issue') => {
	const question = questionFrom(typed);
	return question ? (await found(as, question, 10, { kinds: [kind] })).flatMap(({ cards }) => cards) : [];
};
const verbsOf = async (id: string) =>
	(await db.select({ verb: activity.verb }).from(activity).where(eq(activity.subjectId, id))).map(({ verb }) => verb);

describe('a share written to the wrong owner', () => {
	const written = async (name: string) => {
		const property = await make.property({ name, landArea: 4_000 });
		const id = newId();
		const share = { id, propertyId: property.id, owner: { landownerId: world.ole.id }, share: shareOf(1, 1), fromOn: null, toOn: null };
		await addOwnership(world.anna, share);
		return { id, property, share };
	};

	it('leaves the property and the owner alike, and comes back as it was', async () => {
		const { id, property } = await written('Fejlgrunden');
		const areaOf = async () => (await holdingsOf(world.anna, [world.ole.id])).get(world.ole.id)?.landArea ?? 0;
		const before = await areaOf();
		expect(await settle(world.adam, 'ownership', id, 'removed', 1)).toEqual({ kind: 'settled', page: `/properties/${property.id}`, version: 2 });
		expect(await ownersOfProperty(world.bo, property.id)).toEqual([]);
		expect((await propertiesOfOwner(world.bo, world.ole.id)).map(({ propertyId }) => propertyId)).not.toContain(property.id);
		expect(await areaOf()).toBe(before - 4_000);
		expect(await hangingOn(db, 'property', property.id)).toEqual([]);
		expect(await settle(world.anna, 'ownership', id, 'removed', 1)).toMatchObject({ kind: 'settled', version: 0 });
		expect(await settle(world.anna, 'ownership', id, 'present', 2)).toMatchObject({ kind: 'settled', version: 3 });
		expect(await ownersOfProperty(world.bo, property.id)).toMatchObject([{ landownerId: world.ole.id, share: shareOf(1, 1) }]);
		expect(await areaOf()).toBe(before);
		expect(await verbsOf(id)).toEqual(['ownership.added', 'ownership.removed', 'ownership.restored']);
		const touched = await db
			.select({ id: activitySubjects.subjectId })
			.from(activitySubjects)
			.innerJoin(activity, and(eq(activity.seq, activitySubjects.seq), eq(activity.verb, 'ownership.removed')));
		expect(touched.map((row) => row.id)).toEqual(expect.arrayContaining([property.id, world.ole.id]));
		for (const [kind, record] of [
			['property', property.id],
			['landowner', world.ole.id],
		] as const) {
			const { lines } = await historyOf(world.anna, await recordFor(world.anna, kind, record), null);
			expect(lines.slice(0, 3).map(({ deed, by }) => `${deed}, ${by}`)).toEqual([
				'Andel sat tilbage, Anna Prøvesen',
				'Andel fjernet, Adam Testrup',
				'Andel tilføjet, Anna Prøvesen',
			]);
		}
	});

	it('is not removed over somebody’s correction, nor sold or put right once it is gone', async () => {
		const { id, property } = await written('Rettegrunden');
		await reviseOwnership(world.adam, { id, version: 1, share: shareOf(1, 2), fromOn: null, toOn: null });
		expect(await settle(world.anna, 'ownership', id, 'removed', 1)).toEqual({ kind: 'changed', page: `/properties/${property.id}` });
		expect(await ownersOfProperty(world.bo, property.id)).toHaveLength(1);
		await settle(world.anna, 'ownership', id, 'removed', 2);
		const revised = { id, version: 3, share: shareOf(1, 3), fromOn: null, toOn: null };
		await expect(reviseOwnership(world.anna, revised)).rejects.toMatchObject({ init: { status: 404 } });
		const sale = { saleId: newId(), ownershipId: id, version: 3, buyer: { landownerId: world.prøvefonden.id }, soldOn: '2026-06-01', part: null };
		await expect(sellShare(world.anna, sale)).rejects.toMatchObject({ init: { status: 404 } });
	});

	it('gives way to one written anew: it does not come back beside it, and its form sent again says so', async () => {
		const { id, property, share } = await written('Dobbeltgrunden');
		await settle(world.anna, 'ownership', id, 'removed', 1);
		expect(await addOwnership(world.anna, share)).toMatchObject({ kind: 'differs' });
		expect(await addOwnership(world.anna, { ...share, id: newId() })).toMatchObject({ kind: 'saved' });
		expect(await settle(world.anna, 'ownership', id, 'present', 2)).toMatchObject({ kind: 'changed' });
		expect(await ownersOfProperty(world.bo, property.id)).toHaveLength(1);
	});

	it('is removed by twenty presses at once one time', async () => {
		const { id } = await written('Tyvetrykgrunden');
		const answers = await Promise.all(Array.from({ length: 20 }, () => settle(world.anna, 'ownership', id, 'removed', 1)));
		expect(answers.filter((answer) => answer.kind === 'settled' && answer.version > 0)).toHaveLength(1);
		expect((await verbsOf(id)).filter((verb) => verb === 'ownership.removed')).toHaveLength(1);
	});
});

it('a role written to the wrong firm leaves the person, the firm and search, and comes back as whom to call first', async () => {
	const { id: contactId } = await make.contact({ name: 'Karla Forbytning' });
	const id = newId();
	const role = { id, contactId, companyId: world.demolund.id, title: 'Fejlkontakt', isPrimary: true, fromOn: null, propertyId: null, ends: [] };
	await addRole(world.bo, role);
	const page = `/contacts/${contactId}`;
	const hits = async () => (await foundBy(world.bo, 'fejlkontakt', 'contact')).length;
	expect(await hits()).toBe(1);
	expect(await settle(world.bo, 'contactRole', id, 'removed', 1)).toEqual({ kind: 'settled', page, version: 2 });
	expect(await rolesOf(world.bo, contactId)).toEqual([]);
	expect((await contactsOf(world.bo, { companyId: world.demolund.id })).map((line) => line.roleId)).not.toContain(id);
	expect(await hits()).toBe(0);
	expect(await addRole(world.bo, role)).toEqual({ kind: 'differs', id });
	expect(await settle(world.bo, 'contactRole', id, 'present', 2)).toMatchObject({ kind: 'settled', version: 3 });
	expect(await rolesOf(world.bo, contactId)).toMatchObject([{ roleId: id, isPrimary: true, title: 'Fejlkontakt' }]);
	expect(await hits()).toBe(1);
});

it('a commitment nobody made leaves the firm, and comes back', async () => {
	const id = newId();
	const input = { id, kind: 'network' as const, places: null, note: null, fromOn: '2026-05-01', toOn: null, version: undefined };
	await recordCommitment(world.anna, world.demolund.id, input);
	const shown = async () => (await commitmentsOf(world.lene, world.demolund.id)).map((line) => line.id);
	expect(await settle(world.bo, 'commitment', id, 'removed', 1)).toEqual({ kind: 'settled', page: `/companies/${world.demolund.id}`, version: 2 });
	expect(await shown()).not.toContain(id);
	await expect(commitmentFor(world.anna, id)).rejects.toMatchObject({ init: { status: 404 } });
	expect(await recordCommitment(world.anna, world.demolund.id, input)).toEqual({ kind: 'differs', id: input.id });
	await settle(world.anna, 'commitment', id, 'present', 2);
	expect(await shown()).toContain(id);
});

it('an issue raised by mistake leaves lists and search; one raised in a talk is the talk’s', async () => {
	const id = newId();
	const place = { companyId: world.demolund.id, landownerId: null, districtId: null };
	await raiseIssue(world.anna, { id, title: 'Fejlrejst trafiksag', topicId: null, ...place });
	expect(await settle(world.bo, 'issue', id, 'removed', 1)).toEqual({ kind: 'settled', page: '/issues', version: 2 });
	await expect(issueFor(world.anna, id)).rejects.toMatchObject({ init: { status: 404 } });
	expect(await foundBy(world.anna, 'trafiksag', 'issue')).toEqual([]);
	expect(await settle(world.bo, 'issue', id, 'present', 2)).toEqual({ kind: 'settled', page: `/issues/${id}`, version: 3 });
	expect((await issuesOf(world.anna, { companyId: world.demolund.id })).map((line) => line.id)).toContain(id);
});

it('only those who may write an entry remove it, and an id of nothing is not found', async () => {
	const refused: Array<[Viewer, string]> = [
		[world.bo, 'ownership'],
		[world.lene, 'ownership'],
		[world.lene, 'contactRole'],
		[world.lene, 'commitment'],
		[world.adam, 'commitment'],
		[world.lene, 'issue'],
		[world.adam, 'issue'],
	];
	for (const [viewer, kind] of refused) await expect(settle(viewer, kind, newId(), 'removed', 1)).rejects.toMatchObject({ init: { status: 403 } });
	for (const kind of ['ownership', 'contactRole', 'commitment', 'issue'] as const)
		for (const id of [newId(), 'x']) await expect(settle(world.anna, kind, id, 'removed', 1)).rejects.toMatchObject({ init: { status: 404 } });
});
