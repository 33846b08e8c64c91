import { and, eq, isNull } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { actingUnit } from '#app/auth/acting.ts';
import { WORK } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { colleagueGone, present } from '#app/record/meanwhile.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, dialogues, issues, memberships, topics, users } from '#db/schema/index.ts';
import type { IssueInput, NewIssue } from './issue-form.server.ts';
import { issueReadable } from './rights.server.ts';

/**
 * Raises a matter outside a talk: read by every work role. A firm brings its district along. The same id sent again is the
 * same matter. Throws 403 without the right, 400 for what the form could not have sent.
 */
export async function raiseIssue(viewer: Viewer, input: NewIssue): Promise<Created> {
	demand(viewer, 'record', 'issue');
	const unitId = actingUnit(viewer, null);
	const { id, title, topicId } = input;
	if (!isId(id) || !unitId) throw badRequest();
	const subject = { kind: 'issue', id } as const;
	return write(async (tx) => {
		const place = await placeOf(tx, viewer, input);
		await checkTopic(tx, topicId);
		const now = new Date();
		const row = { ...place, id, title, topicId, openedOn: today(), ownerId: viewer.id, unitId, createdAt: now, updatedAt: now };
		const made = await tx.insert(issues).values(row).onConflictDoNothing().returning({ id: issues.id });
		if (made.length === 0) {
			const [known] = await tx.select().from(issues).where(eq(issues.id, id));
			if (known?.ownerId !== viewer.id || known.raisedInId) throw badRequest();
			return madeBefore(tx, viewer, subject, !known.archivedAt && !hasDifferences(known, { ...place, title, topicId }));
		}
		await recordDeed(tx, viewer, { verb: 'issue.raised', subject });
		return { kind: 'saved', id };
	});
}

/** Revises a matter's words, topic, place and who follows it. */
export async function reviseIssue(viewer: Viewer, id: string, input: IssueInput): Promise<Revised> {
	demand(viewer, 'record', 'issue');
	return write(async (tx) => {
		const before = await readIssue(tx, viewer, id);
		const { version, title, topicId, districtId, ownerId, outcome } = input;
		if (topicId !== before.topicId) await checkTopic(tx, topicId);
		if (districtId && districtId !== before.districtId) await placeOf(tx, viewer, { companyId: null, landownerId: null, districtId });
		if (ownerId !== before.ownerId) await checkOwner(tx, ownerId);
		const wanted = { title, topicId, districtId, ownerId, outcome: before.state === 'resolved' ? outcome : before.outcome };
		return revise(tx, viewer, { kind: 'issue', id }, { before, version, wanted });
	});
}

/** Closes a matter with what came of it. Closing a closed one changes nothing. */
export const resolveIssue = (viewer: Viewer, id: string, outcome: string | null) =>
	settle(viewer, id, { state: 'resolved', resolvedOn: today(), outcome });

/** Takes a closed matter up again; what came of it so far stays. */
export const reopenIssue = (viewer: Viewer, id: string) => settle(viewer, id, { state: 'open', resolvedOn: null });

async function settle(
	viewer: Viewer,
	id: string,
	after: { state: 'open' | 'resolved'; resolvedOn: string | null; outcome?: string | null },
): Promise<void> {
	demand(viewer, 'record', 'issue');
	await write(async (tx) => {
		const before = await readIssue(tx, viewer, id);
		if (before.state === after.state) return;
		await tx
			.update(issues)
			.set({ ...after, version: before.version + 1, updatedAt: new Date() })
			.where(eq(issues.id, id));
		const changes = differences<Record<string, unknown>>(before, after);
		const verb = after.state === 'open' ? 'issue.reopened' : 'issue.resolved';
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb, subject: { kind: 'issue', id }, changes });
		await refreshFindable(tx, { kind: 'issue', id });
	});
}

async function readIssue(tx: Db, viewer: Viewer, id: string) {
	if (!isId(id)) throw notFound();
	const [row] = await tx
		.select({ issue: issues })
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.where(and(eq(issues.id, id), within(viewer, 'issues'), issueReadable(viewer)));
	if (!row) throw notFound();
	return row.issue;
}

type Place = Pick<NewIssue, 'companyId' | 'landownerId' | 'districtId'>;

async function placeOf(tx: Db, viewer: Viewer, { companyId, landownerId, districtId }: Place): Promise<Place> {
	const [firm] = companyId
		? await tx
				.select({ districtId: companies.districtId })
				.from(companies)
				.where(and(eq(companies.id, companyId), within(viewer, 'companies')))
		: [];
	if (landownerId) await present(tx, viewer, 'landowners', landownerId, '');
	if (districtId) await present(tx, viewer, 'districts', districtId, 'districtId');
	if (companyId && !firm) await present(tx, viewer, 'companies', companyId, '');
	return { companyId, landownerId, districtId: districtId ?? firm?.districtId ?? null };
}

async function checkTopic(tx: Db, topicId: string | null) {
	if (!topicId) return;
	const [topic] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, topicId));
	if (!topic) throw badRequest();
}

async function checkOwner(tx: Db, userId: string) {
	const roles = await tx
		.select({ role: memberships.role })
		.from(memberships)
		.innerJoin(users, eq(users.id, memberships.userId))
		.where(and(eq(users.id, userId), isNull(users.disabledAt)));
	if (!roles.some(({ role }) => WORK.includes(role))) throw await colleagueGone(tx, 'ownerId', [userId]);
}
