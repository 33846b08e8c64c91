import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { joinRoles } from '#app/contacts/role-commands.server.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { rebuildAllTimelines } from '#app/dialogues/derived.server.ts';
import { timelineScopes } from '#app/dialogues/dialogue.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { concernsLandOnly, type SubjectRef } from '#app/subjects/subject.ts';
import { db, write } from '#db/client.server.ts';
import { companies, dialogueContacts, dialogueSubjects, dialogues, landowners, timelineEntries } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
let subjects: SubjectRef[];
let people: string[];
beforeAll(async () => {
	world = await buildWorld();
	const lone = await make.company({ name: 'Uden adresse', site: null });
	const owner = await make.landowner({ name: 'Ida Jordejer' });
	const firmAsOwner = await make.landowner({ name: world.demolund.name, companyId: world.demolund.id });
	const land = await make.property({ name: 'Prøvevej 9', districtId: world.kirkebjerg.id, owners: [owner] });
	subjects = [
		...[world.demolund, world.prøvebageriet, lone].map(({ id }) => ({ kind: 'company' as const, id })),
		{ kind: 'site', id: world.prøvebageriet.siteId },
		...[owner, firmAsOwner].map(({ id }) => ({ kind: 'landowner' as const, id })),
		{ kind: 'property', id: land.id },
		{ kind: 'district', id: world.ejby.id },
	];
	people = [];
	for (const name of ['Ane', 'Bent', 'Carla']) people.push((await make.contact({ name, role: { companyId: world.demolund.id } })).id);
});

/** Timelines, latest talks and whether a talk is about land only, as they must be: worked out from talks, subjects and contacts alone. */
async function expected() {
	const [talks, named, met, everyFirm, everyOwner] = await Promise.all([
		db.select().from(dialogues),
		db.select().from(dialogueSubjects),
		db.select().from(dialogueContacts),
		db.select({ id: companies.id }).from(companies),
		db.select({ id: landowners.id }).from(landowners),
	]);
	const subjectsOf = (id: string) => named.filter(({ dialogueId }) => dialogueId === id);
	const present = talks.filter(({ archivedAt }) => archivedAt === null);
	const rows = present.flatMap(({ id, heldOn }) => {
		const contactIds = met.filter(({ dialogueId }) => dialogueId === id).map(({ contactId }) => contactId);
		return timelineScopes(subjectsOf(id), contactIds).map((scope) => `${scope.scopeKind} ${scope.scopeId} ${heldOn} ${id}`);
	});
	const latest = (ids: Array<{ id: string }>, has: (subject: (typeof named)[number], id: string) => boolean) =>
		Object.fromEntries(
			ids.map(({ id }) => {
				const days = present.filter((one) => subjectsOf(one.id).some((subject) => has(subject, id))).map(({ heldOn }) => heldOn);
				return [id, days.sort().at(-1) ?? null];
			}),
		);
	return {
		rows: rows.sort(),
		firms: latest(everyFirm, ({ thenCompanyId }, id) => thenCompanyId === id),
		owners: latest(everyOwner, ({ landownerId }, id) => landownerId === id),
		landOnly: Object.fromEntries(talks.map(({ id }) => [id, concernsLandOnly(subjectsOf(id))])),
	};
}

async function stored() {
	const [entries, firmRows, ownerRows, talks] = await Promise.all([
		db.select().from(timelineEntries),
		db.select({ id: companies.id, on: companies.lastTalkOn }).from(companies),
		db.select({ id: landowners.id, on: landowners.lastTalkOn }).from(landowners),
		db.select({ id: dialogues.id, isLandownerOnly: dialogues.isLandownerOnly }).from(dialogues),
	]);
	return {
		rows: entries.map(({ scopeKind, scopeId, heldOn, recordId }) => `${scopeKind} ${scopeId} ${heldOn} ${recordId}`).sort(),
		firms: Object.fromEntries(firmRows.map(({ id, on }) => [id, on])),
		owners: Object.fromEntries(ownerRows.map(({ id, on }) => [id, on])),
		landOnly: Object.fromEntries(talks.map(({ id, isLandownerOnly }) => [id, isLandownerOnly])),
	};
}

/** Two roles of one person with one firm, joined into one: what was said in either stays theirs. */
async function joinTwoRoles(which: number) {
	const contactId = people[which % people.length] ?? '';
	const keep = await make.role(contactId, { companyId: world.prøvebageriet.id, title: 'Ejer' });
	const other = await make.role(contactId, { companyId: world.prøvebageriet.id, title: 'Indehaver' });
	await joinRoles(world.anna, { keepId: keep.id, otherId: other.id });
}

it('after any run of commands, timelines and latest talks are what the talks, their subjects and contacts say, and what a rebuild writes', async () => {
	const step = fc.record({
		deed: fc.constantFrom('log', 'log', 'revise', 'revise', 'withdraw', 'restore', 'join'),
		which: fc.nat(99),
		about: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
		met: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
		day: fc.integer({ min: 1, max: 28 }),
	});
	const logged: string[] = [];
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
			for (const { deed, which, about, met, day } of steps) {
				const said = {
					subjects: about.flatMap((at) => subjects[at] ?? []),
					contactIds: met.flatMap((at) => people[at] ?? []),
					heldOn: `2026-09-${String(day).padStart(2, '0')}`,
				};
				const id = logged[which % Math.max(logged.length, 1)];
				if (deed === 'join') await joinTwoRoles(which);
				else if (deed === 'log' || !id) logged.push((await logDialogue(world.anna, talk(said))).id);
				else if (deed === 'withdraw') await withdrawDialogue(world.anna, id);
				else if (deed === 'restore') await restoreDialogue(world.anna, id);
				else {
					const seen = await dialogueFor(world.anna, id).catch(() => null);
					if (seen) await reviseDialogue(world.anna, id, { ...talk(said), version: seen.version });
				}
			}
			expect(await stored()).toEqual(await expected());
		}),
		{ numRuns: 20 },
	);
	const before = await stored();
	await write(async (tx) => {
		await tx.delete(timelineEntries);
		await tx.update(companies).set({ lastTalkOn: '2001-01-01' });
		await tx.update(landowners).set({ lastTalkOn: '2001-01-01' });
		await tx.update(dialogues).set({ isLandownerOnly: false });
	});
	expect(await rebuildAllTimelines()).toBe(logged.length);
	expect(await stored()).toEqual(before);
});
