import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { followUpList, promisesByQuarter } from '#app/follow-ups/follow-up-list.server.ts';
import { FOLLOW_UP_LIST } from '#app/follow-ups/list.tsx';
import { firstDayAfter, firstDayOf, quarterFrom, quarterOf, quartersBackFrom } from '#app/follow-ups/quarters.ts';
import { loader } from '#app/follow-ups/routes/list.tsx';
import { dayOf, startOf } from '#app/i18n/format.ts';
import { stateFrom } from '#app/lists/list.ts';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { dialogues, followUps } from '#db/schema/index.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATES } from '#db/vocabulary.ts';
import { call } from '#tests/call.ts';
import { listed, walked } from '#tests/listed.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;

type Row = typeof followUps.$inferInsert;
const rows: Row[] = [];

/** Follow-ups of every kind and state over five quarters, some on the same day and moment, one of a confidential talk. */
beforeAll(async () => {
	world = await buildWorld();
	const at = (day: string) => new Date(startOf(day).getTime() + 10 * 3_600_000);
	const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-06-30', '2026-09-30', '2026-10-01', '2026-11-02'];
	for (const kind of FOLLOW_UP_KINDS)
		for (const state of FOLLOW_UP_STATES)
			for (const [position, day] of days.entries()) {
				if (state === 'broken' && kind !== 'promise') continue;
				const isAnnas = position % 2 === 0;
				const row = {
					...{ id: newId(), kind, state, text: `${kind} ${state} ${day}`, createdAt: at(day), updatedAt: at(day) },
					assigneeId: isAnnas ? world.anna.id : world.bo.id,
					unitId: isAnnas ? world.units.business : world.units.employment,
					dueOn: kind === 'task' && state === 'open' && position < 3 ? null : day,
					settledAt: state === 'open' ? null : at(day),
				};
				rows.push(row);
			}
	const secret = rows.find(({ kind, state }) => kind === 'promise' && state === 'done');
	if (!secret) throw new Error('no promise kept');
	const talkId = newId();
	await write(async (tx) => {
		await tx.insert(dialogues).values({
			...{ id: talkId, authorId: world.anna.id, unitId: world.units.business, heldOn: '2025-12-30', channel: 'visit' },
			...{ note: 'Fortroligt.', confidentiality: 'confidential', confidentialityReason: 'business_secret' },
			...{ createdAt: at('2025-12-30'), updatedAt: at('2025-12-30') },
		});
		secret.dialogueId = talkId;
		for (const row of rows) await tx.insert(followUps).values(row);
	});
});

const stateOf = (params: Record<string, string>) => stateFrom(FOLLOW_UP_LIST, new URLSearchParams(params));
const walk = (viewer: Viewer, params: Record<string, string>, limit: number) => walked(viewer, followUpList, params, limit);

describe('the list of everybody’s follow-ups', () => {
	it('shows each of a filter once whatever the pages’ size, open ones by day, settled ones the latest first', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('open', 'overdue', 'done', 'broken', 'dropped'),
				fc.constantFrom('', ...FOLLOW_UP_KINDS),
				fc.constantFrom('', 'anna', 'bo'),
				fc.integer({ min: 1, max: 60 }),
				async (list, kind, who, limit) => {
					const person = who === 'anna' ? world.anna.id : who === 'bo' ? world.bo.id : '';
					const found = await walk(world.lene, { list, kind, person }, limit);
					const wanted = rows.filter(
						(row) =>
							row.state === (list === 'overdue' ? 'open' : list) &&
							(list !== 'overdue' || row.dueOn) &&
							(!kind || row.kind === kind) &&
							(!person || row.assigneeId === person),
					);
					expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
					const days = found.map(({ dueOn, settledOn }) => (list === 'open' || list === 'overdue' ? (dueOn ?? '9999') : (settledOn ?? '')));
					const sorted = days.toSorted();
					expect(days).toEqual(list === 'open' || list === 'overdue' ? sorted : sorted.reverse());
				},
			),
			{ numRuns: 30 },
		);
	});

	it('counts promises by quarter as the lists its numbers lead to', async () => {
		const quarters = quartersBackFrom('2026-11-24', 5);
		expect(quarters).toEqual(['2026-q4', '2026-q3', '2026-q2', '2026-q1', '2025-q4']);
		for (const unit of [null, world.units.business]) {
			const sums = await promisesByQuarter(world.bo, quarters, unit);
			expect(sums.map(({ kept, broken }) => kept + broken)).toEqual(unit ? [2, 0, 2, 2, 2] : [4, 2, 4, 4, 2]);
			for (const { quarter, kept, broken } of sums) {
				const counted = async (list: string) => (await walk(world.bo, { list, kind: 'promise', quarter, ...(unit && { unit }) }, 50)).length;
				expect([await counted('done'), await counted('broken')]).toEqual([kept, broken]);
			}
		}
	});

	it('hides from Bo what a confidential talk of Anna’s brought, and counts it all the same', async () => {
		const texts = async (viewer: Viewer) => (await walk(viewer, { list: 'done', kind: 'promise' }, 50)).map(({ text }) => text);
		expect(await texts(world.anna)).not.toContain(null);
		expect((await texts(world.bo)).filter((text) => text === null)).toHaveLength(1);
	});

	it('takes no unknown word, and no place of another list, from its address', () => {
		const plain = stateOf({});
		for (const [name, word] of [
			['list', 'x'],
			['kind', 'x'],
			['person', "' or 1=1"],
			['unit', '1'],
			['quarter', '2026-q1'],
		] as const)
			expect(stateOf({ [name]: word })).toEqual(plain);
		expect(stateOf({ list: 'done', quarter: '2026-q5' })).toEqual(stateOf({ list: 'done' }));
	});

	it('begins anew at a place of another list', async () => {
		const id = newId();
		const first = (await listed(world.lene, followUpList, { list: 'done' })).rows;
		for (const after of [`["2026-01-01","${id}"]`, '[null,"x"]', 'none', '[1e300,"x"]'])
			expect((await listed(world.lene, followUpList, { list: 'done', after })).rows).toEqual(first);
		const open = (await listed(world.lene, followUpList)).rows;
		expect((await listed(world.lene, followUpList, { after: `["2026-02-30","${id}"]` })).rows).toEqual(open);
	});

	it('is the work roles’ to see', async () => {
		expect((await call(loader, { as: world.adam })).status).toBe(403);
		expect((await call(loader, { as: world.lene, url: '/follow-ups?kind=promise' })).data).toMatchObject({ promises: expect.any(Array) });
	});
});

describe('a quarter', () => {
	it('holds each of its days from its first moment to its last, in summer and winter time', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2080-12-31'), noInvalidDate: true }), (at) => {
				const quarter = quarterOf(dayOf(at));
				expect(quarterFrom(quarter)).toBe(quarter);
				expect(startOf(firstDayOf(quarter)).getTime()).toBeLessThanOrEqual(at.getTime());
				expect(at.getTime()).toBeLessThan(startOf(firstDayAfter(quarter)).getTime());
				const day = dayOf(at);
				expect(dayOf(startOf(day))).toBe(day);
				expect(dayOf(new Date(startOf(day).getTime() - 1))).not.toBe(day);
			}),
		);
	});
});
