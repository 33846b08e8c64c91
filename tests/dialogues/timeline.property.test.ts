import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { timelineScopes } from '#app/dialogues/dialogue.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { db } from '#db/client.server.ts';
import { companies, dialogueSubjects, dialogues, timelineEntries } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
let firms: Array<{ id: string }>;
beforeAll(async () => {
	world = await buildWorld();
	const lone = await make.company({ name: 'Uden adresse', site: null });
	firms = [world.demolund, world.prøvebageriet, lone];
});

/** Timelines and latest talks as they must be, worked out from talks and subjects alone. */
async function expected() {
	const [talks, subjects, everyFirm] = await Promise.all([
		db.select().from(dialogues),
		db.select().from(dialogueSubjects),
		db.select({ id: companies.id }).from(companies),
	]);
	const present = talks.filter(({ archivedAt }) => archivedAt === null);
	const rows = present.flatMap(({ id, heldOn }) =>
		timelineScopes(subjects.filter(({ dialogueId }) => dialogueId === id)).map((scope) => `${scope.scopeKind} ${scope.scopeId} ${heldOn} ${id}`),
	);
	const latest = everyFirm.map(({ id }) => {
		const days = present.filter((one) => subjects.some((subject) => subject.dialogueId === one.id && subject.thenCompanyId === id));
		return [
			id,
			days
				.map(({ heldOn }) => heldOn)
				.sort()
				.at(-1) ?? null,
		];
	});
	return { rows: rows.sort(), latest: Object.fromEntries(latest) };
}

async function stored() {
	const entries = await db.select().from(timelineEntries);
	const firmRows = await db.select({ id: companies.id, on: companies.lastTalkOn }).from(companies);
	return {
		rows: entries.map(({ scopeKind, scopeId, heldOn, recordId }) => `${scopeKind} ${scopeId} ${heldOn} ${recordId}`).sort(),
		latest: Object.fromEntries(firmRows.map(({ id, on }) => [id, on])),
	};
}

it('after any run of commands, timelines and latest talks are what the talks and their subjects say', async () => {
	const step = fc.record({
		deed: fc.constantFrom('log', 'log', 'revise', 'withdraw', 'restore'),
		which: fc.nat(99),
		firm: fc.nat(2),
		day: fc.integer({ min: 1, max: 28 }),
	});
	const logged: string[] = [];
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
			for (const { deed, which, firm, day } of steps) {
				const companyId = firms[firm]?.id ?? '';
				const heldOn = `2026-09-${String(day).padStart(2, '0')}`;
				const id = logged[which % Math.max(logged.length, 1)];
				if (deed === 'log' || !id) logged.push((await logDialogue(world.anna, talk({ companyId, heldOn }))).id);
				else if (deed === 'withdraw') await withdrawDialogue(world.anna, id);
				else if (deed === 'restore') await restoreDialogue(world.anna, id);
				else {
					const seen = await dialogueFor(world.anna, id).catch(() => null);
					if (seen) await reviseDialogue(world.anna, id, { ...talk({ companyId, heldOn }), version: seen.version });
				}
			}
			expect(await stored()).toEqual(await expected());
		}),
		{ numRuns: 25 },
	);
});
