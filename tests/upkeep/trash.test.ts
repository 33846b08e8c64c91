import { and, desc, eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenLine } from '#app/activity/verify.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { isDraft } from '#app/drafts/drafts.server.ts';
import { settleFollowUp } from '#app/follow-ups/commands.server.ts';
import { keepHouse } from '#app/upkeep/housekeeping.server.ts';
import { purgeTrash } from '#app/upkeep/purge.server.ts';
import { putAway } from '#app/upkeep/put-away.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { loader } from '#app/upkeep/routes/trash.tsx';
import { trashPage } from '#app/upkeep/trash.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import {
	activity,
	activityValues,
	companies,
	contactRoles,
	contacts,
	dialogues,
	drafts,
	followUps,
	parkedPosts,
	searchEntries,
	sites,
	skillNeeds,
	timelineEntries,
	trash,
} from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { dump } from '#tests/exchange/dump.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(async () => {
	await write((tx) => tx.delete(trash));
});

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

async function throwAway(as: Viewer, kind: string, id: string) {
	const record = await recordFor(as, kind, id);
	expect(await putAway(as, record, 'trashed', record.version)).toMatchObject({ kind: 'done' });
}
const kept = async (id: string) => (await db.select().from(companies).where(eq(companies.id, id))).length;

describe('the trash', () => {
	it('holds what was thrown away with who did it, and gives it back', async () => {
		const firm = await make.company({ name: 'Fejloprettet' });
		await throwAway(world.anna, 'company', firm.id);
		const { data } = await call(loader, { as: world.bo, url: '/trash' });
		expect(data).toMatchObject({ rows: [{ kind: 'company', id: firm.id, name: 'Fejloprettet', by: 'Anna Prøvesen', version: 2 }] });
		const record = await recordFor(world.bo, 'company', firm.id);
		await putAway(world.bo, record, 'present', record.version);
		expect((await trashPage(world.bo)).rows).toEqual([]);
	});

	it('pages by key, and forgets what is older than thirty days', async () => {
		const now = Date.now();
		const firms = await Promise.all(Array.from({ length: 60 }, (_, at) => make.company({ name: `Smidt ud ${at}`, site: null })));
		const rows = firms.map(({ id }, at) => ({
			kind: 'company' as const,
			recordId: id,
			trashedAt: new Date(now - (at % 7) * 1_000),
			trashedById: world.anna.id,
		}));
		await write((tx) => tx.insert(trash).values(rows));
		const old = await make.company({ name: 'For længe siden' });
		await write((tx) =>
			tx.insert(trash).values({ kind: 'company', recordId: old.id, trashedAt: new Date(now - 31 * DAY), trashedById: world.anna.id }),
		);
		const first = await trashPage(world.anna);
		const second = await trashPage(world.anna, { after: first.next });
		expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
		expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
		expect((await trashPage(world.anna, { after: '1;2' })).rows).toEqual(first.rows);
		expect((await trashPage(world.anna, { before: second.previous })).rows).toEqual(first.rows);
	});

	it('shows talks taken back to their own unit only, and nothing to managers', async () => {
		const { id } = await logDialogue(
			world.anna,
			talk({ companyId: world.demolund.id, followUp: { text: 'Ring', dueOn: '2026-12-07', kind: 'task' } }),
		);
		await withdrawDialogue(world.anna, id);
		expect((await trashPage(world.anna)).rows.map((row) => row.id)).toEqual([id]);
		for (const as of [world.bo, world.siri, world.adam]) expect((await trashPage(as)).rows).toEqual([]);
		expect((await call(loader, { as: world.lene, url: '/trash' })).status).toBe(403);
		await restoreDialogue(world.anna, id);
		expect((await trashPage(world.anna)).rows).toEqual([]);
	});

	it('takes a talk’s needs, promises and positions along and brings them back with it', async () => {
		const { id } = await logDialogue(
			world.anna,
			talk({ companyId: world.demolund.id, followUp: { text: 'Send listen', dueOn: '2026-12-07', kind: 'promise' } }),
		);
		const now = new Date();
		await write((tx) =>
			tx.insert(skillNeeds).values({
				id: newId(),
				companyId: world.demolund.id,
				wording: 'svejser',
				dialogueId: id,
				unitId: world.units.business,
				createdAt: now,
				updatedAt: now,
			}),
		);
		const present = async () =>
			(await db.select().from(skillNeeds).where(eq(skillNeeds.dialogueId, id))).filter(({ archivedAt }) => !archivedAt).length +
			(await db.select().from(followUps).where(eq(followUps.dialogueId, id))).filter(({ archivedAt }) => !archivedAt).length;
		expect(await present()).toBe(2);
		await withdrawDialogue(world.anna, id);
		expect(await present()).toBe(0);
		await restoreDialogue(world.anna, id);
		expect(await present()).toBe(2);
	});
});

describe('erasing after thirty days', () => {
	it('erases nothing on the thirtieth day, all of it on the thirty-first', async () => {
		const firm = await make.company({ name: 'Væk', site: { districtId: world.ejby.id } });
		const person = await make.contact({ name: 'Vera Væk', phone: '43 00 00 99', role: { companyId: firm.id } });
		await throwAway(world.anna, 'company', firm.id);
		await throwAway(world.anna, 'contact', person.id);
		expect(await purgeTrash(inDays(29.9))).toEqual({ erased: 0, kept: 0, failed: 0 });
		expect(await purgeTrash(inDays(30.1))).toEqual({ erased: 2, kept: 0, failed: 0 });
		const gone = [
			await db.select().from(companies).where(eq(companies.id, firm.id)),
			await db.select().from(sites).where(eq(sites.companyId, firm.id)),
			await db.select().from(contacts).where(eq(contacts.id, person.id)),
			await db.select().from(contactRoles).where(eq(contactRoles.contactId, person.id)),
			await db
				.select()
				.from(searchEntries)
				.where(inArray(searchEntries.recordId, [firm.id, person.id])),
			await db.select().from(trash),
		];
		expect(gone).toEqual(gone.map(() => []));
	});

	it('says so in one line of the system’s, keeps the chain whole and no value of what was erased', async () => {
		const firm = await make.company({ name: 'Kædefirmaet' });
		await throwAway(world.anna, 'company', firm.id);
		await purgeTrash(inDays(31));
		const [line] = await db.select().from(activity).orderBy(desc(activity.seq)).limit(1);
		expect(line).toMatchObject({ verb: 'trash.purged', actorKind: 'system', actorId: null });
		const values = await db
			.select({ field: activityValues.field })
			.from(activityValues)
			.innerJoin(activity, eq(activity.seq, activityValues.seq))
			.where(and(eq(activity.subjectKind, 'company'), eq(activity.subjectId, firm.id)));
		expect(values).toEqual([]);
		expect(await firstBrokenLine()).toBeNull();
		expect((await dump()).filter((row) => row.includes('Kædefirmaet'))).toEqual([]);
	});

	it('keeps what something hangs on since, and goes on with the rest', async () => {
		const firms = await Promise.all(Array.from({ length: 30 }, (_, at) => make.company({ name: `Bunke ${at}` })));
		for (const { id } of firms) await throwAway(world.anna, 'company', id);
		const used = firms[20]?.id ?? '';
		await make.dialogue(world.anna, { companyId: used });
		expect(await purgeTrash(inDays(31))).toEqual({ erased: 29, kept: 1, failed: 0 });
		expect(await kept(used)).toBe(1);
		expect(await purgeTrash(inDays(31))).toEqual({ erased: 0, kept: 1, failed: 0 });
	});

	it('erases a talk taken back, with what it brought about', async () => {
		const { id } = await logDialogue(
			world.anna,
			talk({ companyId: world.demolund.id, note: 'Skal væk', followUp: { text: 'Ring', dueOn: '2026-12-07', kind: 'task' } }),
		);
		// What was settled before the talk was taken back is no less of it.
		const [agreed] = await db.select().from(followUps).where(eq(followUps.dialogueId, id));
		await settleFollowUp(world.anna, agreed?.id ?? '', 'done');
		await withdrawDialogue(world.anna, id);
		expect(await purgeTrash(inDays(31))).toEqual({ erased: 1, kept: 0, failed: 0 });
		expect(
			await db
				.select()
				.from(searchEntries)
				.where(eq(searchEntries.recordId, agreed?.id ?? '')),
		).toEqual([]);
		expect([
			...(await db.select().from(dialogues).where(eq(dialogues.id, id))),
			...(await db.select().from(followUps).where(eq(followUps.dialogueId, id))),
			...(await db.select().from(timelineEntries).where(eq(timelineEntries.recordId, id))),
		]).toEqual([]);
		expect((await dump()).filter((row) => row.includes('Skal væk'))).toEqual([]);
	});
});

it('keeping house also clears drafts after thirty days and parked forms after an hour', async () => {
	const at = (ms: number) => new Date(Date.now() - ms);
	const draft = (ms: number) => ({
		userId: world.anna.id,
		form: 'dialogue',
		recordId: newId(),
		path: '/',
		body: [],
		createdAt: at(ms),
		updatedAt: at(ms),
	});
	const parked = (ms: number) => ({ id: newId(), userId: world.anna.id, path: '/', body: [], parkedAt: at(ms) });
	await write(async (tx) => {
		await tx.delete(drafts);
		await tx.insert(drafts).values([draft(29 * DAY), draft(31 * DAY)]);
		await tx.insert(parkedPosts).values([parked(50 * 60_000), parked(70 * 60_000)]);
	});
	expect(await keepHouse()).toMatchObject({ drafts: 1, parkedPosts: 1, trashErased: 0 });
	expect([(await db.select().from(drafts).where(isDraft)).length, (await db.select().from(parkedPosts)).length]).toEqual([1, 1]);
});
