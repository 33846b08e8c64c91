import { beforeAll, describe, expect, test } from 'vitest';
import { recordCommitment } from '#app/companies/commitments.server.ts';
import * as editCommitment from '#app/companies/routes/commitment-form.tsx';
import * as newCommitment from '#app/companies/routes/commitment-form.tsx';
import * as editCompany from '#app/companies/routes/edit.tsx';
import * as editSite from '#app/companies/routes/site-form.tsx';
import * as newSite from '#app/companies/routes/site-form.tsx';
import { consentsOf } from '#app/contacts/consents.server.ts';
import * as consents from '#app/contacts/routes/consents.tsx';
import * as editRole from '#app/contacts/routes/edit-role.tsx';
import * as newRole from '#app/contacts/routes/new-role.tsx';
import * as newTalk from '#app/dialogues/routes/new.tsx';
import * as editOwnership from '#app/properties/routes/edit-ownership.tsx';
import * as newOwner from '#app/properties/routes/new-owner.tsx';
import * as sale from '#app/properties/routes/sale.tsx';
import * as archival from '#app/upkeep/routes/archival.tsx';
import * as history from '#app/upkeep/routes/history.tsx';
import * as removal from '#app/upkeep/routes/removal.ts';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Numbers and days a hand can write into a form or an address, but no form of ours sends: PostgreSQL keeps numbers of 32 bits
// and days of the calendar, and fails on anything else where SQLite keeps it.

let world: World;
let ids: Record<'commitmentId' | 'contactId' | 'roleId' | 'propertyId' | 'ownershipId' | 'siteId' | 'companyId', string>;
beforeAll(async () => {
	world = await buildWorld();
	const { id: contactId, roleId } = await make.contact({ name: 'Ulla Ulige', role: { companyId: world.demolund.id } });
	const property = await make.property({ name: 'Uligevej 3' });
	const ownership = await make.ownership({ propertyId: property.id, landownerId: world.ole.id, shareOf: 1, shareIn: 1 });
	const commitmentId = newId();
	const commitment = { id: commitmentId, kind: 'network' as const, places: null, note: null, fromOn: '2026-05-01', toOn: null, version: undefined };
	await recordCommitment(world.anna, world.demolund.id, commitment);
	ids = {
		...{ commitmentId, contactId, roleId: roleId ?? '', propertyId: property.id, ownershipId: ownership.id },
		...{ siteId: world.demolund.siteId, companyId: world.demolund.id },
	};
});

const VERSIONS = ['abc', '1.5', '99999999999', '2147483647', '2147483648', '-1', '0', '1e3', 'NaN', '9'.repeat(400), '', '١'];

describe('a version that is none', () => {
	const deeds = {
		'puts no record away': (version: string) =>
			call(archival.action, { as: world.anna, params: { kind: 'company', recordId: ids.companyId }, form: { state: 'archived', version } }),
		'puts no field back': (version: string) =>
			call(history.action, { as: world.anna, params: { kind: 'company', recordId: ids.companyId }, form: { change: newId(), version } }),
		'removes no entry': (version: string) =>
			call(removal.action, { as: world.anna, params: { entry: 'commitment', entryId: ids.commitmentId }, form: { state: 'removed', version } }),
		'sells no share': (version: string) =>
			call(sale.action, {
				...{ as: world.anna, params: { ownershipId: ids.ownershipId } },
				form: { id: newId(), version, owner: world.prøvefonden.name, soldOn: '2026-05-01' },
			}),
	};
	test.each(Object.entries(deeds))('%s', async (_, deed) => {
		for (const version of VERSIONS) {
			const { status } = await deed(version);
			// "1e3" is a number: of an edition nobody made.
			expect([version, [400, 409].includes(status)]).toEqual([version, true]);
		}
	});

	test('is no obstacle to an edit without a base: what stands saved is asked', async () => {
		for (const version of VERSIONS) {
			const form = { id: ids.commitmentId, kind: 'network', fromOn: '2026-05-01', version };
			const answer = await call(editCommitment.action, { as: world.anna, params: { commitmentId: ids.commitmentId }, form });
			expect([302, 409]).toContain(answer.status);
		}
	});
});

test('a history goes on behind any number an address may name', async () => {
	for (const before of ['999999999999999', '2147483648', '2147483647', '0', '-1', 'abc', '1.5', '9'.repeat(400), '%00']) {
		const url = `/history/company/${ids.companyId}?before=${before}`;
		expect((await call(history.loader, { as: world.anna, url, params: { kind: 'company', recordId: ids.companyId } })).status).toBe(200);
	}
});

const DAYS = [
	'2024-02-31',
	'2023-02-29',
	'2024-06-31',
	'2024-13-01',
	'2024-00-10',
	'0000-01-01',
	'2024-1-1',
	'10000-01-01',
	'2024-02-01T00:00',
	'abc',
];

describe('a day the calendar does not have', () => {
	const given = (fields: Record<string, string>) => ({ id: newId(), ...fields });
	const fields = {
		'a person’s answer': (givenOn: string) =>
			call(consents.action, {
				...{ as: world.anna, params: { contactId: ids.contactId } },
				form: given({ channel: 'email', purpose: 'invitations', answer: 'given', givenOn }),
			}),
		'a role’s beginning': (fromOn: string) =>
			call(newRole.action, { as: world.anna, params: { contactId: ids.contactId }, form: given({ where: world.demolund.name, fromOn }) }),
		'a role’s end': (toOn: string) =>
			call(editRole.action, { as: world.anna, params: { roleId: ids.roleId }, form: { id: ids.roleId, version: '1', toOn } }),
		'what a firm takes part in': (fromOn: string) =>
			call(newCommitment.action, { as: world.anna, params: { companyId: ids.companyId }, form: given({ kind: 'network', fromOn }) }),
		'and until when': (toOn: string) =>
			call(newCommitment.action, {
				as: world.anna,
				params: { companyId: ids.companyId },
				form: given({ kind: 'network', fromOn: '2020-01-01', toOn }),
			}),
		'a site’s first day': (startedOn: string) =>
			call(newSite.action, { as: world.anna, params: { companyId: ids.companyId }, form: given({ name: 'Ulige', startedOn }) }),
		'a site’s last day': (ceasedOn: string) =>
			call(editSite.action, { as: world.anna, params: { siteId: ids.siteId }, form: { id: ids.siteId, version: '1', name: 'Ulige', ceasedOn } }),
		'the day of a headcount': (headcountOn: string) =>
			call(editSite.action, { as: world.anna, params: { siteId: ids.siteId }, form: { id: ids.siteId, version: '1', name: 'Ulige', headcountOn } }),
		'a firm’s founding': (foundedOn: string) =>
			call(editCompany.action, {
				as: world.anna,
				params: { companyId: ids.companyId },
				form: { id: ids.companyId, version: '1', name: 'Ulige', foundedOn },
			}),
		'a sale': (soldOn: string) =>
			call(sale.action, {
				...{ as: world.anna, params: { ownershipId: ids.ownershipId } },
				form: given({ version: '1', owner: world.prøvefonden.name, soldOn }),
			}),
		'an ownership': (fromOn: string) =>
			call(newOwner.action, { as: world.anna, params: { propertyId: ids.propertyId }, form: given({ owner: world.prøvefonden.name, fromOn }) }),
		'an ownership put right': (toOn: string) =>
			call(editOwnership.action, { as: world.anna, params: { ownershipId: ids.ownershipId }, form: { id: ids.ownershipId, version: '1', toOn } }),
		'a talk': (heldOn: string) => call(newTalk.action, { as: world.anna, form: given({ firm: 'Demolund', note: 'Kort.', heldOn }) }),
	};
	test.each(Object.entries(fields))('is refused at the field of %s', async (_, send) => {
		for (const day of DAYS) {
			const { status, data } = await send(day);
			// Where there are other values than the page showed, both are shown before the faults.
			expect([day, [400, 409].includes(status)]).toEqual([day, true]);
			expect(data).toHaveProperty('result');
		}
	});

	test('is nowhere kept', async () => {
		expect(await consentsOf(ids.contactId)).toEqual([]);
	});
});
