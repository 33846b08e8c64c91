import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { joinRoles } from '#app/contacts/role-commands.server.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { rebuildTalks } from '#app/dialogues/derived.server.ts';
import { harvestChoices } from '#app/dialogues/harvest-choices.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { createLandowner, reviseLandowner } from '#app/landowners/commands.server.ts';
import type { StanceRow } from '#app/stances/stance.ts';
import { concernsLandOnly, type SubjectRef } from '#app/subjects/subject.ts';
import { erase } from '#app/upkeep/erasing.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, dialogueContacts, dialogueSubjects, dialogues, landowners, stances, timelineEntries } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
let subjects: SubjectRef[];
let people: string[];
/** Firms that own nothing yet, and an owner who is no firm yet. */
let tenants: Array<{ id: string; name: string }>;
let ida: { id: string; name: string };
beforeAll(async () => {
	world = await buildWorld();
	const lone = await make.company({ name: 'Uden adresse', site: null });
	ida = await make.landowner({ name: 'Ida Jordejer' });
	const firmAsOwner = await make.landowner({ name: world.demolund.name, companyId: world.demolund.id });
	const land = await make.property({ name: 'Prøvevej 9', districtId: world.kirkebjerg.id, owners: [ida] });
	tenants = [world.prøvebageriet, lone];
	for (let at = 1; at <= 6; at += 1) tenants.push(await make.company({ name: `Lejer ${at}` }));
	subjects = [
		...[world.demolund, ...tenants].map(({ id }) => ({ kind: 'company' as const, id })),
		{ kind: 'site', id: world.prøvebageriet.siteId },
		...[ida, firmAsOwner].map(({ id }) => ({ kind: 'landowner' as const, id })),
		{ kind: 'property', id: land.id },
		{ kind: 'district', id: world.ejby.id },
	];
	people = [];
	for (const name of ['Ane', 'Bent', 'Carla']) people.push((await make.contact({ name, role: { companyId: world.demolund.id } })).id);
});

/**
 * Timelines, latest talks and whether a talk is about land only, as they must be: worked out from talks, subjects, contacts,
 * positions and owners alone, each party asked whether the talk concerns it.
 */
async function expected() {
	const [talks, named, met, taken, firms, owners] = await Promise.all([
		db.select().from(dialogues),
		db.select().from(dialogueSubjects),
		db.select().from(dialogueContacts),
		db.select().from(stances),
		db.select({ id: companies.id }).from(companies),
		db.select({ id: landowners.id, companyId: landowners.companyId }).from(landowners),
	]);
	const present = talks.filter(({ archivedAt }) => archivedAt === null);
	const subjectsIn = (id: string) => named.filter(({ dialogueId }) => dialogueId === id);
	const firmNamed = (id: string, firm: string) =>
		subjectsIn(id).some((one) => !one.landownerId && (one.companyId === firm || one.thenCompanyId === firm));
	const ownerNamed = (id: string, owner: string) =>
		subjectsIn(id).some(({ landownerId }) => landownerId === owner) ||
		taken.some(({ dialogueId, landownerId, retractedAt }) => dialogueId === id && landownerId === owner && !retractedAt);
	const meets = {
		company: (id: string, firm: string) => firmNamed(id, firm) || owners.some((owner) => owner.companyId === firm && ownerNamed(id, owner.id)),
		landowner: (id: string, one: string) =>
			ownerNamed(id, one) || owners.some((owner) => owner.id === one && owner.companyId !== null && firmNamed(id, owner.companyId)),
	};
	const parties = [...firms.map(({ id }) => ['company', id] as const), ...owners.map(({ id }) => ['landowner', id] as const)];
	const rows = present.flatMap(({ id, heldOn }) => {
		const contacts = met.filter(({ dialogueId }) => dialogueId === id).map(({ contactId }) => `contact ${contactId}`);
		const places = subjectsIn(id).flatMap(({ siteId, propertyId, districtId, thenDistrictId }) => [
			...(siteId ? [`site ${siteId}`] : []),
			...(propertyId ? [`property ${propertyId}`] : []),
			...[districtId, thenDistrictId].flatMap((district) => (district ? [`district ${district}`] : [])),
		]);
		const both = parties.filter(([kind, party]) => meets[kind](id, party)).map(([kind, party]) => `${kind} ${party}`);
		return [...new Set([...contacts, ...places, ...both])].map((scope) => `${scope} ${heldOn} ${id}`);
	});
	const latest = (of: 'company' | 'landowner') =>
		Object.fromEntries(
			parties
				.filter(([kind]) => kind === of)
				.map(([kind, party]) => {
					const days = present.filter(({ id }) => meets[kind](id, party)).map(({ heldOn }) => heldOn);
					return [party, days.sort().at(-1) ?? null];
				}),
		);
	return {
		rows: rows.sort(),
		firms: latest('company'),
		owners: latest('landowner'),
		landOnly: Object.fromEntries(talks.map(({ id }) => [id, concernsLandOnly(subjectsIn(id))])),
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

const details = { phone: null, email: null, address: null, postalCode: null, city: null };

/** A firm is written down as an owner, an owner turns out to be a firm, or an owner's role that no talk names is erased. */
async function changeRoles(which: number) {
	const tenant = tenants[which % tenants.length];
	const [role] = await db
		.select()
		.from(landowners)
		.where(eq(landowners.companyId, tenant?.id ?? ''));
	if (role) await write((tx) => erase(tx, { kind: 'landowner', id: role.id }));
	else if (which % 3 === 0) {
		const [owner] = await db.select().from(landowners).where(eq(landowners.id, ida.id));
		if (!owner || owner.companyId) return;
		await reviseLandowner(world.anna, {
			...details,
			id: ida.id,
			kind: 'company',
			name: tenant?.name ?? '',
			chosen: `company:${tenant?.id}`,
			version: owner.version,
		});
	} else await createLandowner(world.anna, { ...details, id: newId(), kind: 'company', name: tenant?.name ?? '', chosen: `company:${tenant?.id}` });
}

const positionOf = (owner: string): StanceRow => ({
	...{ at: 0, id: newId(), owner, propertyId: null, topicId: null, level: 4, horizon: null, barriers: [], isRemoved: false },
});

/** Those that can still be named: an owner's role may have been erased on the way. Never nobody. */
async function standing(named: readonly SubjectRef[]): Promise<SubjectRef[]> {
	const owners = new Set((await db.select({ id: landowners.id }).from(landowners)).map(({ id }) => id));
	const left = named.filter(({ kind, id }) => kind !== 'landowner' || owners.has(id));
	return left.length > 0 ? left : subjects.slice(0, 1);
}

/** The position a talk about these may carry: of the first of them that is an owner. */
async function positionIn(about: readonly SubjectRef[]): Promise<StanceRow[]> {
	const { owners } = await harvestChoices(world.anna, about);
	return owners
		.filter(({ isOwner }) => isOwner)
		.slice(0, 1)
		.map(({ value }) => positionOf(value));
}

it('after any run of commands, timelines and latest talks are what the talks, their parties and positions say, and what a rebuild writes', async () => {
	const step = fc.record({
		deed: fc.constantFrom('log', 'log', 'revise', 'revise', 'withdraw', 'restore', 'join', 'roles', 'roles'),
		isTold: fc.boolean(),
		which: fc.nat(99),
		about: fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 4 }),
		met: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
		day: fc.integer({ min: 1, max: 28 }),
	});
	const logged: string[] = [];
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
			for (const { deed, which, about, met, day, isTold } of steps) {
				const named = await standing(about.flatMap((at) => subjects[at] ?? []));
				const said = {
					subjects: named,
					stances: isTold ? await positionIn(named) : [],
					contactIds: met.flatMap((at) => people[at] ?? []),
					heldOn: `2026-09-${String(day).padStart(2, '0')}`,
				};
				const id = logged[which % Math.max(logged.length, 1)];
				if (deed === 'join') await joinTwoRoles(which);
				else if (deed === 'roles') await changeRoles(which);
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
		{ numRuns: 30 },
	);
	const before = await stored();
	await write(async (tx) => {
		await tx.delete(timelineEntries);
		await tx.update(companies).set({ lastTalkOn: '2001-01-01' });
		await tx.update(landowners).set({ lastTalkOn: '2001-01-01' });
		await tx.update(dialogues).set({ isLandownerOnly: false });
	});
	expect(await rebuildTalks()).toBe(logged.length);
	expect(await stored()).toEqual(before);
});
