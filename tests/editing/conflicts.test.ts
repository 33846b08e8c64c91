import { beforeAll, describe, expect, it } from 'vitest';
import * as editUnit from '#app/admin/routes/unit.tsx';
import * as account from '#app/auth/routes/account.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import { call } from '#tests/call.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { versionPosted } from './version-posted.tsx';

// Forms that carry a version only: whoever saves last is told, and overwrites knowingly or not at all. How the others
// merge: together.test.ts.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

interface Refused {
	result: Parameters<typeof versionPosted>[0]['lastResult'];
	conflict: { version: number; by: string | null; at: Date } | null;
}
interface Case {
	route: { action: typeof editUnit.action };
	params: Record<string, string>;
	form: Record<string, string>;
	/** The field both write in, and a text it refuses. */
	text: string;
	refused: Record<string, string>;
	anna: Viewer;
	bo: Viewer;
}

const cases: Record<string, () => Promise<Case>> = {
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
