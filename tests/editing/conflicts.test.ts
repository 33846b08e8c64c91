import { beforeAll, describe, expect, it } from 'vitest';
import * as editUnit from '#app/admin/routes/unit.tsx';
import * as account from '#app/auth/routes/account.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import * as editCompany from '#app/companies/routes/edit.tsx';
import * as editSite from '#app/companies/routes/edit-site.tsx';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import * as editDialogue from '#app/dialogues/routes/edit.tsx';
import { districtFor } from '#app/districts/queries.server.ts';
import * as editDistrict from '#app/districts/routes/edit.tsx';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { memberships } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { versionPosted } from './version-posted.tsx';

// Two people have the same form open, without scripts: whoever saves last is told, and overwrites knowingly or not at all.

let world: World;
/** Bo helps out in Anna's unit: talks are revised within it. */
let bo: Viewer;
beforeAll(async () => {
	world = await buildWorld();
	const membership = { unitId: world.units.business, unitName: 'Erhvervsservice', role: 'consultant' as const };
	await write(async (tx) => {
		await tx.insert(memberships).values({ unitId: membership.unitId, role: membership.role, id: newId(), userId: world.bo.id });
	});
	bo = { ...world.bo, memberships: [...world.bo.memberships, membership] };
});

interface Refused {
	result: Parameters<typeof versionPosted>[0]['lastResult'];
	conflict: { version: number; by: string | null; at: Date } | null;
}
interface Case {
	route: { action: typeof editCompany.action };
	params: Record<string, string>;
	form: Record<string, string>;
	/** The field both write in, and a text it refuses. */
	text: string;
	refused: Record<string, string>;
	anna: Viewer;
	bo: Viewer;
}

const cases: Record<string, () => Promise<Case>> = {
	company: async () => {
		const { id, name } = world.demolund;
		const form = { id, name, cvr: '99000015', knowledgeOverride: 'auto' };
		return { route: editCompany, params: { companyId: id }, form, text: 'alternativeNames', refused: { email: 'x' }, anna: world.anna, bo };
	},
	site: async () => {
		const { siteId: id, name } = world.demolund;
		const form = { id, name, pNumber: '1099000011', address: 'Prøvevej 4', postalCode: '2600', city: 'Glostrup' };
		return { route: editSite, params: { siteId: id }, form, text: 'city', refused: { point: 'x' }, anna: world.anna, bo };
	},
	district: async () => {
		const { boundary } = await districtFor(world.anna, world.kirkebjerg.slug);
		const form = { id: world.kirkebjerg.id, name: 'Kirkebjerg', colour: 'teal', boundary: JSON.stringify(boundary) };
		const params = { slug: world.kirkebjerg.slug };
		return { route: editDistrict, params, form, text: 'identity', refused: { colour: 'x' }, anna: world.anna, bo };
	},
	dialogue: async () => {
		const { id } = await logDialogue(world.anna, talk({ companyId: world.demolund.id }));
		const form = { firm: world.demolund.name, channel: 'visit', heldOn: '2026-11-02', confidentiality: 'open' };
		return { route: editDialogue, params: { dialogueId: id }, form, text: 'note', refused: { heldOn: 'x' }, anna: world.anna, bo };
	},
	unit: async () => ({
		...{ route: editUnit, params: { unitId: world.units.planning }, form: {}, text: 'name', refused: { name: '' } },
		...{ anna: world.adam, bo: world.adam },
	}),
	account: async () => ({ route: account, params: {}, form: {}, text: 'name', refused: { name: '' }, anna: world.anna, bo: world.anna }),
};

describe.each(Object.keys(cases))('two who edit the same %s', (kind) => {
	it('lose nothing: the second keeps the text, is told whose edition stands, and saves over it only when asked again', async () => {
		const { route, params, form, text, refused, anna, bo: other } = (await cases[kind]?.()) ?? expect.unreachable();
		const post = async (as: Viewer, typed: Record<string, string>) => {
			const answer = await call(route.action, { as, params, form: { ...form, ...(text in form ? {} : { [text]: 'Fælles' }), ...typed } });
			return { ...answer, refused: answer.data as Refused };
		};
		const opened = 1;
		expect((await post(other, { [text]: 'Bos udgave', version: String(opened) })).status).toBe(302);

		// A refusal in between shows the page with the new version loaded; the form still posts the one Anna saw.
		const faulty = await post(anna, { [text]: 'Annas udgave', ...refused, version: String(opened) });
		expect(faulty.status).toBe(400);
		const seen = versionPosted({ version: opened + 1, lastResult: faulty.refused.result, conflict: faulty.refused.conflict });
		expect(seen).toBe(String(opened));

		const late = await post(anna, { [text]: 'Annas udgave', version: seen });
		expect(late.status).toBe(409);
		expect(late.refused.result?.initialValue).toMatchObject({ [text]: 'Annas udgave' });
		expect(late.refused.conflict).toEqual({ version: 2, by: kind === 'account' ? 'Bos udgave' : other.name, at: expect.any(Date) });
		const told = versionPosted({ version: opened, lastResult: late.refused.result, conflict: late.refused.conflict });
		expect(told).toBe('2');

		// A slip after the notice does not forget that it was read.
		const slip = await post(anna, { [text]: 'Annas udgave', ...refused, version: told });
		const still = versionPosted({ version: opened, lastResult: slip.refused.result, conflict: slip.refused.conflict });
		expect((await post(anna, { [text]: 'Annas udgave', version: still })).status).toBe(302);
	});
});

describe('an edit sent again because its answer was lost', () => {
	it.each(['company', 'site', 'district'])('is no conflict with itself: %s', async (kind) => {
		const { route, params, form, text, anna } = (await cases[kind]?.()) ?? expect.unreachable();
		const fields = { ...form, [text]: `Sendt to gange ${kind}`, version: '3' };
		expect((await call(route.action, { as: anna, params, form: fields })).status).toBe(302);
		expect((await call(route.action, { as: anna, params, form: fields })).status).toBe(302);
		expect((await call(route.action, { as: anna, params, form: { ...fields, [text]: 'Noget andet' } })).status).toBe(409);
	});
});
