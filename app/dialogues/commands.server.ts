import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { companies, dialogueGoals, dialogueSubjects, dialogues, dialogueTopics, followUps, goals, sites, topics } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { actingUnit, mayRevise } from './acting.ts';
import { companiesOfTalk, rebuildTimeline, recountLastTalk, talkRow } from './derived.server.ts';
import { type DialogueChanges, type DialogueInput, EARLIEST_DAY } from './dialogue.ts';

/** A talk as saved: what the page after it needs. */
export interface SavedTalk {
	id: string;
	companyId: string;
	heldOn: string;
}

export interface LoggedTalk extends SavedTalk {
	/**
	 * `saved`: it stands as sent. Otherwise the id was saved before and nothing was written now: `withdrawn` when that talk
	 * was taken back since, `differs` when it stands with other words.
	 */
	state: 'saved' | 'withdrawn' | 'differs';
}

/**
 * Logs a talk with a firm, whole or not at all: heading, subject with the firm and district of today, topics,
 * goals, follow-up, timelines, the firm's latest talk. The same id sent again by its author answers the same
 * and writes nothing. Throws 403 without the right, 400 for what the form could not have sent.
 */
export async function logDialogue(viewer: Viewer, input: DialogueInput): Promise<LoggedTalk> {
	if (!can(viewer, 'log', 'dialogue')) throw forbidden();
	const unitId = actingUnit(viewer, input.unitId);
	if (!isId(input.id) || !unitId || !isHeldDay(input.heldOn)) throw badRequest();
	try {
		return await write(async (tx) => (await alreadyLogged(tx, viewer, input)) ?? (await insertTalk(tx, viewer, unitId, input)));
	} catch (error) {
		// PostgreSQL lets two equal requests in at once; the second finds the first one's row.
		if (!isDuplicate(error)) throw error;
		return await write(async (tx) => {
			const logged = await alreadyLogged(tx, viewer, input);
			if (!logged) throw error;
			return logged;
		});
	}
}

async function alreadyLogged(tx: Db, viewer: Viewer, input: DialogueInput): Promise<LoggedTalk | null> {
	const { id, followUp } = input;
	const talk = await talkRow(tx, id, { archived: true });
	if (!talk) return null;
	const [companyId] = await companiesOfTalk(tx, id);
	if (talk.authorId !== viewer.id || !companyId) throw badRequest();
	const saved = { id, companyId, heldOn: talk.heldOn };
	if (talk.archivedAt) return { ...saved, state: 'withdrawn' };
	// The answer to the first try may have been lost and more been typed before the second.
	const agreed = await tx.select({ text: followUps.text }).from(followUps).where(eq(followUps.dialogueId, id));
	const isSame = companyId === input.companyId && (!followUp || agreed.some(({ text }) => text === followUp.text));
	return { ...saved, state: isSame && Object.keys(differences<Record<string, unknown>>(talk, headingOf(input))).length === 0 ? 'saved' : 'differs' };
}

async function insertTalk(tx: Db, viewer: Viewer, unitId: string, input: DialogueInput): Promise<LoggedTalk> {
	const { id, companyId, heldOn, followUp } = input;
	const subject = await subjectOf(tx, viewer, companyId, input.siteId);
	const now = new Date();
	await tx.insert(dialogues).values({ ...headingOf(input), id, authorId: viewer.id, unitId, createdAt: now, updatedAt: now });
	await tx.insert(dialogueSubjects).values({ id: newId(), dialogueId: id, ...subject });
	await nameTopicsAndGoals(tx, input, id);
	if (followUp) {
		const mine = { dialogueId: id, companyId, assigneeId: viewer.id, unitId };
		await tx.insert(followUps).values({ ...followUp, ...mine, id: newId(), createdAt: now, updatedAt: now });
	}
	await rebuildTimeline(tx, id);
	await recountLastTalk(tx, [companyId]);
	await recordActivity(
		tx,
		{ kind: 'user', id: viewer.id },
		{ verb: 'log', subject: { kind: 'dialogue', id }, also: [{ kind: 'company', id: companyId }] },
	);
	return { id, companyId, heldOn, state: 'saved' };
}

/**
 * Revises a talk. `version` is the one the form showed; when somebody saved since, nothing is written and the
 * answer is a conflict. A follow-up lives on by itself and is not touched. 404 when there is no such talk.
 */
export async function reviseDialogue(viewer: Viewer, id: string, changes: DialogueChanges): Promise<SavedTalk | Conflict> {
	if (!can(viewer, 'revise', 'dialogue')) throw forbidden();
	const unitId = actingUnit(viewer, changes.unitId);
	if (!unitId || !isHeldDay(changes.heldOn)) throw badRequest();
	return write(async (tx) => {
		const before = await talkRow(tx, id);
		if (!before) throw notFound();
		if (!mayRevise(viewer, before)) throw forbidden();
		const after = { ...headingOf(changes), unitId: changes.unitId ? unitId : before.unitId };
		const row = { ...after, version: before.version + 1, updatedAt: new Date() };
		const revised = await tx
			.update(dialogues)
			.set(row)
			.where(and(eq(dialogues.id, id), eq(dialogues.version, changes.version)))
			.returning({ id: dialogues.id });
		if (revised.length === 0) return conflictWith(tx, { kind: 'dialogue', id });
		const formerly = await companiesOfTalk(tx, id);
		await renameSubject(tx, viewer, id, changes);
		await tx.delete(dialogueTopics).where(eq(dialogueTopics.dialogueId, id));
		await tx.delete(dialogueGoals).where(eq(dialogueGoals.dialogueId, id));
		await nameTopicsAndGoals(tx, changes, id);
		await rebuildTimeline(tx, id);
		await recountLastTalk(tx, [...formerly, changes.companyId]);
		const actor = { kind: 'user', id: viewer.id } as const;
		const also = [{ kind: 'company', id: changes.companyId }];
		await recordActivity(tx, actor, { verb: 'revise', subject: { kind: 'dialogue', id }, also, changes: differences(before, after) });
		return { id, companyId: changes.companyId, heldOn: changes.heldOn };
	});
}

const isHeldDay = (heldOn: string) => heldOn >= EARLIEST_DAY && heldOn <= today();

function headingOf(input: Omit<DialogueChanges, 'version'>) {
	const { channel, heldOn, heldAtTime, note, assessment, confidentiality, hasNoNextStep } = input;
	const confidentialityReason = confidentiality === 'confidential' ? input.confidentialityReason : null;
	return { channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, hasNoNextStep };
}

/** The firm's site chosen, else its main site, else the firm itself, with the firm and district of now. */
async function subjectOf(tx: Db, viewer: Viewer, companyId: string, siteId: string | null) {
	const [company] = await tx
		.select({ mainSiteId: companies.mainSiteId, districtId: companies.districtId })
		.from(companies)
		.where(and(eq(companies.id, companyId), within(viewer, 'companies')));
	if (!company) throw badRequest();
	const wanted = siteId ?? company.mainSiteId;
	if (!wanted) return { companyId, siteId: null, thenCompanyId: companyId, thenDistrictId: company.districtId };
	const [site] = await tx
		.select({ id: sites.id, districtId: sites.districtId })
		.from(sites)
		.where(and(eq(sites.id, wanted), eq(sites.companyId, companyId), within(viewer, 'sites')));
	if (!site) throw badRequest();
	return { companyId: null, siteId: site.id, thenCompanyId: companyId, thenDistrictId: site.districtId };
}

/** Puts another subject in place when the form names another; the same one keeps the firm and district of its day. */
async function renameSubject(tx: Db, viewer: Viewer, dialogueId: string, { companyId, siteId }: DialogueChanges) {
	const [current] = await tx.select().from(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId));
	if (current?.thenCompanyId === companyId && (siteId === null || siteId === current.siteId)) return;
	const subject = await subjectOf(tx, viewer, companyId, siteId);
	await tx.delete(dialogueSubjects).where(eq(dialogueSubjects.dialogueId, dialogueId));
	await tx.insert(dialogueSubjects).values({ id: newId(), dialogueId, ...subject });
	await tx.update(followUps).set({ companyId }).where(eq(followUps.dialogueId, dialogueId));
}

/** Ids nobody offered are a forged form, not a mistake of the writer's. */
async function nameTopicsAndGoals(tx: Db, { topicIds, goalIds }: { topicIds: string[]; goalIds: string[] }, dialogueId: string) {
	const [wantedTopics, wantedGoals] = [[...new Set(topicIds)], [...new Set(goalIds)]];
	if (wantedTopics.length > 0) {
		const known = await tx
			.select({ id: topics.id })
			.from(topics)
			.where(and(inArray(topics.id, wantedTopics), isNull(topics.archivedAt)));
		if (known.length !== wantedTopics.length) throw badRequest();
		await tx.insert(dialogueTopics).values(known.map(({ id }) => ({ dialogueId, topicId: id })));
	}
	if (wantedGoals.length > 0) {
		const known = await tx
			.select({ id: goals.id })
			.from(goals)
			.where(and(inArray(goals.id, wantedGoals), isNull(goals.archivedAt)));
		if (known.length !== wantedGoals.length) throw badRequest();
		await tx.insert(dialogueGoals).values(known.map(({ id }) => ({ dialogueId, goalId: id })));
	}
}

function differences<T extends Record<string, unknown>>(before: T, after: Partial<T>) {
	const changes: Record<string, readonly [unknown, unknown]> = {};
	for (const [field, value] of Object.entries(after)) if (before[field] !== value) changes[field] = [before[field], value];
	return changes;
}
