import { beforeAll, describe, expect, it } from 'vitest';
import * as newPerson from '#app/admin/routes/new-person.tsx';
import * as newUnit from '#app/admin/routes/new-unit.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import * as newCommitment from '#app/companies/routes/commitment-form.tsx';
import * as newCompany from '#app/companies/routes/new.tsx';
import * as newSite from '#app/companies/routes/site-form.tsx';
import { createContact } from '#app/contacts/commands.server.ts';
import * as consents from '#app/contacts/routes/consents.tsx';
import * as newRole from '#app/contacts/routes/new-role.tsx';
import * as newDistrict from '#app/districts/routes/form.tsx';
import * as newIssue from '#app/issues/routes/form.tsx';
import { ownersOfProperty } from '#app/landowners/queries.server.ts';
import * as sale from '#app/properties/routes/sale.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Back in the browser, a word changed, sent again: "saved" would be a lie, and a second record a surprise.

let world: World;
const contactId = newId();
beforeAll(async () => {
	world = await buildWorld();
	await createContact(world.anna, {
		id: contactId,
		name: 'Karen Sendtigen',
		phone: null,
		email: null,
		title: null,
		isPrimary: false,
		confirm: 'yes',
	});
});

interface Case {
	as: () => Viewer;
	action: typeof newCompany.action;
	params?: () => Record<string, string>;
	form: () => Record<string, string>;
	/** A further word typed before it is sent again. */
	more: Record<string, string>;
	fresh: Record<string, string>;
}

const cases: Record<string, Case> = {
	firm: {
		as: () => world.anna,
		action: newCompany.action,
		form: () => ({ name: 'Sendt Igen Smedeværk', address: 'Prøvevej 90', postalCode: '2600', headcount: '12', website: 'smed.example' }),
		more: { address: 'Prøvevej 91' },
		fresh: { name: 'Et ganske andet væveri' },
	},
	site: {
		as: () => world.anna,
		action: newSite.action as Case['action'],
		params: () => ({ companyId: world.demolund.id }),
		form: () => ({ name: 'Lager', address: 'Prøvevej 70', postalCode: '2600', point: '55,68 12,40' }),
		more: { city: 'Glostrup' },
		fresh: { address: 'Prøvevej 71' },
	},
	district: {
		as: () => world.adam,
		action: newDistrict.action as Case['action'],
		form: () => ({ name: 'Sendt Igen Kvarter', colour: 'teal', identity: 'Værksteder' }),
		more: { identity: 'Værksteder og kontorer' },
		fresh: { name: 'Et andet kvarter' },
	},
	person: {
		as: () => world.adam,
		action: newPerson.action as Case['action'],
		form: () => ({
			name: 'Sanne Sendtigen',
			email: 'sanne@distrikt.example',
			[`roles.${world.units.it}`]: 'manager',
		}),
		more: { name: 'Sanne Sendtigen-Hansen' },
		fresh: { email: 'sanne2@distrikt.example' },
	},
	unit: {
		as: () => world.adam,
		action: newUnit.action as Case['action'],
		form: () => ({ name: 'Sendt Igen Afdelingen' }),
		more: { name: 'Sendt Igen Kontoret' },
		fresh: {},
	},
	commitment: {
		as: () => world.anna,
		action: newCommitment.action as Case['action'],
		params: () => ({ companyId: world.demolund.id }),
		form: () => ({ kind: 'internships', places: '2', fromOn: '2026-05-01' }),
		more: { note: 'Kun om sommeren' },
		fresh: {},
	},
	role: {
		as: () => world.anna,
		action: newRole.action as Case['action'],
		params: () => ({ contactId }),
		form: () => ({ where: world.demolund.name, picked: `company:${world.demolund.id}`, title: 'Værkfører' }),
		more: { title: 'Fabrikschef' },
		fresh: {},
	},
	consent: {
		as: () => world.anna,
		action: consents.action as Case['action'],
		params: () => ({ contactId }),
		form: () => ({ channel: 'email', purpose: 'invitations', answer: 'given', givenOn: '2026-05-01' }),
		more: { answer: 'refused' },
		fresh: {},
	},
	issue: {
		as: () => world.anna,
		action: newIssue.action as Case['action'],
		form: () => ({ title: 'Lastbiler i kø' }),
		more: { title: 'Lastbiler i kø ved porten' },
		fresh: {},
	},
};

describe.each(Object.keys(cases))('the form of a new %s', (kind) => {
	const { as, action, params, form, more, fresh } = cases[kind] ?? expect.unreachable();
	const send = async (typed: Record<string, string>) => {
		const answer = await call(action, { as: as(), params: params?.() ?? {}, form: typed });
		return { ...answer, told: (answer.data as { earlier?: { to: string; freshId: string } | null }).earlier };
	};

	it('sent again as it was is answered like the first time; with other words its writer is told, and may make another', async () => {
		const first = { id: newId(), ...form() };
		expect((await send(first)).status).toBeLessThan(303);
		expect((await send(first)).status).toBe(302);
		const again = await send({ ...first, ...more });
		expect(again.status).toBe(409);
		expect(again.told).toEqual({ to: expect.stringMatching(/^\/[a-z]/), freshId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
		const another = await send({ ...first, ...more, ...fresh, id: String(again.told?.freshId) });
		expect([201, 302]).toContain(another.status);
	});
});

it('a sale sent again as it was is answered like the first time; to another buyer its writer is told, and nothing is sold twice', async () => {
	const property = await make.property({ name: 'Sendtigengrunden' });
	const { id: ownershipId } = await make.ownership({ propertyId: property.id, landownerId: world.ole.id, shareOf: 1, shareIn: 1 });
	const first = { id: newId(), version: '1', owner: world.prøvefonden.name, picked: `owner:${world.prøvefonden.id}`, soldOn: '2026-06-01' };
	const sell = (form: Record<string, string>) => call(sale.action, { as: world.anna, params: { ownershipId }, form });
	expect((await sell(first)).status).toBe(302);
	expect((await sell(first)).status).toBe(302);
	const toDemolund = { owner: world.demolund.name, picked: `company:${world.demolund.id}` };
	const changed: Array<Record<string, string>> = [{ soldOn: '2026-06-02' }, { part: '1/2' }, toDemolund];
	for (const more of changed) {
		const again = await sell({ ...first, ...more });
		expect(again).toMatchObject({ status: 409, data: { earlier: { to: `/properties/${property.id}`, freshId: expect.any(String) } } });
	}
	expect(await ownersOfProperty(world.anna, property.id)).toMatchObject([{ name: world.prøvefonden.name, fromOn: '2026-06-01' }]);
});
