import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eq, getTableName, isTable } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { firstBrokenLine } from '#app/activity/verify.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { type Failure, keepHouse } from '#app/upkeep/housekeeping.server.ts';
import { purgeTrash } from '#app/upkeep/purge.server.ts';
import { putAway } from '#app/upkeep/put-away.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { db, write } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { newId } from '#db/new-id.ts';
import * as schema from '#db/schema/index.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// What is erased is gone wherever it stood, and what cannot be erased holds up nothing else.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(async () => {
	await write((tx) => tx.delete(schema.trash));
});

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const dates = () => ({ createdAt: new Date(), updatedAt: new Date() });

async function throwAway(as: Viewer, kind: string, id: string) {
	const record = await recordFor(as, kind, id);
	expect(await putAway(as, record, 'trashed', record.version)).toMatchObject({ kind: 'done' });
}

describe('one record', () => {
	it('a site thrown away after talks about its firm with somebody who works there is erased, and the talk keeps the person and the title', async () => {
		const firm = await make.company({ name: 'Tostedsprøven' });
		const site = await make.site(firm.id, { name: 'Lageret', address: 'Prøvevej 8' });
		const person = await make.contact({ name: 'Lars Lagerprøve', role: { siteId: site.id, title: 'Lagerchef' } });
		const { id } = await logDialogue(world.anna, talk({ companyId: firm.id, contactIds: [person.id] }));
		const met = () => db.select().from(schema.dialogueContacts).where(eq(schema.dialogueContacts.dialogueId, id));
		expect(await met()).toMatchObject([{ contactRoleId: person.roleId, thenTitle: 'Lagerchef' }]);
		await throwAway(world.anna, 'site', site.id);
		expect(await purgeTrash(inDays(31))).toEqual({ erased: 1, kept: 0, failed: 0 });
		expect(await met()).toMatchObject([{ contactId: person.id, contactRoleId: null, thenTitle: 'Lagerchef' }]);
	});

	it('that cannot be erased is told of by its id, and the others and the rest of the house are cleared', async () => {
		const before = await make.company({ name: 'Før den umulige' });
		// A district with a side site nobody dated: nothing is seen to hang there, and the database refuses.
		const district = newId();
		const name = { name: 'Umuligdistrikt', sortName: 'umuligdistrikt', slug: 'umuligdistrikt', no: 77 };
		await write((tx) => tx.insert(schema.districts).values({ ...dates(), ...name, id: district }));
		const firm = await make.company({ name: 'Sidestedet' });
		await make.site(firm.id, { name: 'Afdelingen', address: 'Prøvevej 9', districtId: district });
		const after = await make.company({ name: 'Efter den umulige' });
		await throwAway(world.anna, 'company', before.id);
		await throwAway(world.adam, 'district', district);
		await throwAway(world.anna, 'company', after.id);
		const old = { userId: world.anna.id, form: 'company', path: '/', body: [], createdAt: new Date(0), updatedAt: new Date(0) };
		await write((tx) => tx.insert(schema.drafts).values({ ...old, recordId: newId() }));
		const failures: Array<[string, Failure]> = [];
		const cleared = await keepHouse(inDays(31), (error, failure) => failures.push([typeof error, failure]));
		expect(cleared).toMatchObject({ trashErased: 2, trashKept: 0, trashFailed: 1 });
		expect(failures).toEqual([['object', { step: 'trash', record: { kind: 'district', id: district } }]]);
		expect(await db.select().from(schema.drafts)).toEqual([]);
		expect((await db.select().from(schema.trash)).map(({ recordId }) => recordId)).toEqual([district]);
		expect(await firstBrokenLine()).toBeNull();
	});
});

describe('nothing that was said of an erased record is left in any table', () => {
	const MARK = 'zqvx';
	const said = (subject: { kind: string; id: string }) =>
		write((tx) => recordActivity(tx, SYSTEM, { verb: `${subject.kind}.revised`, subject, changes: { name: [`${MARK} før`, `${MARK} nu`] } }));
	async function typed(form: string, recordId: string, path = '/') {
		const draft = {
			...dates(),
			userId: world.anna.id,
			recordId,
			path,
			label: `${MARK} kladde`,
			body: [['note', `${MARK} kladde`] as [string, string]],
		};
		await write((tx) => tx.insert(schema.drafts).values([form, `~${form}`].map((one) => ({ ...draft, form: one }))));
	}
	async function taken(records: ReadonlyArray<{ kind: string; id: string }>) {
		const importId = newId();
		const file = { fileName: 'fil.csv', fileHash: '', reading: {}, mapping: {}, actorKind: 'system' as const, startedAt: inDays(20) };
		await write(async (tx) => {
			await tx.insert(schema.imports).values({ ...file, id: importId, kind: 'companies' });
			await tx
				.insert(schema.importRows)
				.values({ id: newId(), importId, rowNo: 2, verdict: 'updated', diff: { name: [`${MARK} række`, `${MARK} ny`] } });
			const words = { before: { name: `${MARK} før` }, after: { name: `${MARK} efter` } };
			await tx.insert(schema.importChanges).values(
				records.map(({ kind, id }, position) => ({
					...{ ...words, id: newId(), importId, position, rowNo: 2, recordKind: kind, recordId: id, isCreated: false },
				})),
			);
		});
	}
	/** Every table that still says it, and the file itself. */
	async function traces(): Promise<string[]> {
		const tables = Object.values(schema).filter((table) => isTable(table));
		const found: string[] = [];
		for (const table of tables) {
			const rows = await db.select().from(table as typeof schema.companies); // any table reads alike
			if (rows.some((row) => JSON.stringify(row).toLowerCase().includes(MARK))) found.push(getTableName(table));
		}
		if (engine === 'postgres') return found;
		const file = process.env.TEST_DATABASE_FILE ?? '';
		const connection = new Database(file, { timeout: 5_000 });
		connection.pragma('wal_checkpoint(TRUNCATE)');
		connection.close();
		return readFileSync(file).includes(MARK) ? [...found, 'the file'] : found;
	}
	async function erasedWhole(kind: string, id: string) {
		expect(await traces()).not.toEqual([]);
		if (kind !== 'dialogue') await throwAway(world.anna, kind, id);
		expect(await purgeTrash(inDays(31))).toEqual({ erased: 1, kept: 0, failed: 0 });
		expect(await traces()).toEqual([]);
		expect(await firstBrokenLine()).toBeNull();
	}

	it('a firm with its sites, numbers, roles and commitments', async () => {
		const firm = await make.company({ name: `${MARK} firma`, site: { name: `${MARK} hovedsted` } });
		const person = await make.contact({ name: 'Tilbage Prøve', role: { companyId: firm.id, title: `${MARK} titel` } });
		const [identifier, commitment, placing] = [newId(), newId(), newId()];
		await write(async (tx) => {
			await tx.insert(schema.companyIdentifiers).values({ id: identifier, companyId: firm.id, scheme: 'x', value: `${MARK} nummer` });
			await tx.insert(schema.siteDistricts).values({ id: placing, siteId: firm.siteId, districtId: world.ejby.id, fromOn: '2026-01-01' });
			const agreed = { kind: 'network' as const, note: `${MARK} aftale`, fromOn: '2026-01-01', unitId: world.units.business };
			await tx.insert(schema.companyCommitments).values({ ...dates(), ...agreed, id: commitment, companyId: firm.id });
		});
		const parts = [
			...[
				{ kind: 'company', id: firm.id },
				{ kind: 'site', id: firm.siteId },
			],
			...[
				{ kind: 'contactRole', id: person.roleId ?? '' },
				{ kind: 'commitment', id: commitment },
			],
		];
		for (const part of parts) {
			await said(part);
			await typed(part.kind, part.id);
		}
		await typed('dialogue', newId(), `/dialogues/new?company=${firm.id}`);
		await taken([...parts.slice(0, 2), { kind: 'identifier', id: identifier }, { kind: 'siteDistrict', id: placing }]);
		await erasedWhole('company', firm.id);
		expect(await db.select().from(schema.contacts).where(eq(schema.contacts.id, person.id))).toHaveLength(1);
	});

	it('a site with its roles', async () => {
		const site = await make.site(world.demolund.id, { name: `${MARK} sted`, address: `${MARK} vej` });
		const person = await make.contact({ name: 'Stadig Prøve', role: { siteId: site.id, title: `${MARK} titel` } });
		for (const part of [
			{ kind: 'site', id: site.id },
			{ kind: 'contactRole', id: person.roleId ?? '' },
		]) {
			await said(part);
			await typed(part.kind, part.id);
		}
		await taken([{ kind: 'site', id: site.id }]);
		await erasedWhole('site', site.id);
	});

	it('an owner with roles and shares', async () => {
		const owner = await make.landowner({ name: `${MARK} ejer` });
		const share = await make.ownership({ propertyId: world.fabriksvej.id, landownerId: owner.id });
		const person = await make.contact({ name: 'Blivende Prøve', role: { landownerId: owner.id, title: `${MARK} titel` } });
		const parts = [
			{ kind: 'landowner', id: owner.id },
			{ kind: 'ownership', id: share.id },
			{ kind: 'contactRole', id: person.roleId ?? '' },
		];
		for (const part of parts) {
			await said(part);
			await typed(part.kind, part.id);
		}
		await erasedWhole('landowner', owner.id);
	});

	it('a person with roles and answers', async () => {
		const person = await make.contact({ name: `${MARK} person`, role: { companyId: world.demolund.id, title: `${MARK} titel` } });
		const consent = newId();
		const answer = {
			channel: 'phone' as const,
			purpose: 'invitations' as const,
			answer: 'given' as const,
			givenOn: '2026-01-01',
			source: `${MARK} sagt`,
		};
		await write((tx) =>
			tx.insert(schema.consents).values({ ...answer, id: consent, contactId: person.id, recordedById: world.anna.id, recordedAt: new Date() }),
		);
		for (const part of [
			{ kind: 'contact', id: person.id },
			{ kind: 'contactRole', id: person.roleId ?? '' },
			{ kind: 'consent', id: consent },
		]) {
			await said(part);
			await typed(part.kind, part.id);
		}
		await erasedWhole('contact', person.id);
	});

	it('a talk with what it brought about', async () => {
		const followUp = { id: newId(), text: `${MARK} ring`, dueOn: '2026-12-07', kind: 'task' as const };
		const input = talk({ companyId: world.demolund.id, note: `${MARK} notat`, assessment: `${MARK} vurdering`, followUp });
		await logDialogue(world.anna, input);
		const need = await make.need(world.anna, { companyId: world.demolund.id, dialogueId: input.id, wording: `${MARK} svejser` });
		const issue = await make.issue(world.anna, { title: `${MARK} sag`, raisedInId: input.id });
		const stance = await make.stance(world.anna, { landownerId: world.ole.id, dialogueId: input.id, barriers: [`${MARK} hindring`] });
		const file = { name: `${MARK}.pdf`, contentType: 'application/pdf', size: 1, sha256: '', uploadedById: world.anna.id, createdAt: new Date() };
		await write((tx) => tx.insert(schema.attachments).values({ ...file, id: newId(), dialogueId: input.id }));
		const parts = [
			{ kind: 'need', ...need },
			{ kind: 'issue', ...issue },
			{ kind: 'stance', ...stance },
			{ kind: 'followUp', id: followUp.id },
		];
		for (const part of parts) {
			await said(part);
			await typed(part.kind, part.id);
		}
		await said({ kind: 'dialogue', id: input.id });
		await typed('followUps', input.id);
		await withdrawDialogue(world.anna, input.id);
		await erasedWhole('dialogue', input.id);
	});
});
