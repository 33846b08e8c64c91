import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import * as editContact from '#app/contacts/routes/edit.tsx';
import * as editRole from '#app/contacts/routes/edit-role.tsx';
import { addDays } from '#app/days/days.ts';
import { agreeFollowUp } from '#app/follow-ups/commands.server.ts';
import { dayTyped } from '#app/follow-ups/follow-up-words.ts';
import * as editFollowUp from '#app/follow-ups/routes/edit.tsx';
import { takeFlash } from '#app/http/flash.server.ts';
import { today } from '#app/i18n/format.ts';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Three colleagues save the same form in the same moment, each with another field changed. On PostgreSQL their saves overlap.

type Fields = Record<string, string>;
interface Case {
	route: { loader: typeof editContact.loader; action: typeof editContact.action };
	params: () => Fields;
	/** What each of the three types over what all of them see, round after round. */
	typed: (round: number) => [Fields, Fields, Fields];
	/** What the answers may say: the first is that it is saved, the others also whose words came along. */
	keys: string[];
}

let world: World;
let ids: { contact: string; role: string; followUp: string };
beforeAll(async () => {
	world = await buildWorld();
	const contact = await make.contact({ name: 'Tre Samtidig', role: { companyId: world.demolund.id, title: 'Chef' } });
	const followUp = newId();
	await agreeFollowUp(world.anna, {
		...{ id: followUp, kind: 'task', text: 'Ring', dueOn: addDays(today(), 5), dueAtTime: null, assigneeId: world.anna.id, unitId: null },
		...{ companyId: world.demolund.id, landownerId: null, contactId: null, dialogueId: null, goAheadReason: null },
	});
	ids = { contact: contact.id, role: contact.roleId ?? '', followUp };
});

const route = (module: object) => module as Case['route'];
const CASES: Record<string, Case> = {
	contact: {
		route: route(editContact),
		params: () => ({ contactId: ids.contact }),
		typed: (round) => [{ name: `Tre Samtidig ${round}` }, { phone: `99 11 22 0${round}` }, { email: `tre${round}@firma.example` }],
		keys: ['saved', 'saved_with', 'saved_with_others', 'saved_with_own'],
	},
	role: {
		route: route(editRole),
		params: () => ({ roleId: ids.role }),
		typed: (round) => [{ title: `Chef ${round}` }, { fromOn: `2026-05-0${round}` }, { toOn: `2099-05-0${round}` }],
		keys: ['saved', 'saved_with', 'saved_with_others', 'saved_with_own'],
	},
	'follow-up': {
		route: route(editFollowUp),
		params: () => ({ followUpId: ids.followUp }),
		typed: (round) => [{ text: `Ring ${round}` }, { due: dayTyped(addDays(today(), 10 + round)) }, { kind: round % 2 ? 'promise' : 'task' }],
		keys: ['follow_up_revised', 'saved_with', 'saved_with_others', 'saved_with_own'],
	},
};

interface Opened {
	base: string;
	values: Record<string, string | null>;
}
const open = async ({ route, params }: Case) => (await call(route.loader, { as: world.anna, params: params() })).data as Opened;

async function post({ route, params }: Case, as: Viewer, form: Fields) {
	const answer = await call(route.action, { as, params: params(), form });
	const cookie = answer.headers.get('set-cookie')?.split(';')[0];
	const { flash } = await takeFlash(new Request('http://localhost:3000/', { headers: cookie ? { cookie } : {} }));
	return { status: answer.status, key: flash?.key };
}

describe.each(Object.keys(CASES))('three who save the same %s at once, each another field of it', (kind) => {
	const the = CASES[kind] ?? expect.unreachable();

	it('are all kept, and each is told so', async () => {
		for (let round = 1; round <= 4; round++) {
			const { base, values } = await open(the);
			const shown = Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value ? [[field, value]] : [])));
			const typed = the.typed(round);
			const who = kind === 'follow-up' ? [world.anna, world.anna, world.anna] : [world.anna, world.bo, world.siri];
			const own = { id: Object.values(the.params())[0] ?? '', _base: base };
			const answers = await Promise.all(typed.map((fields, at) => post(the, who[at] ?? world.anna, { ...shown, ...own, ...fields })));
			expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
			for (const { key } of answers) expect(the.keys).toContain(key);
			// The first to come had nobody beside them, the others are told whose words came along.
			expect(answers.filter(({ key }) => key === the.keys[0]).length).toBeGreaterThan(0);
			expect((await open(the)).values).toMatchObject(Object.assign({}, ...typed));
		}
	});
});
