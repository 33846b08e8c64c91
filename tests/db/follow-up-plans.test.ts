import { beforeAll, describe, expect, it } from 'vitest';
import { followUpList, promisesByQuarter } from '#app/follow-ups/follow-up-list.server.ts';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { followUps } from '#db/schema/index.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATES } from '#db/vocabulary.ts';
import { found } from '#tests/listed.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { analyze, planOf, statementsOf } from './plans.ts';

// The list of everybody's follow-ups is read in order from an index, as SQLite's own plans say after ANALYZE.

let world: World;
const MANY = 4_000;

beforeAll(async () => {
	world = await buildWorld();
	const rows = Array.from({ length: MANY }, (_, at) => {
		const [kind, state, moment] = [
			FOLLOW_UP_KINDS[at % 3] ?? 'task',
			FOLLOW_UP_STATES[at % 4] ?? 'open',
			new Date(Date.UTC(2026, at % 11, 1 + (at % 28), 9)),
		];
		return {
			...{ id: newId(), kind, state: state === 'broken' && kind !== 'promise' ? 'done' : state, text: `Ring ${at}` },
			assigneeId: at % 2 === 0 ? world.anna.id : world.bo.id,
			unitId: at % 2 === 0 ? world.units.business : world.units.employment,
			dueOn: at % 9 === 0 ? null : `2026-0${1 + (at % 9)}-10`,
			...{ settledAt: state === 'open' ? null : moment, createdAt: moment, updatedAt: moment },
		};
	});
	for (let at = 0; at < MANY; at += 500) await write((tx) => tx.insert(followUps).values(rows.slice(at, at + 500)));
	analyze();
});

describe('the plans of the list of follow-ups', () => {
	it.each(['', 'list=overdue', 'list=done', 'list=broken&kind=promise', 'list=dropped&kind=visit', 'list=done&quarter=2026-q2'])(
		'read %j from an index, the first page and the next',
		async (address) => {
			const params = Object.fromEntries(new URLSearchParams(address));
			const first = await found(world.lene, followUpList, params);
			expect(first.rows).toHaveLength(50);
			for (const after of ['', first.next ?? '']) {
				const statements = await statementsOf(() => found(world.lene, followUpList, { ...params, after }));
				expect(statements).toHaveLength(1);
				const plan = planOf(statements[0] ?? '');
				expect(plan).not.toMatch(/SCAN follow_ups|TEMP B-TREE/);
				expect(plan).toMatch(/SEARCH follow_ups USING INDEX follow_ups_(due|settled)/);
			}
		},
	);

	it('count a quarter’s promises without opening a row', async () => {
		const statements = await statementsOf(() => promisesByQuarter(world.lene, ['2026-q2'], world.units.business));
		expect(statements).toHaveLength(2);
		for (const statement of statements) expect(planOf(statement)).toMatch(/USING COVERING INDEX follow_ups_settled/);
	});
});
