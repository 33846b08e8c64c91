import { copyFileSync } from 'node:fs';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { asc, eq, max } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '#app/auth/password.server.ts';
import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { counted } from '#app/districts/summary.server.ts';
import { today } from '#app/i18n/format.ts';
import { timelineScopes } from '#app/timelines/scopes.ts';
import { db, replaceClient } from '#db/client.server.ts';
import { searchTerms } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import * as schema from '#db/schema/index.ts';
import { dayAfter } from '#db/seed/calendar.ts';
import { PLACES } from '#db/seed/content/places.ts';
import { demoPlan, seedDemo } from '#db/seed/demo.server.ts';
import { isEmptyHouse, references } from '#db/seed/load-town.server.ts';
import { inventedCvr } from '#db/seed/register.ts';
import { makeTown } from '#db/seed/town.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { BASE_FILE, TEST_FOLDER } from '#tests/setup/files.ts';

beforeAll(async () => {
	expect(await isEmptyHouse()).toBe(true);
	await seedDemo({ password: 'et langt kodeord til demoen' });
});

const one = <T>(rows: T[]): T => {
	const [row] = rows;
	if (!row) throw new Error('No row');
	return row;
};

describe('the demo municipality', () => {
	test('has the districts, people, firms and talks a newcomer is promised', async () => {
		expect((await db.select().from(schema.districts).orderBy(asc(schema.districts.no))).map(({ name }) => name)).toEqual([
			'Ejby',
			'Hvissinge/Tavleholm Nord',
			'Glostrup Sydvest',
			'Bymidten',
			'Kirkebjerg',
			'Rangerarealet',
		]);
		expect(await db.$count(schema.companies)).toBeGreaterThanOrEqual(145);
		expect(await db.$count(schema.dialogues)).toBeGreaterThanOrEqual(450);
		expect(await db.$count(schema.followUps, eq(schema.followUps.state, 'open'))).toBeGreaterThanOrEqual(23);
		expect(await db.$count(schema.contacts)).toBeGreaterThanOrEqual(200);
		expect(await db.$count(schema.landowners)).toBeGreaterThanOrEqual(25);
		expect(await db.$count(schema.properties)).toBeGreaterThanOrEqual(80);
		expect(await db.$count(schema.stances)).toBeGreaterThanOrEqual(20);
		expect(await db.$count(schema.skillNeeds, eq(schema.skillNeeds.state, 'open'))).toBeGreaterThanOrEqual(40);
		expect(await db.$count(schema.issues)).toBeGreaterThanOrEqual(12);
		expect(await isEmptyHouse()).toBe(false);
	});

	test('lets the four demo people in with the password given, and nobody else', async () => {
		const people = await db.select().from(schema.users);
		const withPassword = people.filter(({ passwordHash }) => passwordHash !== null);
		expect(withPassword.map(({ email }) => email).sort()).toEqual([
			'admin@distrikt.example',
			'beskaeftigelse@distrikt.example',
			'erhverv@distrikt.example',
			'leder@distrikt.example',
		]);
		expect((await verifyPassword(withPassword[0]?.passwordHash, 'et langt kodeord til demoen')).isRight).toBe(true);
	});

	test('is recognisably invented: register numbers no register has handed out, addresses that reach nobody', async () => {
		const firms = await db.select().from(schema.companies);
		for (const { cvr, email, phone, website } of firms) {
			if (cvr) expect(cvrFrom(cvr)).toMatch(/^99/);
			if (email) expect(email).toMatch(/\.example$/);
			if (website) expect(website).toMatch(/\.example$/);
			if (phone) expect(phone).toMatch(/^00\d{6}$/);
		}
		for (const { email, phone } of [...(await db.select().from(schema.contacts)), ...(await db.select().from(schema.landowners))]) {
			if (email) expect(email).toMatch(/\.example$/);
			if (phone) expect(phone).toMatch(/^00\d{6}$/);
		}
		for (const { bfe } of await db.select().from(schema.properties)) expect(bfe).toMatch(/^99/);
		for (const { pNumber } of await db.select().from(schema.sites)) if (pNumber) expect(pNumberFrom(pNumber)).toMatch(/^99/);
		for (const { email } of await db.select().from(schema.users)) expect(email).toMatch(/@distrikt\.example$/);
		for (const { boundaryNote } of await db.select().from(schema.districts)) expect(boundaryNote).toMatch(/^Opdigtet/);
	});

	test('gives thousands of firms each a CVR number of its own', () => {
		const numbers = Array.from({ length: 6_000 }, (_, no) => inventedCvr(no));
		expect(new Set(numbers).size).toBe(6_000);
		expect(numbers.every((number) => cvrFrom(number) === number)).toBe(true);
	});

	test('places every site inside the outline of its district and of no other', async () => {
		const outlines = await db.select({ id: schema.districts.id, boundary: schema.districts.boundary }).from(schema.districts);
		for (const { lat, lon, districtId, address } of await db.select().from(schema.sites)) {
			const holding = outlines.filter(({ boundary }) => boundary && booleanPointInPolygon([lon ?? 0, lat ?? 0], boundary));
			expect([address, holding.map(({ id }) => id)]).toEqual([address, [districtId]]);
		}
	});

	test('keeps its outlines and streets within Glostrup', () => {
		for (const { outline, streets } of PLACES) {
			for (const [lon, lat] of [...outline, ...streets.flatMap(({ from, to }) => [from, to])]) {
				expect(lon > 12.368 && lon < 12.432 && lat > 55.658 && lat < 55.709).toBe(true);
			}
		}
	});

	test('leaves no unfilled slot in what people wrote', async () => {
		const talks = await db.select({ note: schema.dialogues.note, assessment: schema.dialogues.assessment }).from(schema.dialogues);
		const followUps = await db.select({ text: schema.followUps.text }).from(schema.followUps);
		const texts = [...talks.flatMap(({ note, assessment }) => [note, assessment]), ...followUps.map(({ text }) => text)];
		expect(texts.filter((text) => text && /[{}]|undefined|null| {2}|\.\.|^\s|\s$/.test(text))).toEqual([]);
	});

	test('shows Astrid, the business consultant, a day with work in it', async () => {
		const astrid = one(await db.select().from(schema.users).where(eq(schema.users.email, 'erhverv@distrikt.example')));
		const followUps = await db.select().from(schema.followUps).where(eq(schema.followUps.assigneeId, astrid.id));
		const open = followUps.filter(({ state }) => state === 'open').map(({ dueOn }) => dueOn ?? '');
		expect(open.filter((day) => day < today())).toHaveLength(3);
		expect(open.filter((day) => day === today())).toHaveLength(2);
		expect(open.filter((day) => day > today()).length).toBeGreaterThanOrEqual(5);
	});

	test('keeps the role of the day on each talk: nobody was met in a role that had ended', async () => {
		const roles = new Map((await db.select().from(schema.contactRoles)).map((role) => [role.id, role]));
		const days = new Map((await db.select().from(schema.dialogues)).map(({ id, heldOn }) => [id, heldOn]));
		for (const { dialogueId, contactId, contactRoleId } of await db.select().from(schema.dialogueContacts)) {
			const role = roles.get(contactRoleId ?? '');
			expect(role?.contactId).toBe(contactId);
			expect(role?.toOn === null || (role?.toOn ?? '') >= (days.get(dialogueId) ?? '')).toBe(true);
		}
	});

	test('lets nothing happen in the future, and nothing be settled before it was agreed', async () => {
		for (const { heldOn, createdAt } of await db.select().from(schema.dialogues)) {
			expect(heldOn < today()).toBe(true);
			expect(createdAt.toISOString().slice(0, 10)).toBe(heldOn);
		}
		for (const { state, settledAt, createdAt } of await db.select().from(schema.followUps)) {
			expect(settledAt === null).toBe(state === 'open');
			if (settledAt) expect(settledAt > createdAt && settledAt < new Date()).toBe(true);
		}
	});
});

test.each(Array.from({ length: 53 }, (_, week) => dayAfter('2027-01-01', week * 8)))('Astrid has her work on %s as well', async (day) => {
	const town = makeTown(demoPlan(day, ''), await references());
	const astrid = town.users.find(({ email }) => email === 'erhverv@distrikt.example');
	const due = town.followUps.flatMap(({ state, assigneeId, dueOn }) => (state === 'open' && assigneeId === astrid?.id ? [dueOn ?? ''] : []));
	expect([due.filter((each) => each < day).length, due.filter((each) => each === day).length]).toEqual([3, 2]);
	expect(town.followUps.filter(({ state }) => state === 'open').length).toBeGreaterThanOrEqual(23);
	const lately = town.dialogues.filter(({ authorId, heldOn }) => authorId === astrid?.id && heldOn >= dayAfter(day, -14));
	expect(lately.length).toBeGreaterThanOrEqual(10);
	expect(town.dialogues.every(({ heldOn }) => heldOn < day)).toBe(true);
});

describe('what is derived in the demo', () => {
	test('district sums equal a recount', async () => {
		for (const { districtId, updatedAt, ...sums } of await db.select().from(schema.districtSummaries)) {
			expect(updatedAt).toBeInstanceOf(Date);
			expect(sums).toEqual(await counted(db, districtId));
		}
		expect(await db.$count(schema.districtSummaries)).toBe(6);
	});

	test('the firm is where its main site is, and its latest talk is its latest', async () => {
		const latest = await db
			.select({ companyId: schema.dialogueSubjects.thenCompanyId, heldOn: max(schema.dialogues.heldOn) })
			.from(schema.dialogueSubjects)
			.innerJoin(schema.dialogues, eq(schema.dialogues.id, schema.dialogueSubjects.dialogueId))
			.groupBy(schema.dialogueSubjects.thenCompanyId);
		const talks = new Map(latest.map(({ companyId, heldOn }) => [companyId, heldOn]));
		const sites = await db.select().from(schema.sites);
		for (const firm of await db.select().from(schema.companies)) {
			const main = one(sites.filter(({ companyId, isMain }) => companyId === firm.id && isMain));
			expect([firm.mainSiteId, firm.districtId]).toEqual([main.id, main.districtId]);
			expect(firm.lastTalkOn).toBe(talks.get(firm.id) ?? null);
		}
	});

	test('the words a firm is found by are those of its name', async () => {
		const terms = await db.select().from(schema.companyTerms);
		for (const { id, name } of await db.select().from(schema.companies)) {
			const own = terms.filter(({ companyId }) => companyId === id).map(({ term }) => term);
			expect(own.sort()).toEqual(searchTerms([name]).sort());
		}
	});

	test('timelines are what the subjects, people and positions of the talks say, of an owner that is a firm in both roles', async () => {
		const rows = await db.select().from(schema.timelineEntries);
		const subjects = await db.select().from(schema.dialogueSubjects);
		const met = await db.select().from(schema.dialogueContacts);
		const positions = await db.select().from(schema.stances);
		const owners = await db.select().from(schema.landowners);
		const ownerRoles = owners.flatMap((owner) => (owner.companyId ? [{ landownerId: owner.id, companyId: owner.companyId }] : []));
		const wanted = (await db.select().from(schema.dialogues)).flatMap(({ id, heldOn }) =>
			timelineScopes({
				subjects: subjects.filter(({ dialogueId }) => dialogueId === id),
				contactIds: met.filter(({ dialogueId }) => dialogueId === id).map(({ contactId }) => contactId),
				stanceOwnerIds: positions.filter(({ dialogueId }) => dialogueId === id).map(({ landownerId }) => landownerId),
				ownerRoles,
			}).map(({ scopeKind, scopeId }) => [scopeKind, scopeId, heldOn, id].join(' ')),
		);
		expect(rows.map(({ scopeKind, scopeId, heldOn, recordId }) => [scopeKind, scopeId, heldOn, recordId].join(' ')).sort()).toEqual(wanted.sort());
		const latestOf = (companyId: string) =>
			db.select({ on: schema.companies.lastTalkOn }).from(schema.companies).where(eq(schema.companies.id, companyId));
		expect(ownerRoles.length).toBeGreaterThan(20);
		for (const { companyId, lastTalkOn } of owners) if (companyId) expect(await latestOf(companyId)).toEqual([{ on: lastTalkOn }]);
	});
});

describe('the same day', () => {
	test('gives the same rows in another file, but for the password and what is stamped with the moment', async () => {
		const first = await everything();
		const file = `${TEST_FOLDER}/seed-again-${process.pid}.db`;
		copyFileSync(BASE_FILE, file);
		replaceClient(openSqlite(file));
		await seedDemo({ password: 'et andet kodeord' });
		const second = await everything();
		expect(second).toEqual(first);
		for (const { id } of first.dialogues) expect(isId(id)).toBe(true);
	});
});

async function everything() {
	const users = await db.select().from(schema.users).orderBy(asc(schema.users.id));
	return {
		users: users.map(({ passwordHash, ...user }) => ({ ...user, hasPassword: passwordHash !== null })),
		districts: await db.select().from(schema.districts).orderBy(asc(schema.districts.id)),
		companies: await db.select().from(schema.companies).orderBy(asc(schema.companies.id)),
		sites: await db.select().from(schema.sites).orderBy(asc(schema.sites.id)),
		dialogues: await db.select().from(schema.dialogues).orderBy(asc(schema.dialogues.id)),
		subjects: await db.select().from(schema.dialogueSubjects).orderBy(asc(schema.dialogueSubjects.id)),
		topics: await db
			.select({ dialogueId: schema.dialogueTopics.dialogueId, key: schema.topics.key })
			.from(schema.dialogueTopics)
			.innerJoin(schema.topics, eq(schema.topics.id, schema.dialogueTopics.topicId))
			.orderBy(asc(schema.dialogueTopics.dialogueId), asc(schema.topics.key)),
		followUps: await db.select().from(schema.followUps).orderBy(asc(schema.followUps.id)),
	};
}
