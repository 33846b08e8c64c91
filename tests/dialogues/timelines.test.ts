import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { timelineAddress, timelineState } from '#app/dialogues/timeline-filters.ts';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { dialogues, timelineEntries, topics } from '#db/schema/index.ts';
import { analyze, planOf, statementsOf } from '#tests/db/plans.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
let topicId: string;
beforeAll(async () => {
	world = await buildWorld();
	topicId = (await db.select({ id: topics.id }).from(topics).limit(1))[0]?.id ?? '';
});

describe('a timeline', () => {
	it('shows a talk about a firm, its site, an owner and their land once on each of their timelines', async () => {
		const contact = await make.contact({ name: 'Mia Mødeprøve', role: { companyId: world.demolund.id } });
		const subjects = [
			{ kind: 'company' as const, id: world.demolund.id },
			{ kind: 'site' as const, id: world.demolund.siteId },
			{ kind: 'landowner' as const, id: world.prøvefonden.id },
			{ kind: 'property' as const, id: world.fabriksvej.id },
		];
		const logged = await logDialogue(world.anna, talk({ subjects, contactIds: [contact.id] }));
		const scopes = [...subjects, { kind: 'district' as const, id: world.ejby.id }, { kind: 'contact' as const, id: contact.id }];
		for (const scope of scopes) {
			const { entries } = await timelineOf(world.bo, scope);
			expect(
				entries.map(({ id }) => id),
				scope.kind,
			).toEqual([logged.id]);
		}
	});

	it('is narrowed by topic, person and kind, a topic only over talks whose note the viewer may read', async () => {
		const firm = await make.company({ name: 'Filtreret' });
		const scope = { kind: 'company', id: firm.id } as const;
		const open = await logDialogue(world.anna, talk({ companyId: firm.id, topicIds: [topicId], heldOn: '2026-05-01' }));
		const secret = await logDialogue(
			world.anna,
			talk({ companyId: firm.id, topicIds: [topicId], confidentiality: 'confidential', confidentialityReason: 'planning', heldOn: '2026-05-02' }),
		);
		const phone = await logDialogue(world.siri, talk({ companyId: firm.id, channel: 'phone', colleagueIds: [world.bo.id], heldOn: '2026-05-03' }));
		const ids = async (viewer = world.anna, filter = {}) => (await timelineOf(viewer, scope, filter)).entries.map(({ id }) => id);
		expect(await ids()).toEqual([phone.id, secret.id, open.id]);
		expect(await ids(world.anna, { topicId })).toEqual([secret.id, open.id]);
		expect(await ids(world.bo, { topicId })).toEqual([open.id]);
		expect(await ids(world.anna, { personId: world.siri.id })).toEqual([phone.id]);
		// Who came along counts as well as who held it.
		expect(await ids(world.anna, { personId: world.bo.id })).toEqual([phone.id]);
		expect(await ids(world.anna, { kind: 'visit', personId: world.anna.id })).toEqual([secret.id, open.id]);
		expect(await ids(world.adam)).toEqual([]);
	});

	it('keeps its filters in the address and takes malformed ones for none', async () => {
		const state = timelineState(new URLSearchParams({ topic: topicId, person: 'x', kind: 'pigeon', after: '' }));
		expect(state).toEqual({ topic: topicId, person: null, kind: null, after: null });
		expect(timelineAddress('/companies/1', state, '2026-01-01_x')).toBe(`/companies/1?topic=${topicId}&after=2026-01-01_x`);
		const request = new Request(`http://localhost/companies/${world.demolund.id}.data?kind=phone`);
		const shown = await timelineShown(world.anna, { kind: 'company', id: world.demolund.id }, request);
		expect(shown).toMatchObject({ entries: [], state: { kind: 'phone' }, next: null, newest: null, all: `/companies/${world.demolund.id}` });
	});

	it('pages a filtered district of 5,000 talks with bounded work, every match once', async () => {
		const MANY = 5_000;
		const dates = { createdAt: new Date(), updatedAt: new Date(), authorId: world.anna.id, unitId: world.units.business };
		const scope = { kind: 'district', id: world.kirkebjerg.id } as const;
		const rare: string[] = [];
		for (let from = 0; from < MANY; from += 500) {
			const some = Array.from({ length: 500 }, (_, at) => {
				const isRare = (from + at) % 1_111 === 7;
				const row = {
					...dates,
					id: newId(),
					heldOn: addDays('2025-12-31', -Math.floor((from + at) / 8)),
					channel: isRare ? ('event' as const) : ('phone' as const),
				};
				if (isRare) rare.push(row.id);
				return row;
			});
			await write(async (tx) => {
				await tx.insert(dialogues).values(some);
				await tx
					.insert(timelineEntries)
					.values(some.map(({ id, heldOn }) => ({ scopeKind: scope.kind, scopeId: scope.id, heldOn, kind: 'dialogue' as const, recordId: id })));
			});
		}
		const seen: string[] = [];
		let next: string | null = null;
		let pages = 0;
		do {
			const page = await timelineOf(world.lene, scope, { kind: 'event', after: next });
			seen.push(...page.entries.map(({ id }) => id));
			next = page.next;
			pages += 1;
		} while (next);
		expect(seen.sort()).toEqual(rare.sort());
		expect(pages).toBe(3);
		expect((await timelineOf(world.lene, scope)).entries).toHaveLength(20);
	});

	it.runIf(process.env.TEST_DATABASE_FILE)('reads its window from the index, in its order', async () => {
		analyze();
		const scope = { kind: 'district', id: world.kirkebjerg.id } as const;
		const after = `["2025-06-01","${newId()}"]`;
		const sent = await statementsOf(() => timelineOf(world.bo, scope, { topicId, personId: world.anna.id, kind: 'visit', after }));
		const statements = sent.filter((source) => source.includes('timeline_entries'));
		expect(statements.length).toBeGreaterThan(0);
		for (const statement of statements) {
			const details = planOf(statement);
			expect(details, statement).toMatch(/SEARCH timeline_entries USING (COVERING )?INDEX/);
			expect(details, statement).not.toMatch(/SCAN (dialogues|timeline_entries|dialogue_topics|dialogue_colleagues)/);
		}
	});

	it('leaves out a talk that was put away', async () => {
		const firm = await make.company({ name: 'Ryddet' });
		const { id } = await logDialogue(world.anna, talk({ companyId: firm.id }));
		await write(async (tx) => {
			await tx.update(dialogues).set({ archivedAt: new Date() }).where(eq(dialogues.id, id));
		});
		expect((await timelineOf(world.anna, { kind: 'company', id: firm.id })).entries).toEqual([]);
	});
});
