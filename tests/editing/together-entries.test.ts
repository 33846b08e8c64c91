import { beforeAll, describe, expect, it } from 'vitest';
import * as editPerson from '#app/admin/routes/person.tsx';
import * as editUnit from '#app/admin/routes/unit.tsx';
import * as account from '#app/auth/routes/account.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import { recordCommitment } from '#app/companies/commitments.server.ts';
import * as editCommitment from '#app/companies/routes/commitment-form.tsx';
import * as editContact from '#app/contacts/routes/edit.tsx';
import * as editRole from '#app/contacts/routes/edit-role.tsx';
import { takeFlash } from '#app/http/flash.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { memberships, users } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// The shorter forms: what hangs on a record, people and units. They merge like the records do (together.test.ts).

type Form = Record<string, string>;
interface Case {
	route: { loader: typeof editCommitment.loader; action: typeof editCommitment.action };
	params: Form;
	/** What the form posts when nothing was typed. */
	shown: Form;
	/** Two fields with what is typed into each, and what the first is called within a sentence. */
	one: [field: string, ...texts: [string, string, string]];
	other: [field: string, text: string];
	called: string;
	people: [Viewer, Viewer];
}
interface Refused {
	result: { initialValue: Form };
	conflict: EditConflict | null;
}

let world: World;
let cases: Record<string, Case>;
const commitmentId = newId();

/** A second administrator. */
async function administrator(): Promise<Viewer> {
	const [id, now] = [newId(), new Date()];
	const person = { name: 'Berit Styring', email: 'berit@distrikt.example' };
	await write(async (tx) => {
		await tx.insert(users).values({ ...person, id, sortName: 'berit styring', createdAt: now, updatedAt: now });
		await tx.insert(memberships).values({ id: newId(), userId: id, unitId: world.units.it, role: 'administrator' });
	});
	const membership = { unitId: world.units.it, unitName: 'Digitalisering', role: 'administrator' as const };
	return { ...world.adam, ...person, id, memberships: [membership] };
}

beforeAll(async () => {
	world = await buildWorld();
	const { anna, bo, adam, siri, units } = world;
	const commitment = { id: commitmentId, kind: 'internships' as const, places: 2, note: null, fromOn: '2026-05-01', toOn: null };
	await recordCommitment(anna, world.demolund.id, { ...commitment, version: undefined });
	const { id: contactId, roleId } = await make.contact({ name: 'Karen Samtidig', role: { companyId: world.demolund.id, title: 'Chef' } });
	const admins: [Viewer, Viewer] = [adam, await administrator()];
	const route = (module: object) => module as Case['route'];
	cases = {
		commitment: {
			route: route(editCommitment),
			params: { commitmentId },
			shown: { id: commitmentId, kind: 'internships', places: '2', fromOn: '2026-05-01' },
			one: ['note', 'Om sommeren', 'Om vinteren', 'Hele året'],
			other: ['places', '7'],
			called: 'note',
			people: [anna, bo],
		},
		contact: {
			route: route(editContact),
			params: { contactId },
			shown: { id: contactId, name: 'Karen Samtidig' },
			one: ['name', 'Karen Sam', 'Karen Tidig', 'Karen S.'],
			other: ['email', 'karen@firma.example'],
			called: 'navn',
			people: [anna, bo],
		},
		role: {
			route: route(editRole),
			params: { roleId: roleId ?? '' },
			shown: { id: roleId ?? '', title: 'Chef' },
			one: ['title', 'Fabrikschef', 'Driftschef', 'Direktør'],
			other: ['fromOn', '2026-05-01'],
			called: 'titel',
			people: [anna, bo],
		},
		person: {
			route: route(editPerson),
			params: { userId: siri.id },
			shown: { name: siri.name, email: siri.email, [`roles.${units.planning}`]: 'consultant' },
			one: [`roles.${units.business}`, 'manager', 'consultant', 'employment'],
			other: ['name', 'Siri Nyforsøg'],
			called: 'rolle i Erhvervsservice',
			people: admins,
		},
	};
});

const open = async ({ route, params }: Case, as: Viewer) => (await call(route.loader, { as, params })).data as { base: string };

async function post({ route, params }: Case, as: Viewer, form: Form) {
	const answer = await call(route.action, { as, params, form });
	const cookie = answer.headers.get('set-cookie')?.split(';')[0];
	const { flash } = await takeFlash(new Request('http://localhost:3000/', { headers: cookie ? { cookie } : {} }));
	return { ...answer, refused: answer.data as Refused, flash };
}

describe.each(['commitment', 'contact', 'role', 'person'])('two who edit the same %s', (kind) => {
	it('in different fields both have their say; in the same one the second sees both values and decides; twenty at once lose nothing', async () => {
		const the = cases[kind] ?? expect.unreachable();
		const [[first, second], [one, text, mine, third], [other, otherText]] = [the.people, the.one, the.other];
		const [before, beside] = [await open(the, first), await open(the, second)];
		expect((await post(the, second, { ...the.shown, _base: beside.base, [one]: text })).flash?.key).toBe('saved');
		const merged = await post(the, first, { ...the.shown, _base: before.base, [other]: otherText });
		expect([merged.status, merged.flash]).toMatchObject([302, { key: 'saved_with', params: { fields: the.called } }]);
		expect((await open(the, first)).base).toContain(text);

		const late = await post(the, first, { ...the.shown, _base: before.base, [one]: mine, [other]: otherText });
		expect(late.status).toBe(409);
		expect(late.refused.conflict?.clashes).toEqual([{ field: one, mine, theirs: text, by: second.name, isOwn: false, at: expect.any(Date) }]);
		const next = { ...the.shown, [one]: mine, [other]: otherText, _base: String(late.refused.result.initialValue._base) };
		expect((await post(the, first, { ...next, [`_choice.${one}`]: 'theirs' })).status).toBe(302);
		expect((await open(the, first)).base).toContain(text);
		expect((await post(the, first, { ...next, [`_choice.${one}`]: 'mine' })).status).toBe(302);
		expect((await open(the, first)).base).toContain(mine);

		const now = await open(the, first);
		const words = [text, third];
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, at) => post(the, first, { ...the.shown, [other]: otherText, _base: now.base, [one]: words[at % 2] ?? '' })),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302, 409]));
		for (const { status, refused } of answers) if (status === 409) expect(refused.conflict?.clashes).toHaveLength(1);
	});
});

describe.each(['unit', 'account'])('two who rename the same %s', (kind) => {
	it('see both names, whose and since when, and decide; the same name sent twice is saved once', async () => {
		const [route, params, as] = kind === 'unit' ? [editUnit, { unitId: world.units.planning }, world.adam] : [account, {}, world.anna];
		const the = { ...cases.commitment, route: route as unknown as Case['route'], params, shown: {} } as Case;
		const { base } = await open(the, as);
		const sent = { _base: base, name: 'Første navn' };
		expect((await post(the, as, sent)).flash?.key).toBe('saved');
		const standing = await open(the, as);
		expect((await post(the, as, sent)).flash?.key).toBe('saved');
		expect((await open(the, as)).base).toBe(standing.base);
		const late = await post(the, as, { _base: base, name: 'Andet navn' });
		expect(late.status).toBe(409);
		expect(late.refused.conflict?.clashes).toMatchObject([{ field: 'name', mine: 'Andet navn', theirs: 'Første navn', isOwn: true }]);
		const again = { name: 'Andet navn', _base: String(late.refused.result.initialValue._base) };
		expect((await post(the, as, { ...again, '_choice.name': 'theirs' })).status).toBe(302);
		expect((await open(the, as)).base).toContain('Første navn');
		expect((await post(the, as, { ...again, '_choice.name': 'mine' })).status).toBe(302);
		expect((await open(the, as)).base).toContain('Andet navn');
	});
});
