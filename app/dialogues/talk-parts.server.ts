import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { WORK } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import type { FollowUpRow } from '#app/follow-ups/follow-up-line.ts';
import type { Touched } from '#app/harvest/harvest.ts';
import { badRequest } from '#app/http/errors.ts';
import { archivedMeanwhile, closedMeanwhile, colleagueGone } from '#app/record/meanwhile.server.ts';
import type { Subject } from '#app/subjects/subject.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import {
	contactRoles,
	contacts,
	dialogueColleagues,
	dialogueContacts,
	dialogueGoals,
	dialogueTopics,
	followUps,
	goals,
	memberships,
	topics,
	users,
} from '#db/schema/index.ts';

/** Whom a talk was with, who else took part and which goals it served, by id. */
export async function peopleAndGoalsOf(tx: Db, dialogueId: string): Promise<Record<'contactIds' | 'colleagueIds' | 'goalIds', string[]>> {
	const met = await tx.select({ id: dialogueContacts.contactId }).from(dialogueContacts).where(eq(dialogueContacts.dialogueId, dialogueId));
	const joined = await tx.select({ id: dialogueColleagues.userId }).from(dialogueColleagues).where(eq(dialogueColleagues.dialogueId, dialogueId));
	const served = await tx.select({ id: dialogueGoals.goalId }).from(dialogueGoals).where(eq(dialogueGoals.dialogueId, dialogueId));
	const ids = (rows: Array<{ id: string }>) => rows.map(({ id }) => id);
	return { contactIds: ids(met), colleagueIds: ids(joined), goalIds: ids(served) };
}

/** Writes a talk's topics and goals to what its form ticks. Those it had stay though they were put away since. */
export async function nameTopicsAndGoals(
	tx: Db,
	{ topicIds, goalIds }: { topicIds: string[]; goalIds: string[] },
	dialogueId: string,
): Promise<void> {
	const had = {
		topics: (await tx.select().from(dialogueTopics).where(eq(dialogueTopics.dialogueId, dialogueId))).map(({ topicId }) => topicId),
		goals: (await tx.select().from(dialogueGoals).where(eq(dialogueGoals.dialogueId, dialogueId))).map(({ goalId }) => goalId),
	};
	const [wantedTopics, wantedGoals] = [[...new Set(topicIds)], [...new Set(goalIds)]];
	const [newTopics, newGoals] = [wantedTopics.filter((id) => !had.topics.includes(id)), wantedGoals.filter((id) => !had.goals.includes(id))];
	await tx.delete(dialogueTopics).where(and(eq(dialogueTopics.dialogueId, dialogueId), noneOf(dialogueTopics.topicId, wantedTopics)));
	await tx.delete(dialogueGoals).where(and(eq(dialogueGoals.dialogueId, dialogueId), noneOf(dialogueGoals.goalId, wantedGoals)));
	if (newTopics.length > 0) {
		const known = await tx
			.select({ id: topics.id })
			.from(topics)
			.where(and(inArray(topics.id, newTopics), isNull(topics.archivedAt)));
		if (known.length !== newTopics.length) throw await closedMeanwhile(tx, 'topicIds', topics, newTopics, known);
		await tx.insert(dialogueTopics).values(known.map(({ id }) => ({ dialogueId, topicId: id })));
	}
	if (newGoals.length > 0) {
		const known = await tx
			.select({ id: goals.id })
			.from(goals)
			.where(and(inArray(goals.id, newGoals), isNull(goals.archivedAt)));
		if (known.length !== newGoals.length) throw await closedMeanwhile(tx, 'goalIds', goals, newGoals, known);
		await tx.insert(dialogueGoals).values(known.map(({ id }) => ({ dialogueId, goalId: id })));
	}
}

type IdColumn = typeof dialogueTopics.topicId | typeof dialogueGoals.goalId | typeof dialogueContacts.contactId | typeof dialogueColleagues.userId;
const noneOf = (column: IdColumn, ids: readonly string[]) => (ids.length > 0 ? notInArray(column, [...ids]) : undefined);

/**
 * Writes whom a talk was with, each in the role they have that day: one with the talk's subjects before any other. Those it
 * had keep the role and title of their day.
 */
export async function meetContacts(
	tx: Db,
	viewer: Viewer,
	talk: { id: string; heldOn: string; subjects: readonly Subject[] },
	contactIds: readonly string[],
): Promise<void> {
	const wanted = [...new Set(contactIds)];
	const mine = eq(dialogueContacts.dialogueId, talk.id);
	await tx.delete(dialogueContacts).where(and(mine, noneOf(dialogueContacts.contactId, wanted)));
	const had = new Set((await tx.select({ id: dialogueContacts.contactId }).from(dialogueContacts).where(mine)).map(({ id }) => id));
	const added = wanted.filter((id) => !had.has(id));
	if (added.length === 0) return;
	const known = await tx
		.select({ id: contacts.id })
		.from(contacts)
		.where(and(inArray(contacts.id, added), within(viewer, 'contacts')));
	if (known.length !== added.length) throw await archivedMeanwhile(tx, 'contactIds', contacts, added, known);
	const roles = await tx
		.select()
		.from(contactRoles)
		.where(and(inArray(contactRoles.contactId, added), isNull(contactRoles.archivedAt)))
		.orderBy(asc(contactRoles.id));
	const rows = added.map((contactId) => {
		const own = roles.filter((role) => role.contactId === contactId && isOf(role, talk.heldOn));
		const role = own.find((one) => talk.subjects.some((subject) => concerns(one, subject))) ?? own[0];
		return { dialogueId: talk.id, contactId, contactRoleId: role?.id ?? null, thenTitle: role?.title ?? null };
	});
	await tx.insert(dialogueContacts).values(rows);
}

type Role = typeof contactRoles.$inferSelect;
const isOf = ({ fromOn, toOn }: Role, day: string) => (!fromOn || fromOn <= day) && (!toOn || toOn >= day);
const concerns = ({ companyId, siteId, landownerId }: Role, subject: Subject) =>
	(companyId !== null && companyId === subject.thenCompanyId) ||
	(siteId !== null && siteId === subject.siteId) ||
	(landownerId !== null && landownerId === subject.landownerId);

/** Writes which colleagues took part: people with field work or who lead it, the author aside. */
export async function nameColleagues(tx: Db, talk: { id: string; authorId: string }, userIds: readonly string[]): Promise<void> {
	const wanted = [...new Set(userIds)].filter((id) => id !== talk.authorId);
	const mine = eq(dialogueColleagues.dialogueId, talk.id);
	await tx.delete(dialogueColleagues).where(and(mine, noneOf(dialogueColleagues.userId, wanted)));
	const had = new Set((await tx.select({ id: dialogueColleagues.userId }).from(dialogueColleagues).where(mine)).map(({ id }) => id));
	const added = wanted.filter((id) => !had.has(id));
	if (added.length === 0) return;
	const known = await tx
		.selectDistinct({ id: users.id })
		.from(users)
		.innerJoin(memberships, eq(memberships.userId, users.id))
		.where(and(inArray(users.id, added), inArray(memberships.role, [...WORK])));
	if (known.length !== added.length) throw await colleagueGone(tx, 'colleagueIds', added, known);
	await tx.insert(dialogueColleagues).values(known.map(({ id }) => ({ dialogueId: talk.id, userId: id })));
}

interface FollowingTalk {
	id: string;
	unitId: string;
	subjects: readonly Subject[];
	contactIds: readonly string[];
}

/**
 * Writes what was agreed: for the firm and the owner the talk is about first. A promise is made to the person named with it,
 * else to the one the talk was with where there was only one. A row sent again is written once; 400 for the id of another
 * talk's. Answers the new ones, for the talk's line in the audit chain.
 */
export async function agreeFollowUps(tx: Db, viewer: Viewer, talk: FollowingTalk, rows: readonly FollowUpRow[]): Promise<Touched[]> {
	const agreed: Touched[] = [];
	const now = new Date();
	const about = placeOf(talk.subjects);
	const [only = null, ...others] = talk.contactIds;
	for (const { id = newId(), text, dueOn, kind, contactId, goAheadReason = null } of rows) {
		const to = contactId ?? (kind !== 'task' && others.length === 0 ? only : null);
		if (contactId && !talk.contactIds.includes(contactId)) throw badRequest();
		const row = { id, text, dueOn, kind, goAheadReason, contactId: to, dialogueId: talk.id, ...about, assigneeId: viewer.id, unitId: talk.unitId };
		const written = await tx
			.insert(followUps)
			.values({ ...row, createdAt: now, updatedAt: now })
			.onConflictDoNothing()
			.returning({ id: followUps.id });
		if (written.length === 0) await assertOf(tx, talk, id);
		else agreed.push({ kind: 'followUp', id });
		await refreshFindable(tx, { kind: 'followUp', id });
	}
	return agreed;
}

async function assertOf(tx: Db, talk: FollowingTalk, id: string) {
	const [same] = await tx.select({ dialogueId: followUps.dialogueId }).from(followUps).where(eq(followUps.id, id));
	if (same?.dialogueId !== talk.id) throw badRequest();
}

/** The follow-ups of a talk go along when its subjects change. */
export async function moveFollowUps(tx: Db, dialogueId: string, subjects: readonly Subject[]): Promise<void> {
	await tx.update(followUps).set(placeOf(subjects)).where(eq(followUps.dialogueId, dialogueId));
}

const placeOf = (subjects: readonly Subject[]) => ({
	companyId: subjects.find(({ thenCompanyId }) => thenCompanyId)?.thenCompanyId ?? null,
	landownerId: subjects.find(({ landownerId }) => landownerId)?.landownerId ?? null,
});
