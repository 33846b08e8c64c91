import { beforeAll, describe, expect, it } from 'vitest';
import * as newPerson from '#app/admin/routes/new-person.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import * as newCompany from '#app/companies/routes/new.tsx';
import * as newSite from '#app/companies/routes/new-site.tsx';
import * as newDistrict from '#app/districts/routes/new.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Back in the browser, a word changed, sent again: "saved" would be a lie, and a second record a surprise.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
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
			'memberships[0].unitId': world.units.it,
			'memberships[0].role': 'manager',
		}),
		more: { name: 'Sanne Sendtigen-Hansen' },
		fresh: { email: 'sanne2@distrikt.example' },
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
